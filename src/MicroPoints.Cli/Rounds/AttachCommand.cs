using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Attaches a signed scan to a round by its digest.</summary>
internal static class AttachCommand
{
    private static readonly string Kinds = string.Join('|', Enum.GetNames<PaperKind>().Select(Words.Kebab));

    private static readonly Argument<string> File = new("scan") { Description = "the scan: a file, or sha256: and its digest" };
    private static readonly Option<PaperKind> Kind = Common.Typed("--kind", "which paper it is of", Kinds,
        text => Enum.GetValues<PaperKind>().Cast<PaperKind?>().FirstOrDefault(k => Words.Kebab(k.ToString()!) == text)
            ?? throw new FormatException($"'{text}' is none of {Kinds}"), required: true);
    private static readonly Option<string?> Note = new("--note") { Description = "what it shows; can be erased" };

    public static Command Build() => new Verb("attach", "attach a signed scan by its digest 附扫描件",
            "round attach 2026 公示照片.jpg --kind notice --note 公告栏")
        .With(RoundArguments.Round, File, Kind, Note, RoundArguments.Id, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var scan = parsed.GetValue(File)!;
        var paper = new PaperToRecord
        {
            Kind = parsed.GetValue(Kind),
            Note = parsed.GetValue(Note),
            Scan = DigestOf(scan),
        };
        paper.Id = RoundArguments.IdOf(parsed, "paper", $"{paper.Kind}", paper.Scan);
        await using var desk = await Place.OpenExisting(parsed, cancel);
        return Answers.Print(Common.Output(parsed),
            await desk.AttachPaper(parsed.GetValue(RoundArguments.Round), paper, cancel), $"附件 {scan}",
            json => json.WriteString("scan", paper.Scan));
    }

    /// <summary>The file's digest, read as it streams: scans can be large.</summary>
    private static string DigestOf(string scan)
    {
        if (scan.StartsWith("sha256:", StringComparison.Ordinal)) return Digest.TryParse(scan[7..], out _) ? scan
            : throw CliFailure.CouldNotRun($"'{scan}' is not sha256: and 64 lower-case hex digits");
        using var file = System.IO.File.OpenRead(Common.ExistingFile(scan));
        return $"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file))}";
    }
}
