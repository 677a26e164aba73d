using MicroPoints.Runtime;
using Microsoft.Data.Sqlite;

namespace MicroPoints.Store.Embedded;

/// <summary>What rebuilding the read model did.</summary>
/// <param name="Differences">Where what was there is not what the log says; empty where it was right or absent.</param>
public sealed record ReadModelReport(long Chambers, long Activities, IReadOnlyList<string> Differences);

/// <summary>Builds the read model anew beside the one that is there, compares the two row by row, and swaps them.</summary>
public static class ReadModelRebuild
{
    private const int DifferencesMax = 20;

    /// <summary>The tables with their keys and all their columns.</summary>
    private static readonly (string Table, string[] Key, string Columns)[] Tables =
    [
        ("stream", ["stream"], "stream, sequence, hash"),
        ("chamber", ["id"], ReadSchema.ChamberColumns),
        ("activity", ["chamber", "sequence"], ReadSchema.ActivityColumns),
    ];

    /// <param name="compare">Also takes what was there up to the log's end, and compares.</param>
    /// <exception cref="StoreException">The directory is in use, or the log is damaged.</exception>
    public static async ValueTask<ReadModelReport> Run(string path, bool compare, CancellationToken cancel)
    {
        await using var log = JournalEventLog.Open(path);
        var heads = await log.Cut(RegionCode.Nation, cancel);
        return await Task.Run(() => Run(ReadFile.In(new DataDirectory(path)), log, heads, compare, cancel), cancel);
    }

    private static ReadModelReport Run(ReadFile file, JournalEventLog log, Heads heads, bool compare, CancellationToken cancel)
    {
        var differences = new List<string>();
        if (compare && file.Exists) CatchUp(file, log, heads, differences, cancel);
        var fresh = file.Beside;
        fresh.Delete();
        Take(fresh, log, heads, _ => { }, cancel);
        if (compare && file.Exists && differences.Count == 0) differences.AddRange(Compare(file, fresh));
        var report = Count(fresh, differences);
        file.ReplaceBy(fresh);
        return report;
    }

    /// <summary>What was there may rightly be behind, so it first takes in what it lacks; what it must forget is a difference.</summary>
    private static void CatchUp(
        ReadFile file, JournalEventLog log, Heads heads, List<string> differences, CancellationToken cancel)
    {
        if (file.Fault() is { } fault)
        {
            differences.Add($"{file.Path}: {fault}");
            return;
        }
        try { Take(file, log, heads, differences.Add, cancel); }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 19 or 26)
        {
            differences.Add($"{file.Path}: what the log adds does not fit what is there: {e.Message}");
        }
        catch (InvariantException e) { differences.Add($"{file.Path}: what the log adds does not fit what is there: {e.Message}"); }
    }

    private static void Take(ReadFile file, JournalEventLog log, Heads heads, Action<string> tell, CancellationToken cancel)
    {
        using var writer = new ReadWriter(file.OpenForWriting(), log);
        var taking = new ReadTaking(log, writer, tell, cancel.ThrowIfCancellationRequested);
        taking.Take(taking.Reconcile(heads));
    }

    private static IEnumerable<string> Compare(ReadFile file, ReadFile fresh)
    {
        using var connection = fresh.OpenForWriting();
        using (var attach = connection.CreateCommand())
        {
            attach.CommandText = "ATTACH DATABASE $old AS old";
            attach.Parameters.AddWithValue("$old", file.Path);
            attach.ExecuteNonQuery();
        }
        foreach (var (table, key, columns) in Tables)
        {
            var same = string.Join(" AND ", key.Select(k => $"a.{k} = b.{k}"));
            foreach (var row in Missing(connection, table, key, same, "old", "main"))
                yield return $"{file.Path}: {table} {row} is not in the log";
            foreach (var row in Missing(connection, table, key, same, "main", "old"))
                yield return $"{file.Path}: {table} {row} was missing";
            foreach (var row in Rows(connection, $"SELECT {Named("a", key)} FROM old.{table} a JOIN main.{table} b ON {same} "
                + $"WHERE ({Qualified("a", columns)}) IS NOT ({Qualified("b", columns)}) LIMIT {DifferencesMax}"))
                yield return $"{file.Path}: {table} {row} is not what the log says";
        }
    }

    private static List<string> Missing(
        SqliteConnection connection, string table, string[] key, string same, string from, string to) =>
        Rows(connection, $"SELECT {Named("a", key)} FROM {from}.{table} a "
            + $"WHERE NOT EXISTS (SELECT 1 FROM {to}.{table} b WHERE {same}) LIMIT {DifferencesMax}");

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var all = new ReadStatement(connection, sql, 0);
        return all.All(row => row.GetString(0));
    }

    private static string Named(string of, string[] key) => string.Join(" || ' ' || ", key.Select(k => $"{of}.{k}"));

    private static string Qualified(string of, string columns) =>
        string.Join(", ", columns.Split(',').Select(c => $"{of}.{c.Trim()}"));

    private static ReadModelReport Count(ReadFile file, IReadOnlyList<string> differences)
    {
        using var connection = file.OpenForQuestions();
        return new ReadModelReport((long)ReadFile.Scalar(connection, "SELECT count(*) FROM chamber")!,
            (long)ReadFile.Scalar(connection, "SELECT count(*) FROM activity")!, differences);
    }
}
