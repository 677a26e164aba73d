using System.Runtime.CompilerServices;

namespace MicroPoints.Store.Embedded.Tests;

public sealed class FrameTests
{
    private const string Golden = "Format/frame-1.hex";

    [Fact]
    public void The_bytes_of_a_frame_never_change()
    {
        var chain = new Chain(Sample.East, Sample.County);
        var hex = Convert.ToHexStringLower(Frame.Encode([chain.Registration(), chain.Visit("visit-1", "走访会员")]));
        var lines = string.Concat(hex.Chunk(64).Select(line => new string(line) + "\n"));
        var renew = Environment.GetEnvironmentVariable("MICROPOINTS_RENEW_GOLDEN") == "1";
        if (renew) File.WriteAllText(SourceOf(Golden), lines);
        Assert.Equal(File.ReadAllText(SourceOf(Golden)), lines);
    }

    [Fact]
    public void A_frame_is_its_length_its_check_sum_and_its_payload()
    {
        var frame = Frame.Encode(new Chain(Sample.East, Sample.County).Start(visits: 1));
        Assert.True(Frame.TryLength(frame, frame.Length, out var length));
        Assert.Equal(frame.Length - Frame.PrefixBytes, length);
        Assert.True(Frame.IsIntact(frame, frame.AsSpan(Frame.PrefixBytes)));
        Assert.False(Frame.TryLength(frame, frame.Length - 1, out _));
    }

    [Fact]
    public void The_check_sum_is_the_one_of_RFC_3720() =>
        Assert.Equal(0xE3069283u, Crc32C.Of("123456789"u8));

    [Fact]
    public void A_frame_of_no_length_is_no_frame() => Assert.False(Frame.TryLength(new byte[8], 4096, out _));

    private static string SourceOf(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", file);
}
