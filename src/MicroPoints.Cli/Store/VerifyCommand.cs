using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>Checks a data directory from its bytes alone.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string?> Heads = new(
        "--heads")
    { Description = "a heads file kept elsewhere: also tells a truncated log", HelpName = "FILE" };
    private static readonly Option<string?> SaveHeads = new(
        "--save-heads")
    { Description = "write the heads found, to be kept elsewhere", HelpName = "FILE" };

    public static Command Build() => new Verb("verify", "check every hash and chain 校验", "verify --data data",
        "verify --data data --heads heads-2026-06-30.txt")
        .With(Heads, SaveHeads).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(Heads) is { } heads) Common.ExistingFile(heads);
        if (parsed.GetValue(SaveHeads) is { } target && Directory.Exists(target))
            throw CliFailure.CouldNotRun($"{target} is a directory: name a file");
        var report = await Progress.Show("校验 verifying", progress =>
            Task.Run(() => JournalVerify.Run(Common.Directory(parsed), parsed.GetValue(Heads), progress), cancel));
        if (report.Broken is { } broken) throw CliFailure.No($"broken: {broken}", [broken.IsDerived
            ? "the log itself is sound and nothing is lost: run 'micropoints rebuild', which writes what is derived from it anew"
            : "nothing was changed; stop recording and restore from a backup"]);
        if (parsed.GetValue(SaveHeads) is { } path) await File.WriteAllTextAsync(path, HeadsFile.Text(report.Heads), cancel);
        if (Common.Output(parsed).IsJson)
            Output.Object(json =>
            {
                json.WriteBoolean("sound", true);
                json.WriteNumber("streams", report.Heads.Count);
                json.WriteNumber("entries", report.Entries);
                json.WriteNumber("bytesTorn", report.BytesTorn);
            });
        else Output.Line($"完好：{report.Heads.Count} 条链、{report.Entries} 条记录全部相符 sound{(report.BytesTorn > 0 ? $"；末尾 {report.BytesTorn} 字节未写完，打开时会截去 an unfinished append at the end" : "")}");
        return ExitCode.Fine;
    }
}
