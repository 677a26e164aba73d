using System.CommandLine;
using System.Globalization;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Measures this machine and this disk for a few seconds, in a directory that is deleted afterwards.</summary>
internal static class BenchCommand
{
    private const int Callers = 64;

    private static readonly TimeSpan EachTakes = TimeSpan.FromSeconds(2);

    public static Command Build() => new Verb("bench", "measure this machine and disk, in under 10 s 自测", "bench", "bench --data data",
        "bench --output json").Does(Run, Reach.Files);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var beside = Beside(Common.Directory(parsed));
        var directory = Path.Combine(beside, $".micropoints-bench-{Guid.NewGuid().ToString("N")[..12]}");
        Directory.CreateDirectory(directory);
        try
        {
            var flushes = await Progress.Show("落盘 flushing", _ => Task.Run(() => Bench.Flushes(directory, EachTakes, cancel), cancel));
            await using var bench = await Bench.Open(Path.Combine(directory, "data"), Callers, cancel);
            var alone = await Progress.Show("单人登记 one caller", _ => bench.Recordings(1, EachTakes, cancel));
            var together = await Progress.Show($"{Callers} 人登记 callers", _ => bench.Recordings(Callers, EachTakes, cancel));
            Print(Common.Output(parsed), beside, flushes, alone, together);
        }
        finally { Directory.Delete(directory, recursive: true); }
        return ExitCode.Fine;
    }

    /// <summary>The nearest directory that is there: on its disk the data lie, or would.</summary>
    private static string Beside(string data)
    {
        var path = Path.GetFullPath(data);
        while (!Directory.Exists(path)) path = Path.GetDirectoryName(path)!;
        return path == Path.GetFullPath(data) ? Path.GetDirectoryName(path) ?? path : path;
    }

    private static void Print(Output output, string beside, double flushes, double alone, double together)
    {
        if (output.IsJson) Output.Object(json =>
        {
            json.WriteString("place", beside);
            json.WriteNumber("flushesPerSecond", Math.Round(flushes));
            json.WriteNumber("recordingsPerSecondOneCaller", Math.Round(alone));
            json.WriteNumber("recordingsPerSecond64Callers", Math.Round(together));
        });
        else
        {
            Output.Table(["每秒 per second", ">次数"],
            [
                ["落盘 flushes to disk of 512 bytes", Whole(flushes)],
                ["登记，一人 durable recordings, one caller", Whole(alone)],
                [$"登记，{Callers} 人同时 durable recordings, {Callers} callers", Whole(together)],
            ]);
            Output.Line($"仅为本机、本盘（{beside}）此刻的情况，不与其他软件比较 of this machine and this disk, now; no comparison with anything else");
        }
    }

    private static string Whole(double number) => Math.Round(number).ToString("N0", CultureInfo.InvariantCulture);
}
