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
        var read = await ReadModelRebuild.Run(directory, compare: true, cancel);
        if (report.Differences.Count + read.Differences.Count > 0) throw CliFailure.No(
            "what had been derived differed and was written anew", [.. report.Differences, .. read.Differences]);
        if (Common.Output(parsed).IsJson)
            Output.Object(json =>
            {
                json.WriteBoolean("equal", true);
                json.WriteNumber("streams", report.Streams);
                json.WriteNumber("entries", report.Entries);
                json.WriteNumber("activities", read.Activities);
            });
        else Output.Line($"一致：{report.Streams} 条链、{report.Entries} 条记录重新汇总，"
            + $"查询库 {read.Activities} 条事项，结果相同 equal");
        return ExitCode.Fine;
    }
}
