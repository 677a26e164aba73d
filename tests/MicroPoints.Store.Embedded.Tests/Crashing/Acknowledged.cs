namespace MicroPoints.Store.Embedded.Tests;

/// <summary>What was sent to a store and what it acknowledged, and after which effect of its disk.</summary>
internal sealed class Acknowledged
{
    private readonly Lock _gate = new();
    private readonly Dictionary<StreamId, List<SealedEntry>> _sent = [];
    private readonly List<(int Effects, Head Head, StreamId Stream)> _heads = [];
    private readonly Dictionary<StreamId, HashSet<long>> _ends = [];

    /// <summary>Sends entries as one append and writes down when it was answered.</summary>
    public async Task Send(JournalEventLog log, FaultDisk disk, params SealedEntry[] entries)
    {
        Sending(entries);
        Assert.IsType<AppendResult.Appended>(await TempStore.Append(log, entries));
        lock (_gate) _heads.Add((disk.Count, entries[^1].Head, entries[0].Stream));
    }

    /// <summary>Counts entries as there from the beginning.</summary>
    public void Given(params SealedEntry[] entries)
    {
        Sending(entries);
        _heads.Add((0, entries[^1].Head, entries[0].Stream));
    }

    /// <summary>Everything acknowledged by then is there once, and nothing else but whole appends that were sent.</summary>
    public async Task AllThereIn(JournalEventLog log, int effects, string where)
    {
        foreach (var (stream, sent) in _sent)
        {
            var there = await log.Read(stream, 0, CancellationToken.None).ToListAsync();
            var least = _heads.Where(h => h.Stream == stream && h.Effects <= effects).Select(h => h.Head.Sequence).DefaultIfEmpty(0).Max();
            Assert.True(there.Count >= least, $"{where}: {stream} ends at {there.Count}, {least} was acknowledged");
            Assert.True(there.Select(e => e.Hash).SequenceEqual(sent.Take(there.Count).Select(e => e.Hash)),
                $"{where}: {stream} is another");
            Assert.True(there.Count == 0 || _ends[stream].Contains(there.Count), $"{where}: {stream} has half of an append");
            foreach (var entry in there)
                Assert.Equal(entry.Hash, Assert.Single(await log.Find(stream, [entry.Id], CancellationToken.None)).Hash);
        }
    }

    /// <summary>Appends behind what is there, as a client goes on that sends again.</summary>
    public async Task GoOn(JournalEventLog log)
    {
        foreach (var (stream, sent) in _sent)
        {
            var head = (await log.Cut(RegionCode.Nation, CancellationToken.None)).Find(stream);
            var rest = sent.Skip((int)head.Sequence).ToArray();
            if (rest.Length > 0) Assert.IsType<AppendResult.Appended>(await TempStore.Append(log, rest));
        }
    }

    public Heads All => Heads.Of(_sent.Select(s => new StreamHead(s.Key, s.Value[^1].Head)));

    private void Sending(SealedEntry[] entries)
    {
        lock (_gate)
        {
            if (!_sent.TryGetValue(entries[0].Stream, out var sent)) _sent[entries[0].Stream] = sent = [];
            sent.AddRange(entries);
            if (!_ends.TryGetValue(entries[0].Stream, out var ends)) _ends[entries[0].Stream] = ends = [];
            ends.Add(sent.Count);
        }
    }
}
