using static MicroPoints.Store.Postgres.SqlText;

namespace MicroPoints.Store.Postgres;

/// <summary>
/// The two questions that every recording asks: whether ids are known, and whether a stream went on. Those of many callers go
/// as one.
/// </summary>
internal sealed class StreamQuestions
{
    private const int InFlightMax = 2, GroupMax = 256;

    private const string ById = """
        select w.place, e.sequence, e.bytes
        from (select unnest($1::integer[]) as place, unnest($2::text[]) as name, unnest($3::integer[]) as type,
          unnest($4::text[]) as id) w
        join mp_stream s on s.name = w.name and s.type = w.type
        join mp_entry e on e.stream = s.number and e.id = w.id
        """;

    private const string Ends = """
        select w.place, s.sequence
        from (select unnest($1::integer[]) as place, unnest($2::text[]) as name, unnest($3::integer[]) as type) w
        join mp_stream s on s.name = w.name and s.type = w.type
        """;

    private readonly Database _database;
    private readonly Asking<(StreamId Stream, EntryId[] Ids), IReadOnlyList<(long Sequence, byte[] Bytes)>> _finding;
    private readonly Asking<StreamId, long> _ends;

    public StreamQuestions(Database database)
    {
        _database = database;
        _finding = new(AskById, InFlightMax, GroupMax);
        _ends = new(AskEnds, InFlightMax, GroupMax);
    }

    /// <summary>The entries of a stream that bear one of some ids.</summary>
    public Task<IReadOnlyList<(long Sequence, byte[] Bytes)>> Find(StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel) =>
        _finding.Ask((stream, [.. ids.Distinct()]), cancel);

    /// <summary>The last sequence of a stream; 0 where it has none.</summary>
    public Task<long> EndOf(StreamId stream, CancellationToken cancel) => _ends.Ask(stream, cancel);

    private async Task<IReadOnlyList<IReadOnlyList<(long, byte[])>>> AskById(IReadOnlyList<(StreamId Stream, EntryId[] Ids)> questions)
    {
        var asked = questions.SelectMany((q, place) => q.Ids.Select(id => (Place: place, q.Stream, Id: id))).ToArray();
        var rows = await _database.Ask(c => c.Command(ById,
            P(Array.ConvertAll(asked, a => a.Place)), P(Array.ConvertAll(asked, a => a.Stream.Name)),
            P(Array.ConvertAll(asked, a => (int)a.Stream.Type)), P(Array.ConvertAll(asked, a => a.Id.Value)))
            .All(row => (Place: row.GetInt32(0), Sequence: row.GetInt64(1), Bytes: row.GetFieldValue<byte[]>(2)), default), default);
        var found = rows.ToLookup(r => r.Place, r => (r.Sequence, r.Bytes));
        return [.. Enumerable.Range(0, questions.Count).Select(place => found[place].ToList())];
    }

    private async Task<IReadOnlyList<long>> AskEnds(IReadOnlyList<StreamId> questions)
    {
        var rows = await _database.Ask(c => c.Command(Ends, P(Enumerable.Range(0, questions.Count).ToArray()),
            P(questions.Select(s => s.Name).ToArray()), P(questions.Select(s => (int)s.Type).ToArray()))
            .All(row => (Place: row.GetInt32(0), Sequence: row.GetInt64(1)), default), default);
        var ends = new long[questions.Count];
        foreach (var (place, sequence) in rows) ends[place] = sequence;
        return ends;
    }
}
