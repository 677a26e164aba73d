namespace MicroPoints.Store.Embedded.Tests;

/// <summary>A long journal is indexed by several threads: they must come to what one thread comes to.</summary>
public sealed class IndexingApartTests : IDisposable
{
    private const int Chambers = 40;
    private static readonly JournalOptions Alone = new() { IndexedApartBytes = long.MaxValue }, Apart = new() { IndexedApartBytes = 0 };

    private readonly TempStore _store = new();
    private readonly SealedEntry[][][] _chambers =
        [.. Enumerable.Range(0, Chambers).Select(i => TempStore.Frames(new ChamberId($"c-{i}"), visits: 5))];

    [Fact]
    public async Task Heads_entries_and_ids_are_the_same()
    {
        await _store.Forge([.. InTurns()]);
        var (heads, entries) = await Read(_store, Alone);
        Assert.Equal((Chambers, 2 * Chambers * _chambers[0].Length), (heads.Count, entries.Count));
        _store.ForgetDerived();
        var apart = await Read(_store, Apart);
        Assert.Equal(heads, apart.Heads);
        Assert.Equal(entries, apart.Entries);
    }

    [Fact]
    public async Task What_cannot_be_is_told_by_its_first_place_whichever_thread_meets_it()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var frames = InTurns();
            for (var holes = 0; holes < 4; holes++) frames.RemoveAt(random.Next(frames.Count / 2));
            using var store = new TempStore();
            await store.Forge([.. frames]);
            var alone = await Assert.ThrowsAsync<StoreException>(() => Read(store, Alone));
            Assert.Contains("goes on at sequence", alone.Message, StringComparison.Ordinal);
            Assert.Equal(alone.Message, (await Assert.ThrowsAsync<StoreException>(() => Read(store, Apart))).Message);
        }
    }

    [Fact]
    public async Task A_torn_tail_is_cut_and_a_broken_middle_refused_all_the_same()
    {
        await _store.Forge([.. InTurns()]);
        var whole = await _store.Whole();
        var random = new Random(1);
        for (var i = 0; i < 60; i++)
        {
            byte[] damaged = [.. whole];
            damaged[random.Next(SegmentHeader.Bytes, whole.Length)] ^= 0x10;
            Assert.Equal(await Outcome(damaged, Alone), await Outcome(damaged, Apart));
        }
        Assert.NotEqual(await Outcome(whole[..^600], Apart), await Outcome(whole, Apart));
        Assert.Equal(await Outcome(whole[..^600], Alone), await Outcome(whole[..^600], Apart));
    }

    public void Dispose() => _store.Dispose();

    /// <summary>Every chamber's first append, then every chamber's second, and so on.</summary>
    private List<SealedEntry[]> InTurns() =>
        [.. Enumerable.Range(0, _chambers[0].Length).SelectMany(turn => _chambers.Select(frames => frames[turn]))];

    private async Task<string> Outcome(byte[] journal, JournalOptions options)
    {
        if (Directory.Exists(_store.Places.Derived)) _store.ForgetDerived();
        await File.WriteAllBytesAsync(_store.Journal, journal);
        try { return string.Join(' ', (await Read(_store, options)).Heads); }
        catch (StoreException e) { return e.Message; }
    }

    private async Task<(List<StreamHead> Heads, List<Head> Entries)> Read(TempStore store, JournalOptions options)
    {
        await using var log = store.Open(options);
        var heads = (await log.Cut(RegionCode.Nation, default)).ToList();
        var entries = new List<Head>();
        foreach (var (stream, _) in heads)
        {
            await foreach (var entry in log.Read(stream, 0, default)) entries.Add(entry.Head);
            entries.AddRange((await log.Find(stream, [.. _chambers[0].SelectMany(f => f).Select(e => e.Id)], default)).Select(e => e.Head));
        }
        return (heads, entries);
    }
}
