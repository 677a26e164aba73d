using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Postgres;

/// <summary>Which appends of a group can be written, given where the streams end that it has locked.</summary>
internal sealed class GroupLayout
{
    private readonly Dictionary<StreamId, Advance> _advances = [];
    private readonly IReadOnlyDictionary<StreamId, StreamRow> _locked;

    /// <param name="locked">The streams' rows, held until the transaction ends.</param>
    public GroupLayout(IReadOnlyList<PendingAppend> group, IReadOnlyDictionary<StreamId, StreamRow> locked)
    {
        _locked = locked;
        foreach (var append in group)
        {
            var row = locked.GetValueOrDefault(append.Stream);
            // Those of one stream follow each other where they were sealed so.
            var head = _advances.TryGetValue(append.Stream, out var advance) ? advance.After : row?.Head ?? Head.Empty;
            if (row is null || head != append.Expected)
            {
                Moved.Add(append);
                continue;
            }
            advance ??= _advances[append.Stream] = new Advance(row, SeatOf(append, row));
            advance.After = append.After;
            Written.Add((append, advance));
        }
    }

    public List<(PendingAppend Append, Advance Advance)> Written { get; } = [];

    public List<PendingAppend> Moved { get; } = [];

    public IReadOnlyCollection<Advance> Advances => _advances.Values;

    public int Bytes => Written.Sum(w => w.Append.Bytes);

    /// <summary>Where a stream ends once the group is written.</summary>
    public Head HeadOf(StreamId stream) =>
        _advances.TryGetValue(stream, out var advance) ? advance.After : _locked.GetValueOrDefault(stream)?.Head ?? Head.Empty;

    /// <summary>Of the first append it is the entry that decides: the row may be left from another that did not come to be.</summary>
    private static string SeatOf(PendingAppend append, StreamRow row) =>
        append.Expected.Sequence == 0 ? StreamScope.Of(append.Entries[0]).Value : row.Seat;
}

/// <summary>A stream that goes on from its locked head.</summary>
internal sealed class Advance(StreamRow row, string seat)
{
    public StreamRow Row => row;
    public string Seat => seat;
    public Head After { get; set; } = row.Head;
}
