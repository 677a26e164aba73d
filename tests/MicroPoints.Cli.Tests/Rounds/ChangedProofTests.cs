using MicroPoints.Cli.Tests.Demo;
using MicroPoints.Rounds;

namespace MicroPoints.Cli.Tests.Rounds;

/// <summary>Whatever byte of a proof is changed, a replay says no: by the hundred here, then with the
/// program.</summary>
public sealed class ChangedProofTests(CountyDemo demo) : IClassFixture<CountyDemo>
{
    private static readonly YamlFormat Format = new();

    [Fact]
    public void The_proof_as_it_was_sealed_replays() =>
        Assert.Equal(Digest.Of(demo.Proof), Replay.Run(demo.Proof, Format).Proof);

    [Fact]
    public void A_flip_of_any_of_the_first_and_last_two_hundred_bytes_is_found() =>
        Assert.Empty(Unnoticed([.. Enumerable.Range(0, 200), .. Enumerable.Range(demo.Proof.Length - 200, 200)]));

    [Fact]
    public void A_flip_of_every_997th_byte_is_found() =>
        Assert.Empty(Unnoticed(Enumerable.Range(0, demo.Proof.Length).Where(i => i % 997 == 0)));

    [Theory]
    [InlineData(1)]
    [InlineData(22)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void A_proof_cut_short_is_found(int missing) => Assert.NotNull(Refused(demo.Proof[..^missing]));

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    [InlineData(0.2)]
    [InlineData(0.4)]
    [InlineData(0.5)]
    [InlineData(0.6)]
    [InlineData(0.7)]
    [InlineData(0.8)]
    [InlineData(0.9)]
    [InlineData(0.97)]
    [InlineData(0.999)]
    [InlineData(1.0)]
    public async Task The_program_says_no_to_a_flip_and_what_differs(double place)
    {
        using var desk = new Desk().Write("flipped.zip", Flipped((int)(place * (demo.Proof.Length - 1))));
        (await desk.Run("round replay flipped.zip")).No("the proof does not hold: ");
    }

    [Fact]
    public async Task The_program_says_no_to_a_proof_cut_short() =>
        await No(demo.Proof[..(demo.Proof.Length / 2)], "longer than the file");

    [Fact]
    public async Task The_program_says_no_to_trailing_bytes() =>
        await No([.. demo.Proof, 0], "differs from what was recomputed");

    [Fact]
    public async Task The_program_says_no_to_an_empty_file() => await No([], "not a proof");

    [Fact]
    public async Task The_program_says_no_to_another_zip() =>
        await No(StoredZip.Write([("letter.txt", "hello"u8.ToArray())]), "manifest.json");

    private static async Task No(byte[] proof, string saying)
    {
        using var desk = new Desk().Write("proof.zip", proof);
        (await desk.Run("round replay proof.zip")).No("the proof does not hold: ", saying);
    }

    private IEnumerable<int> Unnoticed(IEnumerable<int> places) =>
        places.Where(i => Refused(Flipped(i)) is not { Length: > 10 });

    private byte[] Flipped(int place)
    {
        var bytes = demo.Proof.ToArray();
        bytes[place] ^= 0x20;
        return bytes;
    }

    /// <summary>What a replay says; null where it finds nothing wrong.</summary>
    private static string? Refused(byte[] proof)
    {
        try { Replay.Run(proof, Format); }
        catch (ProofException e) { return e.Message; }
        return null;
    }
}
