namespace MicroPoints.Store.Embedded.Tests;

/// <summary>A scan is kept whole or not at all, whenever the power fails, and what was said to be kept is there.</summary>
public sealed class ScanPowerCutTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly byte[] First = Scan(1), Second = Scan(2);

    [Fact]
    public async Task A_power_cut_after_any_effect_leaves_a_scan_whole_or_none()
    {
        using var store = new TempStore();
        var disk = new FaultDisk(store.Root);
        var files = new ScanFiles(store.Root, disk);
        await files.Keep(Digest.Of(First), First, Never);
        var firstKept = disk.Count;
        await files.Keep(Digest.Of(Second), Second, Never);
        Assert.True(firstKept > 4 && disk.Count > firstKept + 3, "every effect of keeping is seen");

        var random = new Random(20261122);
        for (var effects = 0; effects <= disk.Count; effects++)
            foreach (var keeps in Enum.GetValues<Keeps>())
                foreach (var names in Enum.GetValues<KeepsNames>())
                {
                    using var cut = new TempStore();
                    new PowerCut(disk, effects, keeps, names, random).Leave(cut.Root);
                    var (first, second) = (await IsThere(cut.Root, First), await IsThere(cut.Root, Second));
                    var where = $"cut after effect {effects} of {disk.Count} keeping {keeps}, names {names}";
                    Assert.True(first || effects < firstKept, where);
                    Assert.True(second || effects < disk.Count, where);

                    // Sent again it is kept, over whatever was left half written.
                    await new ScanFiles(cut.Root).Keep(Digest.Of(Second), Second, Never);
                    Assert.True(await IsThere(cut.Root, Second), where);
                }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_disk_that_fails_says_so_and_leaves_no_scan(bool flushFails)
    {
        using var store = new TempStore();
        var failing = new FailingDisk(".new") { BytesTaken = flushFails ? null : 700, FlushFails = flushFails };
        await Assert.ThrowsAsync<StoreException>(async () =>
            await new ScanFiles(store.Root, failing).Keep(Digest.Of(First), First, Never));
        Assert.False(await IsThere(store.Root, First));
    }

    /// <summary>False where it is not there; what is there under its name is never anything else.</summary>
    private static async Task<bool> IsThere(string root, byte[] scan)
    {
        await using var file = await new ScanFiles(root).Open(Digest.Of(scan), Never);
        return file is not null;
    }

    private static byte[] Scan(int number)
    {
        var bytes = new byte[5_000 * number];
        new Random(number).NextBytes(bytes);
        return bytes;
    }
}
