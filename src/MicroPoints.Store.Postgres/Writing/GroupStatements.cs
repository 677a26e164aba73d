using MicroPoints.Chambers;
using MicroPoints.Streams;
using Npgsql;
using static MicroPoints.Store.Postgres.SqlText;

namespace MicroPoints.Store.Postgres;

/// <summary>What a group writes, as one batch: streams go on, entries are added, the register follows, the mark moves.</summary>
internal static class GroupStatements
{
    private const string AdvanceStreams = """
        update mp_stream s set sequence = w.sequence, hash = w.hash, seat = w.seat
        from (select unnest($1::bigint[]) as number, unnest($2::bigint[]) as expected,
          unnest($3::bigint[]) as sequence, unnest($4::bytea[]) as hash, unnest($5::text[]) as seat) w
        where s.number = w.number and s.sequence = w.expected
        """;

    private const string AddEntries = $"""
        insert into mp_entry ({EntryRow.Columns})
        select unnest($1::bigint[]), unnest($2::bigint[]), unnest($3::text[]), unnest($4::bytea[]), unnest($5::text[]),
          unnest($6::text[]), unnest($7::text[]), unnest($8::text[]), unnest($9::text[]), unnest($10::text[]),
          unnest($11::integer[]), unnest($12::bigint[])
        """;

    private const string Register =
        "insert into mp_chamber (id, name, kind, seat, founded) values ($1, $2, $3, $4, $5)";

    private const string Rename = "update mp_chamber set name = $2 where id = $1";
    private const string End = "update mp_chamber set ended_on = $2 where id = $1";
    private const string Stamp = "update mp_chamber set stamp = $2 where id = $1";
    private const string MoveMark = "update mp_store set mark = mark + 1";

    private const string MarkStreams =
        "update mp_stream set changed = (select mark from mp_store) where number = any($1::bigint[])";

    public static NpgsqlBatch Of(NpgsqlConnection connection, GroupLayout layout)
    {
        var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Streams([.. layout.Advances.OrderBy(a => a.Row.Number)]));
        batch.BatchCommands.Add(Entries([.. layout.Written.SelectMany(w => w.Append.Rows.Select(r => (r, w.Advance)))]));
        foreach (var (append, advance) in layout.Written.Where(w => w.Append.Stream.Type == StreamType.Chamber))
            foreach (var entry in append.Entries)
                if (Registered(entry, advance) is { } change) batch.BatchCommands.Add(change);
        var watched = layout.Advances.Where(a => a.Row.Stream.Type != StreamType.Chamber).Select(a => a.Row.Number).ToArray();
        if (watched.Length == 0) return batch;
        // The store's row is locked until the commit, so that marks are seen in their order.
        batch.BatchCommands.Add(Statement(MoveMark));
        batch.BatchCommands.Add(Statement(MarkStreams, P(watched)));
        return batch;
    }

    private static NpgsqlBatchCommand Streams(Advance[] advances) => Statement(AdvanceStreams,
        P(advances.Select(a => a.Row.Number).ToArray()), P(advances.Select(a => a.Row.Head.Sequence).ToArray()),
        P(advances.Select(a => a.After.Sequence).ToArray()), P(advances.Select(a => StreamRow.Bytes(a.After.Hash)).ToArray()),
        P(advances.Select(a => a.Seat).ToArray()));

    private static NpgsqlBatchCommand Entries((EntryRow Row, Advance Of)[] rows)
    {
        return Statement(AddEntries,
            Column(r => r.Of.Row.Number), Column(r => r.Row.Sequence), Column(r => r.Row.Id), Column(r => r.Row.Bytes),
            Column(r => r.Row.Target), Column(r => r.Row.Kind is null ? null : r.Of.Row.Stream.Name),
            Column(r => r.Row.Kind is null ? null : r.Of.Seat), Column(r => r.Row.Kind), Column(r => r.Row.Key),
            Column(r => r.Row.Actor), Column(r => r.Row.OnLast), Column(r => r.Row.Recorded));

        NpgsqlParameter Column<T>(Func<(EntryRow Row, Advance Of), T> value) => P(Array.ConvertAll(rows, r => value(r)));
    }

    /// <summary>What an entry changes in the register; null for one that changes nothing there.</summary>
    private static NpgsqlBatchCommand? Registered(SealedEntry entry, Advance advance) => entry.Body switch
    {
        ChamberRegistered r => Statement(Register, P(entry.Stream.Name), P(r.Name), P(r.Kind), P(advance.Seat), Day(r.Founded)),
        ChamberRenamed renamed => Statement(Rename, P(entry.Stream.Name), P(renamed.Name)),
        ChamberDissolved dissolved => Statement(End, P(entry.Stream.Name), Day(dissolved.On)),
        ChamberMerged merged => Statement(End, P(entry.Stream.Name), Day(merged.On)),
        ChamberSplit split => Statement(End, P(entry.Stream.Name), Day(split.On)),
        ChamberAttributeSet { Attribute: Chamber.Provenance } set => Statement(Stamp, P(entry.Stream.Name), P(set.Value)),
        _ => null,
    };

    private static NpgsqlParameter Day(DateOnly? day) => P(day?.DayNumber);
}
