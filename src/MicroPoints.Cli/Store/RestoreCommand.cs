using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>Makes a new data directory from a backup, which counts as data only once all of it was verified.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> File = new("file") { Description = "the backup" };

    public static Command Build() => new Verb("restore", "make a data directory from a backup 恢复",
            "restore 2026-06-30.backup --data restored")
        .With(File).Does(Run, Reach.Files);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetResult(Common.Data) is null) throw CliFailure.CouldNotRun(
            "--data is missing: name the new or empty directory that the backup is to be restored into");
        var (file, directory) = (Common.ExistingFile(parsed.GetValue(File)!), Common.Directory(parsed));
        var made = await Progress.Show("恢复 restoring", progress => Task.Run(() => JournalRestore.Run(
            file, directory, new RestoreOptions { Progress = progress }), cancel));
        if (Common.Output(parsed).IsJson) Output.Object(json => BackupText.Write(json, made));
        else Output.Line($"已恢复到 {directory}：{BackupText.Of(made)} restored and verified");
        return ExitCode.Fine;
    }
}
