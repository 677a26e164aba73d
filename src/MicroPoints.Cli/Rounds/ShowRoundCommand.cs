using System.CommandLine;
using MicroPoints.Api;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rounds;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Cli;

/// <summary>Shows where a round stands and, once locked, its computed result.</summary>
internal static class ShowRoundCommand
{
    public static Command Build() => new Verb("show", "where a round stands 进度", "round show 2026-trial")
        .With(RoundArguments.Round).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var round = await store.Workspace.Rounds.Load(parsed.GetValue(RoundArguments.Round), cancel);
        if (round.Opened is not { } opened) throw CliFailure.Refused(Refusal.RoundUnknown, $"there is no round {round.Id}");
        var evaluation = round.Locked is null ? null : (await store.Workspace.Rounds.Evaluate(round, null, cancel)).Evaluation;
        if (Common.Output(parsed).IsJson)
        {
            Output.Object(json =>
            {
                json.WriteString("round", round.Id.Value);
                if (opened.Stamp is not null) json.WriteString("stamp", opened.Stamp);
                json.WriteString("status", Words.Kebab(round.Status.ToString()));
                json.WriteString("purpose", Words.Kebab(opened.Purpose.ToString()));
                json.WriteString("period", opened.Period.ToString());
                json.WriteString("scope", opened.Scope.Value);
                if (round.Sealed is { } seal) json.WriteString("proof", seal.Proof.ToString());
                if (evaluation is not null) json.WriteNumber("ranked", evaluation.Ranked.Count());
            });
            return ExitCode.Fine;
        }
        if (opened.Stamp is not null) Output.Line(opened.Stamp);
        Output.Heading($"{round.Id}：{opened.Ruleset} {opened.Period} {opened.Scope}，{Status(round.Status)}{(opened.Purpose == RoundPurpose.Rehearsal ? "（演练 rehearsal）" : "")}");
        if (evaluation is null) return ExitCode.Fine;
        var names = await Names(store.Workspace, evaluation, cancel);
        StandingsTable.Print(evaluation.Ruleset, StandingsOut.InOrder(evaluation.Ranked)
            .Select(c => StandingsOut.Row(evaluation.Ruleset, c, names[c.Id])), int.MaxValue);
        foreach (var outcome in evaluation.Ruleset.Outcomes)
            Output.Line($"{outcome.Title.Zh}：{List(evaluation, outcome.Id, OutcomeStatus.Proposed)}{Tied(evaluation, outcome.Id)}");
        if (round.Decided is { } decided)
            foreach (var departure in decided.Departures)
                Output.Line($"{(departure.Selected ? "增列 selected" : "未列 passed over")} {departure.Chamber}（{departure.Outcome}）：{departure.Reason}");
        return ExitCode.Fine;

        string List(RoundEvaluation evaluation, string outcome, OutcomeStatus status) => string.Join("、",
            evaluation.Ranked.Where(c => c.Outcomes.Any(o => o.Outcome.Id == outcome && o.Status == status))
                .Select(c => names[c.Id])) is { Length: > 0 } list ? list : "无";

        string Tied(RoundEvaluation evaluation, string outcome) =>
            List(evaluation, outcome, OutcomeStatus.TiedOnLine) is var tied && tied == "无"
                ? "" : $"；并列待议 tied on the line: {tied}";
    }

    /// <summary>Each chamber's name on the day the round was locked for.</summary>
    private static async Task<Dictionary<ChamberId,
        string>> Names(Workspace workspace, RoundEvaluation evaluation, CancellationToken cancel)
    {
        var names = new Dictionary<ChamberId, string>();
        foreach (var chamber in evaluation.Ranked.Select(c => c.Id))
            names[chamber] = (await workspace.Chambers.View(chamber, evaluation.Opened.Period, evaluation.Snapshot.At, cancel))
                .Register?.NameOn(evaluation.Snapshot.At.Day) ?? chamber.Value;
        return names;
    }

    private static string Status(RoundStatus status) => status switch
    {
        RoundStatus.Draft => "草稿 draft",
        RoundStatus.Locked => "已锁定 locked",
        RoundStatus.Recomputed => "已补录重算 recomputed",
        RoundStatus.Decided => "已决定 decided",
        RoundStatus.Sealed => "已封存 sealed",
        _ => Words.Kebab(status.ToString()),
    };
}
