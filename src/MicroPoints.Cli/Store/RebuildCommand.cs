using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>Derives everything from the log anew and compares.</summary>
internal static class RebuildCommand
{
    public static Command Build() => new Verb("rebuild", "derive everything from the log anew and compare 重建",
        "rebuild --data data").Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var directory = Common.Directory(parsed);
        var report = await Progress.Show("重建 rebuilding", progress => JournalRebuild.Run(directory, progress, cancel).AsTask());
        if (report.Differences.Count > 0) throw CliFailure.No(
            "what had been derived differed and was written anew", report.Differences);
        if (Common.Output(parsed).IsJson)
            Output.Object(json =>
            {
                json.WriteBoolean("equal", true); json.WriteNumber(
                "streams", report.Streams); json.WriteNumber("entries", report.Entries);
            });
        else Output.Line($"一致：{report.Streams} 条链、{report.Entries} 条记录重新汇总，结果相同 equal");
        return ExitCode.Fine;
    }
}
