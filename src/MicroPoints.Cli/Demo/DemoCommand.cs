using System.CommandLine;
using System.Globalization;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime.Demo;

namespace MicroPoints.Cli;

/// <summary>Fills a directory with generated chambers and a year of theirs, seals a rehearsal and replays its proof.</summary>
internal static class DemoCommand
{
    private static readonly Option<string> Scale = new(
        "--scale")
    {
        Description = "county: fifteen named chambers; guangxi: 1,123 chambers of a real roster",
        HelpName = "county|guangxi",
        DefaultValueFactory = _ => "county"
    };
    private static readonly Option<ulong> Seed = Common.Typed("--seed", "another seed makes another year", "N",
        text => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed
            : throw new FormatException($"'{text}' is not a whole number from 0 to {ulong.MaxValue}"));

    public static Command Build() => new Verb("demo", "fill a fresh directory with generated data, rank, seal and replay 演示",
            "demo", "demo --scale guangxi", "demo --data demo-data --output json")
        .With(Scale, Seed).Does(Run, Reach.Files);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var given = parsed.GetResult(Common.Data) is null ? null : Common.Directory(parsed);
        var directory = given ?? Path.Combine(Path.GetTempPath(), "micropoints-demo-" + Guid.NewGuid().ToString("N")[..12]);
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
            throw CliFailure.CouldNotRun(
                $"{directory} is not empty: the demo fills a fresh directory; name another, or remove this one");
        ulong? seed = parsed.GetResult(Seed) is null ? null : parsed.GetValue(Seed);
        var kind = parsed.GetValue(Scale) switch
        {
            "county" => DemoKind.County(seed),
            "guangxi" => DemoKind.Guangxi(seed),
            var other => throw CliFailure.CouldNotRun($"--scale '{other}' is neither county nor guangxi"),
        };
        var result = await DemoResult.Of(directory, kind, cancel);
        if (!Common.Output(parsed).IsJson) DemoOutput.Tables(result, directory);
        else
        {
            DemoOutput.Json(result);
            // A program that named no directory is not told of one either, so it must not be left behind.
            if (given is null) Directory.Delete(directory, recursive: true);
        }
        return ExitCode.Fine;
    }
}
