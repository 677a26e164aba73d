using System.Data;
using MicroPoints.Runtime;
using Npgsql;
using static MicroPoints.Store.Postgres.SqlText;

namespace MicroPoints.Store.Postgres;

/// <summary>
/// Checks a database from its rows alone: sequences, every hash and chain, the streams' heads, what stands beside the entries,
/// and given heads. Writes nothing, and sees one instant while others record.
/// </summary>
public static class PostgresVerify
{
    private const int PageRows = 2000;

    private const string Streams = $"select {StreamRow.Columns} from mp_stream s";

    private const string Page = $"""
        select {EntryRow.Columns} from mp_entry where (stream, sequence) > ($1, $2) order by stream, sequence limit $3
        """;

    private const string Count = "select coalesce(sum(sequence), 0)::bigint from mp_stream";

    /// <param name="heads">Heads kept elsewhere that the log must still hold.</param>
    /// <param name="progress">Told how many entries were looked at, and of how many.</param>
    /// <exception cref="StoreException">There is nothing to verify, or it cannot be read.</exception>
    public static Task<VerifyReport> Run(string connectionString, IReadOnlyList<StreamHead>? heads = null,
        IProgress<(long Done, long Total)>? progress = null, CancellationToken cancel = default) =>
        Run(connectionString, heads, progress, forMigration: false, cancel);

    internal static async Task<VerifyReport> Run(string connectionString, IReadOnlyList<StreamHead>? heads,
        IProgress<(long Done, long Total)>? progress, bool forMigration, CancellationToken cancel)
    {
        await using var database = Database.Of(connectionString, new PostgresOptions { AllowLoss = true });
        try
        {
            await using var connection = await database.Connect(cancel);
            await Preparation.CheckOnly(database, connection, cancel, forMigration);
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            return await Walk(connection, heads ?? [], progress, cancel);
        }
        catch (Exception e) when (Fault.IsOfDatabase(e))
        {
            throw new StoreException($"{database.Place} cannot be verified: {Fault.Text(e)}", e);
        }
    }

    private static async Task<VerifyReport> Walk(NpgsqlConnection connection, IReadOnlyList<StreamHead> heads,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        await using var streams = connection.Command(Streams);
        await using var count = connection.Command(Count);
        var walk = new VerifyWalk((await streams.All(StreamRow.Read, cancel)).ToDictionary(r => r.Number), heads);
        var total = (await count.All(row => row.GetInt64(0), cancel))[0];
        var (stream, sequence) = (0L, 0L);
        while (true)
        {
            await using var page = connection.Command(Page, P(stream), P(sequence), P(PageRows));
            var rows = await page.All(StoredRow.Read, cancel);
            if (!rows.TrueForAll(walk.Take)) break;
            progress?.Report((walk.Entries, total));
            if (rows.Count < PageRows)
            {
                walk.End();
                break;
            }
            (stream, sequence) = (rows[^1].Stream, rows[^1].Entry.Sequence);
        }
        return new VerifyReport(walk.Entries, walk.Heads, walk.Broken);
    }
}
