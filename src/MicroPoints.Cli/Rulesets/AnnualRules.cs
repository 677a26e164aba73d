using System.CommandLine;
using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Shows by which of its rulesets a region's annual rounds are held, or chooses another.</summary>
internal static class AnnualRules
{
    private static readonly Argument<string?> Ruleset = new("ruleset")
    { Description = "the id of one that counts there; without it what is chosen is shown", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "the region; those below it without a choice inherit it", "CODE", text => new RegionCode(text), required: true);

    public static Command Build() => new Verb("annual", "show or choose the ruleset of a region's annual rounds 年度评价用的办法",
            "rules annual --scope 990101", "rules annual county-points --scope 990101")
        .With(Ruleset, Scope, Common.By).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var (workspace, region) = (store.Workspace, parsed.GetValue(Scope));
        var counting = await Counting(workspace, region, cancel);
        if (counting.Count == 0) throw CliFailure.Refused(Refusal.NothingAdopted,
            $"no ruleset counts for {region} today: adopt one with 'micropoints rules adopt'");
        if (parsed.GetValue(Ruleset) is { } id) return await Choose(parsed, workspace, region, id, counting, cancel);
        var annual = counting.First(r => r.Id == workspace.Regions.AnnualRulesetOf(region, AsOf.On(workspace.Today)));
        var by = workspace.Regions.AnnualChoiceOf(region, AsOf.On(workspace.Today))?.By;
        var underWay = await UnderWay(workspace, region, annual, cancel);
        if (Common.Output(parsed).IsJson) Output.Object(json => Write(json, region, annual, by, underWay, counting));
        else Print(region, annual, by, underWay, counting);
        return ExitCode.Fine;
    }

    private static async Task<int> Choose(ParseResult parsed, Workspace workspace, RegionCode region, string id,
        IReadOnlyList<Ruleset> counting, CancellationToken cancel)
    {
        var ruleset = counting.FirstOrDefault(r => r.Id == id) ?? throw CliFailure.Refused(Refusal.NothingAdopted,
            $"'{id}' does not count for {region} today: adopt it first, or choose one of {string.Join(", ", counting.Select(r => r.Id))}");
        var chosen = workspace.Regions.AnnualChoiceOf(region, AsOf.On(workspace.Today));
        // What is chosen, dropped and chosen again is another decision each time; what is chosen already is none.
        var after = workspace.Regions.Heads.Find(StreamId.Of(region)).Sequence;
        var entry = new EntryId($"annual-{Digest.OfText($"{id}\n{after}").ToString()[..16]}");
        var answer = chosen is { } known && known.By == region && known.Choice.Ruleset == id ? new Answer.Exists(known.Entry)
            : await workspace.Choose(region, new ChooseAnnualRuleset(entry, ruleset), Common.Actor(parsed), cancel);
        var output = Common.Output(parsed);
        var underWay = answer is Answer.Refused ? null : await UnderWay(workspace, region, ruleset, cancel);
        Answers.Print(output, answer, $"{RegionNames.Shown(region, null)} 年度评价用 {ruleset.Name}", json =>
        {
            json.WriteString("region", region.Value);
            json.WriteString("ruleset", ruleset.Name);
            if (underWay is { } held) json.WriteString("thisYear", held.Ruleset);
        });
        if (underWay is { } other && !output.IsJson) Output.Line(Words(other));
        return ExitCode.Fine;
    }

    private static async Task<IReadOnlyList<Ruleset>> Counting(Workspace workspace, RegionCode region, CancellationToken cancel)
    {
        var counting = new List<Ruleset>();
        foreach (var adoption in workspace.Regions.AdoptionsOf(region, AsOf.On(workspace.Today)))
            counting.Add((await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, cancel)).Ruleset);
        return counting;
    }

    /// <summary>This year's round where it was opened by another ruleset, which it keeps; else null.</summary>
    private static async Task<(Period Period, string Ruleset)?> UnderWay(
        Workspace workspace, RegionCode region, Ruleset annual, CancellationToken cancel)
    {
        var year = Period.Year(workspace.Today.Year);
        return await workspace.Rounds.AnnualOf(year, region, cancel) is { } round && round.Opened.Ruleset != annual.Id
            ? (year, round.Opened.Ruleset) : null;
    }

    private static string Words((Period Period, string Ruleset) round) =>
        $"{round.Period} 的年度评价已经按 {round.Ruleset} 开始，仍按它办完 the round of {round.Period} was opened by {round.Ruleset} and keeps it";

    private static void Print(
        RegionCode region, Ruleset annual, RegionCode? by, (Period, string)? underWay, IReadOnlyList<Ruleset> counting)
    {
        Output.Line($"{RegionNames.Shown(region, null)} 年度评价用 annual rounds are held by {annual.Name} {annual.Title.Zh}");
        Output.Line(by is { } chooser ? $"由 {RegionNames.Shown(chooser, null)} 选定 chosen by {chooser}"
            : "没有选定过，按默认 by default: nobody chose");
        if (underWay is { } round) Output.Line(Words(round));
        Output.Table(["办法 ruleset", "名称 title", "周期 period", "评价主体 authority", "年度评价 annual"], counting.Select(r =>
            (IReadOnlyList<string>)[r.Name, r.Title.Zh, Period.Text(r.Period), r.Authority, r.Id == annual.Id ? "✓" : ""]));
    }

    private static void Write(Utf8JsonWriter json, RegionCode region, Ruleset annual, RegionCode? by, (Period, string Ruleset)? underWay,
        IReadOnlyList<Ruleset> counting)
    {
        json.WriteString("region", region.Value);
        json.WriteString("ruleset", annual.Name);
        if (by is { } chooser) json.WriteString("chosenBy", chooser.Value);
        if (underWay is { } round) json.WriteString("thisYear", round.Ruleset);
        json.WriteStartArray("adopted");
        foreach (var ruleset in counting) json.WriteStringValue(ruleset.Name);
        json.WriteEndArray();
    }
}
