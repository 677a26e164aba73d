using System.IO.Compression;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>What of a paper its caller chooses.</summary>
/// <param name="Chamber">Needed for a feedback slip; fills a self-assessment form.</param>
/// <param name="WithReasons">Whether the meeting's reasons for departing from the list may be printed in what is given out.</param>
public sealed record PaperChoice(PrintedPaper Paper, ChamberId? Chamber = null, bool WithReasons = false);

/// <summary>Prints the papers of a round as documents.</summary>
public sealed class RoundPapers(Workspace workspace)
{
    /// <summary>Reads a round once, for as many of its papers as are wanted.</summary>
    /// <exception cref="QueryRefusedException">The round is a draft, and its ruleset is not adopted any more.</exception>
    public async ValueTask<PaperSource> Read(RoundState round, CancellationToken cancel)
    {
        var opened = round.Opened ?? throw new InvariantException("a round was opened before it is printed");
        var named = workspace.Regions.County is { } county && county.County == opened.Scope ? county.Name : null;
        return await Read(round, opened, cancel) with { Called = named, Name = (await workspace.Rounds.NameOf(round, cancel)).Zh };
    }

    private async ValueTask<PaperSource> Read(RoundState round, RoundOpened opened, CancellationToken cancel)
    {
        if (round.Locked is null) return await Draft(round, opened, cancel);
        var (evaluation, ledgers) = await workspace.Rounds.Evaluate(round, null, cancel);
        var names = ledgers.Select(l => LedgerFold.RegisterAt(l.Entries, evaluation.Snapshot.At.KnownAt)).OfType<Chambers.Chamber>()
            .ToDictionary(c => c.Id, c => c.NameOn(opened.Period.LastDay));
        return new PaperSource(round, evaluation, evaluation.Ruleset, evaluation.Values,
            await workspace.Rounds.FrozenKinds(round, cancel), names)
        {
            Name = round.Id.Value,
        };
    }

    /// <summary>Before the lock there is nothing but the rules and the register.</summary>
    private async ValueTask<PaperSource> Draft(RoundState round, RoundOpened opened, CancellationToken cancel)
    {
        var today = AsOf.On(workspace.Today);
        var adoption = workspace.Regions.AdoptionOf(opened.Ruleset, opened.Scope, today) ?? throw new QueryRefusedException(
            Refusal.NothingAdopted, $"'{opened.Ruleset}' is not adopted for {opened.Scope}: adopt it first");
        var (published, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, cancel);
        var ruleset = published.WithListsOf(adoption.Settings, workspace.Kinds);
        var names = new Dictionary<ChamberId, string>();
        var cut = await workspace.Log.Cut(opened.Scope, StreamType.Chamber, cancel);
        await foreach (var view in workspace.Chambers.Views([.. cut.Select(h => new ChamberId(h.Stream.Name))],
            opened.Period, today, cancel))
            if (view.Register is { } chamber) names[chamber.Id] = chamber.NameOn(opened.Period.LastDay);
        return new PaperSource(round, null, ruleset, new Values(ruleset, adoption.Settings), workspace.Kinds, names)
        {
            Name = round.Id.Value,
        };
    }

    /// <summary>Null where it cannot be printed yet, or is of a chamber that the round does not hold.</summary>
    public static PaperFile? Write(PaperSource source, PaperChoice choice)
    {
        if (PaperList.Missing(choice.Paper, source.Round) is not null) return null;
        if (choice.Chamber is { } chamber ? !source.Names.ContainsKey(chamber) : choice.Paper == PrintedPaper.Feedback) return null;
        var card = source.Cards.FirstOrDefault(c => c.Id == choice.Chamber);
        if (choice.Paper == PrintedPaper.Feedback && card is null) return null;
        var paper = choice.Paper switch
        {
            PrintedPaper.SelfAssessment => SelfAssessmentForm.Of(source, choice.Chamber, card),
            PrintedPaper.VettingLetter => VettingLetter.Of(source),
            PrintedPaper.Summary => SummaryTable.Of(source),
            PrintedPaper.Notice => NoticePaper.Of(source),
            PrintedPaper.NoticeReport => NoticeReport.Of(source),
            PrintedPaper.Meeting => MeetingMaterial.Of(source),
            PrintedPaper.Announcement => Announcement.Of(source, choice.WithReasons),
            PrintedPaper.Feedback => FeedbackSlip.Of(source, card!, choice.WithReasons),
            PrintedPaper.Briefing => Briefing.Of(source),
            _ => throw new InvariantException("a round has nine papers"),
        };
        return new PaperFile(NameOf(source, choice), DocxWriter.Write(paper with { AboveEveryPage = Above(source) }));
    }

    /// <summary>Every paper that can be printed now, packed; the slips of all chambers lie in a folder.</summary>
    /// <param name="withWords">Whether papers that tell what bodies said are among them.</param>
    public static byte[] WriteAll(PaperSource source, bool withWords)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var paper in Enum.GetValues<PrintedPaper>().Where(p => withWords || !p.TellsWords()))
                foreach (var choice in paper == PrintedPaper.Feedback
                    ? source.Cards.Select(c => new PaperChoice(paper, c.Id)) : [new PaperChoice(paper)])
                {
                    if (Write(source, choice) is not { } file) continue;
                    var folder = paper == PrintedPaper.Feedback ? $"{paper.Title().Zh}/" : "";
                    using var entry = zip.CreateEntry($"{folder}{file.Name}", CompressionLevel.NoCompression).Open();
                    entry.Write(file.Bytes);
                }
        return FixedZip.Of(packed);
    }

    /// <summary>Rehearsals and generated data say so above every page.</summary>
    private static IReadOnlyList<string> Above(PaperSource source) =>
        [.. (string[])(source.IsRehearsal ? [PaperWords.Trial] : []), .. (string[])(source.Opened.Stamp is { } stamp ? [stamp] : [])];

    /// <summary>Such as <c>2026 年度评价（隆安县） 公示.docx</c>, with no character that a file system has for itself.</summary>
    private static string NameOf(PaperSource source, PaperChoice choice)
    {
        var isOfOne = choice.Paper is PrintedPaper.Feedback or PrintedPaper.SelfAssessment;
        var of = isOfOne && choice.Chamber is { } chamber ? $" {source.NameOf(chamber)}" : "";
        var name = string.Concat($"{source.Name} {choice.Paper.Title().Zh}{of}"
            .Select(c => char.IsControl(c) || char.IsSurrogate(c) || "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal) ? '_' : c));
        return (name.Length > 80 ? name[..80] : name).TrimEnd(' ', '.') + ".docx";
    }
}
