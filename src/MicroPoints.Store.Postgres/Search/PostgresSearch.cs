using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Streams;
using Npgsql;

namespace MicroPoints.Store.Postgres;

/// <summary>Finds activities and chambers in the log's own tables: what was acknowledged, by whatever process, is found.</summary>
public sealed class PostgresSearch(PostgresEventLog log, TimeProvider clock) : IActivitySearch
{
    public DateTimeOffset CaughtUpTo => clock.GetUtcNow();

    public ValueTask<bool> CatchUp(TimeSpan within, CancellationToken cancel) => new(true);

    public async ValueTask<FoundActivities> Find(ActivityQuery query, CancellationToken cancel)
    {
        var (rows, reached, stamp) = await Ask(SearchSql.Of(query), query.Limit, query.Scope,
            row => Found(row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), Text(row, 3)), cancel);
        var items = rows.Take(query.Limit).ToList();
        return new FoundActivities(items, rows.Count > items.Count ? items[^1].Position : null, reached, stamp);
    }

    public async ValueTask<FoundChambers> Find(ChamberQuery query, CancellationToken cancel)
    {
        var (rows, reached, stamp) = await Ask(SearchSql.Of(query), query.Limit, query.Scope, row => new FoundChamber(
            new ChamberId(row.GetString(0)), row.GetString(1), row.GetString(2), new RegionCode(row.GetString(3)),
            Day(row, 4), Day(row, 5)), cancel);
        var items = rows.Take(query.Limit).ToList();
        return new FoundChambers(items, rows.Count > items.Count ? items[^1].Id : null, reached, stamp);
    }

    private async ValueTask<(List<T> Rows, DateTimeOffset Reached, string? Stamp)> Ask<T>(
        SearchSql question, int limit, RegionCode scope, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        Invariant.Holds(limit is >= 1 and <= Limits.PageMax, $"a page has 1–{Limits.PageMax} items");
        // Before the rows: they may reach further than this says, never less far.
        var reached = CaughtUpTo;
        return await log.Database.Ask(async connection =>
        {
            await using var command = question.On(connection);
            await using var stamp = SearchSql.Stamp(scope).On(connection);
            var rows = await command.All(read, cancel);
            return (rows, reached, (await stamp.All(row => row.GetString(0), cancel)).FirstOrDefault());
        }, cancel);
    }

    private FoundActivity Found(string chamber, long sequence, byte[] bytes, string? reversal)
    {
        var id = new ChamberId(chamber);
        SealedEntry entry;
        try { entry = EntryBytes.Read(StreamId.Of(id), sequence, bytes); }
        catch (CanonicalException e)
        {
            throw new StoreException($"{StreamId.Of(id)} at sequence {sequence} in {log.Place}: {e.Message}. Run verify.", e);
        }
        var fact = LedgerState.FactOf(entry) ?? throw new StoreException(
            $"{entry.Stream} at sequence {sequence} in {log.Place} is no activity, its row says that it is one. Run verify.");
        return new FoundActivity(id, sequence, entry.Id, fact, entry.At, entry.By, reversal is null ? null : new EntryId(reversal),
            (entry.Body as ActivityCarried)?.Origin, entry.Body is ActivityRecorded { IsPostClose: true });
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.FromDayNumber(row.GetInt32(column));
}
