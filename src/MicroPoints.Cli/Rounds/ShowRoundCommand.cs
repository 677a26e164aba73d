using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rounds;
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
                json.WriteString("status", Words.Kebab(round.Status.ToString()));
                json.WriteString("purpose", Words.Kebab(opened.Purpose.ToString()));
                json.WriteString("period", opened.Period.ToString());
                json.WriteString("scope", opened.Scope.Value);
                if (round.Sealed is { } seal) json.WriteString("proof", seal.Proof.ToString());
                if (evaluation is not null) json.WriteNumber("ranked", evaluation.Ranked.Count());
            });
            return ExitCode.Fine;
        }
        Output.Heading($"{round.Id}：{opened.Ruleset} {opened.Period} {opened.Scope}，{Words.Kebab(round.Status.ToString())}{(opened.Purpose == RoundPurpose.Rehearsal ? "（演练 rehearsal）" : "")}");
        if (evaluation is null) return ExitCode.Fine;
        StandingsTable.Print(evaluation.Ruleset, evaluation.Ranked, id => id.Value, int.MaxValue);
        foreach (var outcome in evaluation.Ruleset.Outcomes)
            Output.Line($"{outcome.Title.Zh}：{List(evaluation, outcome.Id, OutcomeStatus.Proposed)}{Tied(evaluation, outcome.Id)}");
        return ExitCode.Fine;
    }

    private static string List(RoundEvaluation evaluation, string outcome, OutcomeStatus status) => string.Join("、",
        evaluation.Ranked.Where(c => c.Outcomes.Any(o => o.Outcome.Id == outcome && o.Status == status)).Select(c => c.Id.Value)) is { Length: > 0 } list ? list : "无";

    private static string Tied(RoundEvaluation evaluation, string outcome) =>
        List(evaluation, outcome, OutcomeStatus.TiedOnLine) is var tied && tied == "无" ? "" : $"；并列待议 tied on the line: {tied}";
}
