using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>Writes a data directory with its proofs into one file, also while a server works on it.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> File = new("file") { Description = "the backup: a file that is not there yet" };

    public static Command Build() => new Verb("backup", "write the data into one file, and read it back 备份",
            "backup 2026-06-30.backup --data data")
        .With(File).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (file, directory) = (parsed.GetValue(File)!, Common.Directory(parsed));
        var made = await Progress.Show("备份 backing up", progress => Task.Run(() => JournalBackup.Run(
            directory, file, TimeProvider.System.GetUtcNow(), new BackupOptions { Progress = progress }), cancel));
        if (Common.Output(parsed).IsJson) Output.Object(json => BackupText.Write(json, made));
        else Output.Line($"已备份到 {file}：{BackupText.Of(made)} backed up and read back");
        return ExitCode.Fine;
    }
}
