namespace MicroPoints.Store.Embedded.Tests;

/// <summary>A proof is kept whole or not at all, whenever the power fails, and what was said to be kept is there.</summary>
public sealed class ProofPowerCutTests
{
    private static readonly RoundId Round = new("990102:2026");
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task A_power_cut_after_any_effect_leaves_a_proof_whole_or_none()
    {
        using var store = new TempStore();
        var (disk, first, second) = (new FaultDisk(store.Root), Proof(1), Proof(2));
        var files = new ProofFiles(store.Root, disk);
        await files.Keep(first, Never);
        var firstKept = disk.Count;
        await files.Keep(second, Never);
        Assert.True(firstKept > 4 && disk.Count > firstKept + 3, "every effect of keeping is seen");

        var random = new Random(20261124);
        for (var effects = 0; effects <= disk.Count; effects++)
            foreach (var keeps in Enum.GetValues<Keeps>())
                foreach (var names in Enum.GetValues<KeepsNames>())
                {
                    using var cut = new TempStore();
                    new PowerCut(disk, effects, keeps, names, random).Leave(cut.Root);
                    var left = await Left(cut.Root, first, second);
                    var where = $"cut after effect {effects} of {disk.Count} keeping {keeps}, names {names}: {left}";
                    Assert.True(left is "first" or "second" || effects < firstKept && left == "none", where);
                    Assert.True(effects < disk.Count || left == "second", where);

                    // Sealing again keeps it again, over whatever was left half written.
                    await new ProofFiles(cut.Root).Keep(second, Never);
                    Assert.Equal("second", await Left(cut.Root, first, second));
                }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_disk_that_fails_while_a_proof_is_kept_again_leaves_the_one_that_is_there(bool flushFails)
    {
        using var store = new TempStore();
        await new ProofFiles(store.Root).Keep(Proof(1), Never);
        var failing = new FailingDisk(".zip.new") { BytesTaken = flushFails ? null : 700, FlushFails = flushFails };
        var failure = await Assert.ThrowsAsync<StoreException>(async () =>
            await new ProofFiles(store.Root, failing).Keep(Proof(2), Never));
        Assert.Contains(store.Root, failure.Message, StringComparison.Ordinal);
        Assert.Equal("first", await Left(store.Root, Proof(1), Proof(2)));
    }

    private static async Task<string> Left(string root, SealedProof first, SealedProof second)
    {
        var path = Path.Combine(root, ProofFiles.Name(Round));
        if (!File.Exists(path))
        {
            Assert.Null(await new ProofFiles(root).Open(Round, first.Digest, Never));
            return "none";
        }
        foreach (var (name, proof) in new[] { ("first", first), ("second", second) })
            try
            {
                await using var file = await new ProofFiles(root).Open(Round, proof.Digest, Never);
                return name;
            }
            catch (StoreException) { }
        return $"torn, {new FileInfo(path).Length} bytes";
    }

    private static SealedProof Proof(int number)
    {
        var bytes = new byte[5_000 * number];
        new Random(number).NextBytes(bytes);
        return new SealedProof(Round, bytes, Digest.Of(bytes), Digest.Of(bytes), null!);
    }
}
