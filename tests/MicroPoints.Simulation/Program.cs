using System.Diagnostics;

namespace MicroPoints.Simulation;

/// <summary>The verbs of the program.</summary>
internal static class Program
{
    private const string Usage =
        """
        usage: run  [--seed N] [--seeds COUNT] [--steps M] [--keep]   simulate; the seeds from N on
               kill [--rounds N] [--seed N]                            kill -9 a process that writes, again and again
               child DIR                                               what `kill` kills
        """;

    public static async Task<int> Main(string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "run": return Run(args);
            case "kill": return await Kill(args);
            case "child" when args.Length == 2: return await KillChild.Run(args[1]);
            default:
                Console.Error.WriteLine(Usage);
                return 1;
        }
    }

    private static int Run(string[] args)
    {
        var (first, count, steps) = (Number(args, "--seed", 1), Number(args, "--seeds", 1), Number(args, "--steps", 200));
        var (watch, total, failed) = (Stopwatch.StartNew(), new Counts(), 0);
        for (var seed = first; seed < first + count; seed++)
        {
            try
            {
                var result = Simulation.Run(new SimulationPlan(seed, steps) { Keep = args.Contains("--keep") });
                total.Add(result.Counts);
                if (count == 1) Console.WriteLine($"seed {seed}: {result.Entries} entries, journal {result.Journal}");
            }
            catch (SimulationException e)
            {
                failed++;
                Console.WriteLine(count == 1 ? e : e.Message);
            }
        }
        Console.WriteLine($"{count - failed} of {count} seeds passed in {watch.Elapsed.TotalSeconds:F1} s: {total}");
        return failed == 0 ? 0 : 2;
    }

    private static async Task<int> Kill(string[] args)
    {
        var report = await KillRounds.Run(Number(args, "--rounds", 500), Number(args, "--seed", 1));
        Console.WriteLine(report);
        return report.Failure is null ? 0 : 2;
    }

    private static int Number(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length
            ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
