using System.Data;
using System.Diagnostics;
using MicroPoints.Runtime;
using Npgsql;
using static MicroPoints.Store.Postgres.SqlText;

namespace MicroPoints.Store.Postgres;

/// <summary>One group as one transaction: locks its streams, writes the appends that continue them, commits.</summary>
/// <remarks>
/// Locks are taken in one order, streams by number and the store's row last, so that two groups wait for each other at most.
/// </remarks>
internal sealed class GroupTransaction(NpgsqlConnection connection, IReadOnlyList<PendingAppend> group)
{
    private const int AttemptsMax = 8;

    private const string LockStreams = $"""
        select {StreamRow.Columns} from mp_stream s
        join (select unnest($1::integer[]) as type, unnest($2::text[]) as name) w on s.name = w.name and s.type = w.type
        order by s.number for update of s
        """;

    private const string MakeStreams = """
        insert into mp_stream (number, type, name, seat, sequence, hash, changed)
        select nextval('mp_stream_number'), w.type, w.name, w.seat, 0, $4, 0
        from (select unnest($1::integer[]) as type, unnest($2::text[]) as name, unnest($3::text[]) as seat) w
        where not exists (select 1 from mp_stream s where s.name = w.name and s.type = w.type)
        """;

    private bool _warned;

    /// <summary>From here on nobody knows whether it was recorded, until the answer comes.</summary>
    public bool IsCommitting { get; private set; }

    /// <summary>How long the database took to make it lasting.</summary>
    public TimeSpan Flush { get; private set; }

    /// <summary>Writes what can be written. What it answers is durable.</summary>
    public async Task<GroupLayout> Run()
    {
        await MakeNewStreams();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        var layout = new GroupLayout(group, await Lock());
        if (layout.Written.Count == 0) return layout;
        await using (var batch = GroupStatements.Of(connection, layout)) await Write(batch, layout);
        await Commit(transaction);
        return layout;
    }

    /// <summary>
    /// Rows of streams that begin, in a transaction of their own: what another process makes at this moment must not undo a
    /// group.
    /// </summary>
    private async Task MakeNewStreams()
    {
        var news = group.Where(a => a.Expected.Sequence == 0).DistinctBy(a => a.Stream).OrderBy(a => a.Stream).ToList();
        if (news.Count == 0) return;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var command = connection.Command(MakeStreams,
                    P(news.Select(a => (int)a.Stream.Type).ToArray()), P(news.Select(a => a.Stream.Name).ToArray()),
                    P(news.Select(a => StreamScope.Of(a.Entries[0]).Value).ToArray()), P(StreamRow.Bytes(Digest.Zero)));
                await command.ExecuteNonQueryAsync();
                return;
            }
            // Whoever was first has committed, and is seen by the next attempt.
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation && attempt < AttemptsMax) { }
        }
    }

    private async Task<Dictionary<StreamId, StreamRow>> Lock()
    {
        StreamId[] streams = [.. group.Select(a => a.Stream).Distinct()];
        await using var command = connection.Command(LockStreams,
            P(streams.Select(s => (int)s.Type).ToArray()), P(streams.Select(s => s.Name).ToArray()));
        return (await command.All(StreamRow.Read, CancellationToken.None)).ToDictionary(r => r.Stream);
    }

    private static async Task Write(NpgsqlBatch batch, GroupLayout layout)
    {
        await batch.ExecuteNonQueryAsync();
        Invariant.Holds(batch.BatchCommands[0].RecordsAffected == layout.Advances.Count, "every locked stream goes on");
        Invariant.Holds(batch.BatchCommands[1].RecordsAffected == layout.Written.Sum(w => w.Append.Rows.Count),
            "every entry is inserted");
    }

    private async Task Commit(NpgsqlTransaction transaction)
    {
        connection.Notice += Warned;
        try
        {
            var started = Stopwatch.GetTimestamp();
            IsCommitting = true;
            await transaction.CommitAsync();
            Flush = Stopwatch.GetElapsedTime(started);
        }
        finally { connection.Notice -= Warned; }
        // A server that stops waiting for its standby commits all the same, and only warns.
        if (_warned) throw new NpgsqlException("the database committed with a warning: its standby may not have it");
    }

    private void Warned(object sender, NpgsqlNoticeEventArgs e) => _warned |= e.Notice.InvariantSeverity == "WARNING";
}
