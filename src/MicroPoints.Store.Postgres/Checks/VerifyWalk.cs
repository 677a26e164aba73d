using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Postgres;

/// <summary>Walks the entries stream by stream and holds each against the one before, the streams' heads and given heads.</summary>
internal sealed class VerifyWalk(IReadOnlyDictionary<long, StreamRow> streams, IReadOnlyList<StreamHead> given)
{
    private readonly Dictionary<StreamId, Head> _heads = [];
    private readonly Dictionary<(StreamId, long), Digest> _wanted = given.DistinctBy(g => (g.Stream, g.Head.Sequence))
        .ToDictionary(g => (g.Stream, g.Head.Sequence), _ => Digest.Zero);
    private StreamRow? _at;
    private Head _head;

    public long Entries { get; private set; }
    public Broken? Broken { get; private set; }
    public Heads Heads => Heads.Of(_heads.Select(h => new StreamHead(h.Key, h.Value)));

    /// <summary>Takes the next row in the order of stream and sequence; false where it is broken.</summary>
    public bool Take(StoredRow row)
    {
        if (_at?.Number != row.Stream && !Begin(row)) return false;
        var (stream, expected) = (_at!.Stream, _head.Sequence + 1);
        if (row.Entry.Sequence != expected) return Break(stream, expected, $"sequence {expected} is missing");
        SealedEntry entry;
        try { entry = EntryBytes.Read(stream, expected, row.Entry.Bytes); }
        catch (CanonicalException e) { return Break(stream, expected, e.Message); }
        if (entry.Previous != _head.Hash)
            return Break(stream, expected, $"it does not seal the entry before, whose hash is {_head.Hash}");
        if (expected == 1 && StreamScope.Of(entry).Value is var seat && seat != _at.Seat)
            return BreakDerived(stream, expected, $"its stream belongs to {seat}, the row in mp_stream says {_at.Seat}");
        if (row.Difference(entry, _at) is { } column)
            return BreakDerived(stream, expected, $"{column} of the row in mp_entry is not what the entry says");
        _heads[stream] = _head = entry.Head;
        if (_wanted.ContainsKey((stream, expected))) _wanted[(stream, expected)] = entry.Hash;
        Entries++;
        return true;
    }

    /// <summary>Holds what was walked against every head there is.</summary>
    public void End()
    {
        if (_at is not null && !Ends()) return;
        foreach (var row in streams.Values.OrderBy(r => r.Number))
            if (row.Head.Sequence > 0 && !_heads.ContainsKey(row.Stream))
            {
                Break(row.Stream, 1, $"its entries are missing, mp_stream says that it ends at {row.Head.Sequence}");
                return;
            }
        foreach (var (stream, head) in given)
            if (_heads.GetValueOrDefault(stream).Sequence is var last && last < head.Sequence)
            {
                Break(stream, last + 1, $"the log is truncated: the heads given name sequence {head.Sequence}, the log ends at {last}");
                return;
            }
        foreach (var (stream, head) in given)
            if (_wanted[(stream, head.Sequence)] is var hash && hash != head.Hash)
            {
                Break(stream, head.Sequence, $"the log is another: the heads given name the hash {head.Hash}, the log has {hash}");
                return;
            }
    }

    private bool Begin(StoredRow row)
    {
        if (_at is not null && !Ends()) return false;
        if (!streams.TryGetValue(row.Stream, out _at))
        {
            Broken = new Broken(null, null, $"mp_entry has entries of stream number {row.Stream}, which mp_stream does not know");
            return false;
        }
        _head = Head.Empty;
        return true;
    }

    private bool Ends() => _at!.Head == _head
        || (_at.Head.Sequence > _head.Sequence
            ? Break(_at.Stream, _head.Sequence + 1, $"the log is truncated: mp_stream says that it ends at {_at.Head.Sequence}")
            : Break(_at.Stream, _at.Head.Sequence, $"mp_stream says that it ends at {_at.Head}, its entries at {_head}"));

    private bool Break(StreamId stream, long sequence, string what)
    {
        Broken = new Broken(stream, sequence, what);
        return false;
    }

    private bool BreakDerived(StreamId stream, long sequence, string what)
    {
        Broken = new Broken(stream, sequence, what) { IsDerived = true };
        return false;
    }
}
