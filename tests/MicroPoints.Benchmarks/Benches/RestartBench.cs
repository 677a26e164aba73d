using System.Diagnostics;
using System.Globalization;
using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Benchmarks;

/// <summary>From the start of a process over a great journal to its first answer, with and without what a clean close leaves.</summary>
/// <remarks>The journal is in the file cache, as after a restart of the program and not of the machine.</remarks>
public static class RestartBench
{
    public static async Task Run(Bench bench)
    {
        if (await bench.Peer(bench.GreatJournal, ("restart", "–", null)) is not { } journal) return;
        var what = $"restart with {Shown.Count(bench.Year.Activities)} activities";
        var derived = new DataDirectory(journal).Derived;
        await Measure(bench, $"{what}, from a checkpoint", journal, 1);
        Directory.Delete(derived, recursive: true);
        await Measure(bench, $"{what}, without", journal, 5);
    }

    private static async Task Measure(Bench bench, string what, string journal, double secondsMax)
    {
        var ours = new Contender("ours", _ => Restart(bench, journal));
        var medians = await Alternately.Run([ours], bench.Options.Rounds, bench.Options.Turn, bench.Say, warm: !bench.Options.Short);
        bench.Add(Line.OfLimit(what, medians[0], secondsMax));
    }

    private static async Task<Turn> Restart(Bench bench, string journal)
    {
        using var child = Children.Start("open", journal, bench.Country[0].Value);
        var seconds = double.Parse(await child.Line(), CultureInfo.InvariantCulture);
        return new Turn(1 / seconds, seconds * 1e6, seconds * 1e6);
    }

    /// <summary>The child: opens, judges one activity without writing it, and says how long its process has run.</summary>
    public static async Task<int> Open(string[] args)
    {
        var desk = await Desk.Open(args[0], BenchRules.Rules(), new LateClock(Year.Number));
        var activity = new RecordActivity(new EntryId("first-after-restart"), BenchRules.KindOf(0),
            On.Day(new DateOnly(Year.Number, 3, 1)), new Measured.Count(1));
        var answer = await desk.Chambers.Preview(new ChamberId(args[1]), Country.Clerk, [activity], CancellationToken.None);
        if (answer is not BatchAnswer.Accepted) throw new InvalidOperationException($"not accepted: {answer}");
        var seconds = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds;
        Console.WriteLine(seconds.ToString("0.000", CultureInfo.InvariantCulture));
        // Closing would write the checkpoint whose absence is measured: the process ends as if it were killed.
        Environment.Exit(0);
        return 0;
    }
}
