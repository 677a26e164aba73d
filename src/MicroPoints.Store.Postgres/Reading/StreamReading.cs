using System.Runtime.CompilerServices;
using MicroPoints.Runtime;
using MicroPoints.Streams;
using Npgsql;
using static MicroPoints.Store.Postgres.SqlText;

namespace MicroPoints.Store.Postgres;

/// <summary>Reads streams, entries by id, heads and changes.</summary>
internal sealed class StreamReading(Database database)
{
    private const int PageRows = 500;

    private readonly StreamQuestions _questions = new(database);

    private const string Page = """
        select s.sequence, e.sequence, e.bytes from mp_stream s join mp_entry e on e.stream = s.number
        where s.name = $1 and s.type = $2 and e.sequence > $3 and e.sequence <= $4 order by e.sequence limit $5
        """;

    private const string Heads = "select s.type, s.name, s.sequence, s.hash from mp_stream s where s.sequence > 0";

    private const string Changes = """
        select m.mark, s.type, s.name from mp_store m left join mp_stream s
          on s.type <> 1 and s.changed > $1 and s.changed <= m.mark
        """;

    /// <summary>Entries after a sequence, through the head that the stream has at the first page.</summary>
    public async IAsyncEnumerable<SealedEntry> After(
        StreamId stream, long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        (after, var through) = (Math.Max(after, 0), long.MaxValue);
        // Who has read it before mostly finds nothing new.
        if (after > 0 && (through = await _questions.EndOf(stream, cancel)) <= after) yield break;
        while (after < through)
        {
            var rows = await database.Ask(c => c.Command(Page, P(stream.Name), P((int)stream.Type), P(after), P(through), P(PageRows))
                .All(row => (End: row.GetInt64(0), Sequence: row.GetInt64(1), Bytes: row.GetFieldValue<byte[]>(2)), cancel), cancel);
            foreach (var (_, sequence, bytes) in rows)
            {
                if (sequence != ++after) throw Damaged(stream, after, "it is missing");
                yield return Entry(stream, sequence, bytes);
            }
            if (rows.Count < PageRows) yield break;
            through = Math.Min(through, rows[0].End);
        }
    }

    public async ValueTask<IReadOnlyList<SealedEntry>> Find(
        StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (ids.Count == 0) return [];
        var rows = await _questions.Find(stream, ids, cancel);
        return [.. rows.Select(row => Entry(stream, row.Sequence, row.Bytes))];
    }

    public async ValueTask<Heads> Cut(RegionCode scope, StreamType? type, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var (sql, parameters) = (Heads, new List<NpgsqlParameter>());
        if (!scope.IsNation)
        {
            sql += " and s.seat >= $1 and s.seat < $2";
            parameters.AddRange([P(scope.Value), P(Seats.Until(scope))]);
        }
        if (type is { } one)
        {
            parameters.Add(P((int)one));
            sql += $" and s.type = ${parameters.Count}";
        }
        return Runtime.Heads.Of(await database.Ask(c => c.Command(sql, [.. parameters.Select(p => p.Clone())])
            .All(row => new StreamHead(StreamRow.IdOf(row, 0),
                new Head(row.GetInt64(2), Digest.Read(row.GetFieldValue<byte[]>(3)))), cancel), cancel));
    }

    /// <remarks>One statement sees the mark and all that was marked by it, for marks are given in the order of commits.</remarks>
    public async ValueTask<SharedChanges> ChangesAfter(long mark, CancellationToken cancel)
    {
        var rows = await database.Ask(c => c.Command(Changes, P(mark)).All(
            row => (Mark: row.GetInt64(0), Stream: row.IsDBNull(1) ? (StreamId?)null : StreamRow.IdOf(row, 1)), cancel), cancel);
        if (rows.Count == 0) throw new StoreException($"{database.Place} has lost the row of {Schema.Store}: restore it from a backup.");
        return new SharedChanges(rows[0].Mark, [.. rows.Where(r => r.Stream is not null).Select(r => r.Stream!.Value)]);
    }

    private SealedEntry Entry(StreamId stream, long sequence, byte[] bytes)
    {
        try { return EntryBytes.Read(stream, sequence, bytes); }
        catch (CanonicalException e) { throw Damaged(stream, sequence, e.Message); }
    }

    private StoreException Damaged(StreamId stream, long sequence, string what) => new(
        $"{stream} at sequence {sequence} in {database.Place}: {what}. "
        + "Run verify, which names the first broken entry, and restore the database from a backup.");
}
