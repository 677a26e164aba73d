using System.Diagnostics;

namespace MicroPoints.Benchmarks;

/// <summary>What one recording costs in a chamber with 1, 10 and 100 thousand entries: it must not grow with them.</summary>
public static class FlatBench
{
    private const int Batch = 1000;

    public static async Task Run(Bench bench)
    {
        int[] sizes = bench.Options.Short ? [200, 2000] : [1_000, 10_000, 100_000];
        var country = new Country(sizes.Length);
        await using var desk = await Desk.Open(bench.NewFolder("flat"), BenchRules.Shipped());
        await Desk.Register(desk.Workspace, country);
        var recordings = new Recordings(country, desk.Workspace, "micro-points");
        for (var n = 0; n < sizes.Length; n++) await Fill(desk, country[n], recordings, sizes[n]);

        var durable = await bench.Alternate([.. sizes.Select((size, n) => new Contender($"{size} entries, durable",
            turn => Load.Run(1, turn, 1, async _ => Desk.Demand(await desk.Chambers.Run(
                country[n], Country.Clerk, recordings.Draw(Random.Shared), default)))))]);
        var judged = await bench.Alternate([.. sizes.Select((size, n) => new Contender($"{size} entries, judged only",
            turn => Load.Run(1, turn, 1, async _ => await desk.Chambers.Preview(
                country[n], Country.Clerk, [recordings.Draw(Random.Shared)], default))))]);
        foreach (var medians in (IReadOnlyList<Median>[])[durable, judged])
            foreach (var larger in medians.Skip(1))
                bench.Add(Line.Of($"one recording in a chamber with {larger.Name}", larger, medians[0], FlatAtLeast));
        await Opening(bench, desk, country, sizes);
    }

    /// <summary>Equal but for noise.</summary>
    private const double FlatAtLeast = 0.8;

    private static async Task Fill(Desk desk, ChamberId chamber, Recordings recordings, int size)
    {
        for (var done = 0; done < size; done += Batch)
            await desk.Chambers.RunAll(chamber, Country.Clerk, recordings.DrawList(Math.Min(Batch, size - done)), default);
    }

    /// <summary>The first use of a chamber after a start folds its ledger; that may grow, and is shown.</summary>
    private static async Task Opening(Bench bench, Desk desk, Country country, int[] sizes)
    {
        for (var n = 0; n < sizes.Length; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await desk.Workspace.Log.Load(StreamId.Of(country[n]), desk.Workspace.Today.Year, [], default);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            bench.Add(new Line($"first load of a chamber with {sizes[n]} entries", Shown.Time(seconds * 1e6), "–", null, null));
        }
    }
}
