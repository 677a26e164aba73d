using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;
using MicroPoints.Store.Postgres;

namespace MicroPoints.Cli;

/// <summary>Checks a data directory or a database from its bytes alone.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string?> HeadsGiven = new(
        "--heads")
    { Description = "a heads file kept elsewhere: also tells a truncated log", HelpName = "FILE" };
    private static readonly Option<string?> SaveHeads = new(
        "--save-heads")
    { Description = "write the heads found, to be kept elsewhere", HelpName = "FILE" };

    public static Command Build() => new Verb("verify", "check every hash and chain 校验", "verify --data data",
        "verify --database 'Host=db.example;Database=micropoints;Username=micropoints'",
        "verify --data data --heads heads-2026-06-30.txt")
        .With(HeadsGiven, SaveHeads).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(HeadsGiven) is { } heads) Common.ExistingFile(heads);
        if (parsed.GetValue(SaveHeads) is { } target && Directory.Exists(target))
            throw CliFailure.CouldNotRun($"{target} is a directory: name a file");
        var report = await Progress.Show("校验 verifying", progress => Place.DatabaseOf(parsed) is { } database
            ? OfDatabase(database, parsed.GetValue(HeadsGiven), progress, cancel)
            : Task.Run(() => OfDirectory(Common.Directory(parsed), parsed.GetValue(HeadsGiven), progress), cancel));
        if (report.Broken is { } broken) throw CliFailure.No($"broken: {broken}", [report.Advice]);
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

    /// <param name="BytesTorn">Of an append that was not finished, at the end of a journal.</param>
    /// <param name="Advice">What to do where it is broken.</param>
    private sealed record Found(Heads Heads, long Entries, long BytesTorn, string? Broken, string Advice);

    private const string Restore = "nothing was changed; stop recording and restore from a backup";

    private static Found OfDirectory(string directory, string? heads, IProgress<(long, long)>? progress)
    {
        var report = JournalVerify.Run(directory, heads, progress);
        return new Found(report.Heads, report.Entries, report.BytesTorn, report.Broken?.ToString(), report.Broken is { IsDerived: true }
            ? "the log itself is sound and nothing is lost: run 'micropoints rebuild', which writes what is derived from it anew"
            : report.Broken is { IsScan: true }
            ? "the log itself is sound: copy that file back from a backup, or attach the same scan again at the desk, which keeps it anew"
            : Restore);
    }

    private static async Task<Found> OfDatabase(
        string connection, string? heads, IProgress<(long, long)>? progress, CancellationToken cancel)
    {
        var report = await PostgresVerify.Run(connection, heads is null ? null : HeadsFile.Read(heads), progress, cancel);
        return new Found(report.Heads, report.Entries, 0, report.Broken?.ToString(), report.Broken is { IsDerived: true }
            ? "the log itself is sound and nothing is lost; what is derived beside the entries was changed by something else"
            : Restore);
    }
}
