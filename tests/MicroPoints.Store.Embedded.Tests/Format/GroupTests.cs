using System.Runtime.CompilerServices;

namespace MicroPoints.Store.Embedded.Tests;

public sealed class GroupTests
{
    private const string Golden = "Format/group-2.hex";
    private static readonly SegmentHeader Header = new(3, new Guid("00112233-4455-6677-8899-aabbccddeeff"));

    [Fact]
    public void The_bytes_of_a_segment_and_a_group_never_change()
    {
        var hex = Convert.ToHexStringLower([.. Header.ToBytes(), .. Sealed(out _)]);
        var lines = string.Concat(hex.Chunk(64).Select(line => new string(line) + "\n"));
        if (Environment.GetEnvironmentVariable("MICROPOINTS_RENEW_GOLDEN") == "1") File.WriteAllText(SourceOf(Golden), lines);
        Assert.Equal(File.ReadAllText(SourceOf(Golden)), lines);
    }

    [Fact]
    public void A_group_counts_only_where_it_was_written_and_in_its_own_journal()
    {
        var group = Sealed(out var header);
        Assert.True(GroupHeader.TryRead(group, out var read));
        Assert.Equal(header, read);
        Assert.True(read.IsIntact(group, Header.Seed));
        Assert.False(read.IsIntact(group, (Header with { Journal = new Guid("10112233-4455-6677-8899-aabbccddeeff") }).Seed));
    }

    [Fact]
    public void A_group_begins_at_a_sector_and_fills_whole_ones()
    {
        Assert.Equal([512, 512, 1024], new[] { 1, 484, 485 }.Select(b => (int)GroupHeader.Aligned(b)));
        Assert.Equal(0, SegmentHeader.Bytes % GroupHeader.Alignment);
    }

    [Fact]
    public void A_place_keeps_segment_and_offset_in_one_number() =>
        Assert.Equal(new Place(40_000, 4_294_966_784), Place.Unpack(new Place(40_000, 4_294_966_784).Packed));

    private static byte[] Sealed(out GroupHeader header)
    {
        var frame = Frame.Encode(new Chain(Sample.East, Sample.County).Start(visits: 1));
        header = new GroupHeader(frame.Length, 7, new Place(3, 512));
        var group = new byte[header.AlignedBytes];
        frame.CopyTo(group, GroupHeader.Bytes);
        header.Seal(group, Header.Seed);
        return group;
    }

    private static string SourceOf(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", file);
}
