using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Shows where a round stands and, once locked, its computed result.</summary>
internal static class ShowRoundCommand
{
    public static Command Build() => new Verb("show", "where a round stands 进度", "round show 2026-trial")
        .With(RoundArguments.Round).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var shown = await desk.Round(parsed.GetValue(RoundArguments.Round), cancel);
        var (round, ranked) = (shown.Details, shown.Results.Where(r => r.Place is not null).ToList());
        if (Common.Output(parsed).IsJson)
        {
            Output.Object(json =>
            {
                json.WriteString("round", round.Id);
                if (round.Stamp is not null) json.WriteString("stamp", round.Stamp);
                json.WriteString("status", Words.Kebab(round.Status.ToString()));
                json.WriteString("purpose", Words.Kebab(round.Purpose.ToString()));
                json.WriteString("period", round.Period);
                json.WriteString("scope", round.Scope);
                if (round.Abandoned is { } over) json.WriteString("abandoned", Calendar.Text(over.On));
                if (round.Ceremony is { } had) CeremonyLines.Write(json, had);
                if (round.Sealed is { } seal) json.WriteString("proof", seal.Proof);
                if (shown.Ruleset is not null) json.WriteNumber("ranked", ranked.Count);
            });
            return ExitCode.Fine;
        }
        if (round.Stamp is not null) Output.Line(round.Stamp);
        var place = RegionNames.Shown(new RegionCode(round.Scope), round.Stamp);
        Output.Heading($"{round.Id}：{round.Ruleset} {round.Period} {place}，{Status(round.Status)}{(round.Purpose == RoundPurpose.Rehearsal ? "（演练 rehearsal）" : "")}");
        if (round.Abandoned is { } abandoned)
            Output.Line($"{Calendar.Text(abandoned.On)} 放弃 abandoned{(abandoned.Reason is { } given ? $"：{given}" : "")}");
        if (round.Ceremony is { } ceremony) CeremonyLines.Print(ceremony);
        if (shown.Ruleset is not { } ruleset) return ExitCode.Fine;
        StandingsTable.Print(ruleset, ranked.Select(Row), int.MaxValue);
        foreach (var outcome in ruleset.Outcomes)
            Output.Line($"{outcome.Title.Zh}：{List(ranked, outcome.Id, Proposal.Proposed) ?? "无"}{Tied(ranked, outcome.Id)}");
        foreach (var departure in round.Decided?.Departures ?? [])
            Output.Line($"{(departure.Selected ? "增列 selected" : "未列 passed over")} {departure.Chamber}（{departure.Outcome}）"
                + (departure.Reason is { } why ? $"：{why}" : ""));
        return ExitCode.Fine;
    }

    private static StandingRow Row(RoundResult result) => new(result.Chamber, result.Name, result.Seat, result.Points,
        result.Categories, result.Place, null, result.Grade, result.GradeTitle, result.Class, result.BarredBy, result.Limits);

    private static string? List(IEnumerable<RoundResult> ranked, string outcome, Proposal proposal) => string.Join("、",
        ranked.Where(r => r.Outcomes.Any(o => o.Outcome == outcome && o.Proposal == proposal)).Select(r => r.Name))
            is { Length: > 0 } list ? list : null;

    private static string Tied(IEnumerable<RoundResult> ranked, string outcome) =>
        List(ranked, outcome, Proposal.TiedOnLine) is { } tied ? $"；并列待议 tied on the line: {tied}" : "";

    private static string Status(RoundStatus status) => status switch
    {
        RoundStatus.Draft => "草稿 draft",
        RoundStatus.Locked => "已锁定 locked",
        RoundStatus.Vetting => "联审中 vetting",
        RoundStatus.Noticed => "已公示 noticed",
        RoundStatus.Objected => "有异议待答复 objected",
        RoundStatus.Recomputed => "已补录重算 recomputed",
        RoundStatus.Decided => "已决定 decided",
        RoundStatus.Sealed => "已封存 sealed",
        RoundStatus.Abandoned => "已放弃 abandoned",
        _ => Words.Kebab(status.ToString()),
    };
}
