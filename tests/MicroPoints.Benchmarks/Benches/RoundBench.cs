using System.Diagnostics;
using System.Globalization;

namespace MicroPoints.Benchmarks;

/// <summary>A round over a year of the whole country, from the journal's files, against SQL over the same activities.</summary>
/// <remarks>Each peer holds the rows in its own format, loaded and analysed before; only the computation is timed.</remarks>
public static class RoundBench
{
    private const string PostgresName = "PostgreSQL", DuckName = "DuckDB";

    public static async Task Run(Bench bench)
    {
        if (await bench.Peer(bench.GreatJournal, ("round", "–", null)) is not { } journal) return;
        await using var desk = await Desk.Open(journal, BenchRules.Rules(), new LateClock(Year.Number));
        foreach (var ours in await Ours(desk, journal)) await Compare(bench, ours);
    }

    /// <summary>Our ways to compute a round; a faster one is added here and measured like the others.</summary>
    private static async Task<IReadOnlyList<IRoundRun>> Ours(Desk desk, string journal) =>
        [new LedgerRound(desk.Workspace), await ColumnRound.Compacted(journal, desk.Workspace)];

    private static async Task Compare(Bench bench, IRoundRun ours)
    {
        var what = $"round over {Shown.Count(bench.Year.Activities)} activities, {ours.Name}";
        bench.Condition($"round {ours.Name}: {ours.Conditions}");
        var seen = new List<(string Name, RoundTotals Totals)>();
        var contenders = new List<Contender> { Timed("ours", async () => await Clocked(() => ours.Run(CancellationToken.None)), seen) };
        var rows = Path.Combine(bench.NewFolder("rows"), "activities.csv");
        bench.Year.WriteRows(rows);
        if (await bench.Peer(() => Postgres(bench, rows), (what, PostgresName, 30)) is { } postgres)
            foreach (var workers in (int[])[0, 2])
                contenders.Add(Timed($"{PostgresName}, {workers} workers", () => postgres(workers), seen));
        using var duck = bench.Options.Short
            ? await bench.Peer<DuckDb>(() => throw new PeerAbsentException("the short form installs nothing"), (what, DuckName, 2))
            : await bench.Peer(() => DuckDb.Start(bench.Folder, rows, bench.Country.Chambers), (what, DuckName, 2));
        if (duck is not null)
        {
            bench.Used(duck.Version);
            foreach (var threads in (int[])[1, 2])
                contenders.Add(Timed($"{DuckName}, {threads} threads", () => duck.Round(threads), seen));
        }
        File.Delete(rows);

        var medians = await Alternately.Run(contenders, bench.Options.Rounds, bench.Options.Turn, bench.Say, warm: !bench.Options.Short);
        if (seen.FirstOrDefault(s => s.Totals != seen[0].Totals) is { Name: not null } other)
            throw new InvalidOperationException($"ours comes to {seen[0].Totals}, {other.Name} to {other.Totals}");
        bench.Say($"  all {seen.Count} runs agree: {seen[0].Totals}");
        Judge(bench, what, medians);
    }

    /// <summary>Of each peer's ways the better is judged.</summary>
    private static void Judge(Bench bench, string what, IReadOnlyList<Median> medians)
    {
        foreach (var (name, wanted) in ((string, double)[])[(PostgresName, 30), (DuckName, 2)])
            if (medians.Where(m => m.Name.StartsWith(name, StringComparison.Ordinal)).MaxBy(m => m.PerSecond) is { } best)
                bench.Add(Line.OfTimes(what, medians[0], best, wanted));
        if (medians.Count == 1) bench.Add(Line.Informs(what, medians[0]));
    }

    private static Contender Timed(
        string name, Func<Task<(double Milliseconds, RoundTotals Totals)>> run, List<(string, RoundTotals)> seen) => new(name, async _ =>
        {
            var (milliseconds, totals) = await run();
            seen.Add((name, totals));
            return new Turn(1000 / milliseconds, milliseconds * 1000, milliseconds * 1000);
        });

    private static async Task<(double, RoundTotals)> Clocked(Func<Task<RoundTotals>> run)
    {
        var began = Stopwatch.GetTimestamp();
        var totals = await run();
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, totals);
    }

    private static async Task<Func<int, Task<(double, RoundTotals)>>> Postgres(Bench bench, string rows)
    {
        var postgres = await bench.StartedPostgres();
        var folder = bench.NewFolder("sql");
        await postgres.Query("drop table if exists entry10");
        await postgres.Script(PeerWork.File(folder, "load.postgres.sql"), "-v", $"rows={rows}");
        var script = PeerWork.File(folder, "round.postgres.sql");
        return async workers =>
        {
            var output = await postgres.Script(script, "-v", $"chambers={bench.Country.Chambers}", "-v", $"workers={workers}");
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var row = lines.Single(l => l.Contains('|')).Split('|').Select(f => long.Parse(f, CultureInfo.InvariantCulture));
            var time = lines.Last(l => l.StartsWith("Time: ", StringComparison.Ordinal)).Split(' ')[1];
            return (double.Parse(time, CultureInfo.InvariantCulture), RoundTotals.Of([.. row]));
        };
    }
}
