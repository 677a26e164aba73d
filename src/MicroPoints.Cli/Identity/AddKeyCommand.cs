using System.CommandLine;
using System.Text;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Issues an API key and shows its secret once: alone on standard output, or in a file that only its owner reads.</summary>
internal static class AddKeyCommand
{
    private static readonly Option<CallerRole> Role = Common.Typed(
        "--role", "what it may do", string.Join('|', KeyArguments.Roles), KeyArguments.Role, required: true);
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "the region it reaches; 00 is everywhere", "CODE", text => new RegionCode(text), required: true);
    private static readonly Option<string?> Label = new("--label") { Description = "what people call it", HelpName = "TEXT" };
    private static readonly Option<DateOnly> Until = Common.Typed(
        "--until", "the first day on which it is no longer valid [default: none]", "DAY", Common.Day);
    private static readonly Option<KeyId> Id = Common.Typed(
        "--id", "its public id [default: drawn]", "ID", text => new KeyId(text));
    private static readonly Option<string?> KeyFile = new("--key-file")
    {
        Description = "write the secret into this new file, which only its owner reads, and print none",
        HelpName = "FILE",
    };

    public static Command Build() => new Verb("add", "issue a key and show its secret once 发放密钥",
            "keys add --role clerk --scope 990101 --label 县工商联导入程序",
            "keys add --role reader --scope 990101 --until 2027-01-01 --id board --key-file board.key")
        .With(Role, Scope, Label, Until, Id, KeyFile, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var wanted = new KeyToIssue
        {
            Id = parsed.GetResult(Id) is null ? null : parsed.GetValue(Id).Value,
            Label = parsed.GetValue(Label),
            Role = parsed.GetValue(Role),
            Scope = parsed.GetValue(Scope).Value,
            Until = parsed.GetResult(Until) is null ? null : parsed.GetValue(Until),
        };
        await using var desk = await Place.Open(parsed, cancel);
        var (output, path) = (Common.Output(parsed), parsed.GetValue(KeyFile));
        // The file comes first: a secret that could not be written would be lost, and its key of no use.
        await using var file = path is null ? null : Create(path);
        IssuedSecret issued;
        try { issued = await desk.IssueKey(wanted, cancel); }
        catch when (path is not null)
        {
            file!.Dispose();
            File.Delete(path);
            throw;
        }
        var (key, secret) = issued;
        if (file is not null)
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes(secret + "\n"), CancellationToken.None);
            file.Flush(flushToDisk: true);
        }
        if (output.IsJson) Output.Object(json =>
        {
            KeyArguments.Write(json, key);
            if (path is null) json.WriteString("secret", secret);
            else json.WriteString("keyFile", path);
        });
        else Output.Line(path is null ? secret : $"{key.Id}：密钥已写入 {path}，只此一份 issued; its secret is in {path} and nowhere else");
        return ExitCode.Fine;
    }

    private static FileStream Create(string path)
    {
        if (File.Exists(path) || Directory.Exists(path))
            throw CliFailure.CouldNotRun($"{path} is there already: --key-file names a new file, so that no other secret is lost");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
