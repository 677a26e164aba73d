using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Documents;

namespace MicroPoints.Cli;

/// <summary>Writes a round's papers as documents into a directory.</summary>
internal static class PapersCommand
{
    private static readonly string Slugs = string.Join('|', Enum.GetValues<PrintedPaper>().Select(p => p.Slug()));

    private static readonly Option<string> Out = new("--out")
    { Description = "the directory to write into, made where it is not there", HelpName = "DIR", Required = true };
    private static readonly Option<PrintedPaper?> Paper = Common.Typed<PrintedPaper?>("--paper",
        "only this one [default: every paper that can be printed now]", Slugs,
        text => PaperNames.Find(text) ?? throw new FormatException($"'{text}' is none of {Slugs}"));
    private static readonly Option<ChamberId?> Chamber = Common.Typed<ChamberId?>("--chamber",
        "of slips and forms, only this chamber's [default: each chamber's]", "ID", text => new ChamberId(text));
    private static readonly Option<bool> Reasons = new("--with-reasons")
    { Description = "print the meeting's reasons for departing from the list in what is given out" };

    public static Command Build() => new Verb("papers", "write its papers as documents 文书", "round papers 2026 --out 文书",
            "round papers 2026 --out 文书 --paper notice", "round papers 2026 --out 文书 --paper feedback --chamber c-01")
        .With(RoundArguments.Round, Out, Paper, Chamber, Reasons).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var folder = parsed.GetValue(Out)!;
        if (string.IsNullOrWhiteSpace(folder) || File.Exists(folder))
            throw CliFailure.CouldNotRun($"'{folder}' is no directory: --out names one");
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var round = await store.Workspace.Rounds.Load(parsed.GetValue(RoundArguments.Round), cancel);
        if (round.Opened is null) throw CliFailure.Refused(Refusal.RoundUnknown, $"there is no round {round.Id}");
        var wanted = parsed.GetResult(Paper) is null ? null : parsed.GetValue(Paper);
        if (wanted is { } only && PaperList.Missing(only, round) is { } missing)
            throw CliFailure.CouldNotRun($"{only.Slug()} cannot be printed yet: {missing.EnOrZh} {missing.Zh}");
        var source = await Progress.Show("计算 computing", _ => new RoundPapers(store.Workspace).Read(round, cancel).AsTask());
        var chamber = parsed.GetResult(Chamber) is null ? null : parsed.GetValue(Chamber);
        if (chamber is { } named && !source.Names.ContainsKey(named))
            throw CliFailure.Refused(Refusal.ChamberUnknown, $"{named} is not in round {round.Id}");
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        foreach (var choice in Choices(source, wanted, chamber, parsed.GetValue(Reasons)))
            if (RoundPapers.Write(source, choice) is { } file)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), file.Bytes, cancel);
                written.Add(file.Name);
            }
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            json.WriteStartArray("files");
            foreach (var name in written) json.WriteStringValue(name);
            json.WriteEndArray();
        });
        else foreach (var name in written) Output.Line(Path.Combine(folder, name));
        return ExitCode.Fine;
    }

    /// <summary>Slips are of one chamber each; a form is blank unless a chamber is named.</summary>
    private static IEnumerable<PaperChoice> Choices(PaperSource source, PrintedPaper? wanted, ChamberId? chamber, bool withReasons) =>
        from paper in wanted is { } only ? [only] : Enum.GetValues<PrintedPaper>()
        from of in paper != PrintedPaper.Feedback || chamber is not null ? [chamber] : source.Names.Keys.Order().Cast<ChamberId?>()
        select new PaperChoice(paper, of, withReasons);
}
