using System.CommandLine;
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
        var list = round.Locked is null ? null : await store.Workspace.Lists.Preview(round, null, cancel);
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
                if (list is not null) json.WriteNumber("ranked", list.Rows.Count(r => r.IsRanked));
            });
            return ExitCode.Fine;
        }
        if (opened.Stamp is not null) Output.Line(opened.Stamp);
        Output.Heading($"{round.Id}：{opened.Ruleset} {opened.Period} {opened.Scope}，{Status(round.Status)}{(opened.Purpose == RoundPurpose.Rehearsal ? "（演练 rehearsal）" : "")}");
        if (list is null) return ExitCode.Fine;
        StandingsTable.Print(list.Ruleset, list.InOrder.Where(r => r.IsRanked));
        for (var i = 0; i < list.Ruleset.Outcomes.Count; i++)
            Output.Line($"{list.Ruleset.Outcomes[i].Title.Zh}：{Names(list, i, OutcomeStatus.Proposed) ?? "无"}"
                + (Names(list, i, OutcomeStatus.TiedOnLine) is { } tied ? $"；并列待议 tied on the line: {tied}" : ""));
        if (round.Decided is { } decided)
            foreach (var departure in decided.Departures)
                Output.Line($"{(departure.Selected ? "增列 selected" : "未列 passed over")} {departure.Chamber}（{departure.Outcome}）：{departure.Reason}");
        return ExitCode.Fine;
    }

    /// <summary>Who came so far with an outcome, in order of id; null where nobody did.</summary>
    private static string? Names(StandingsList list, int outcome, OutcomeStatus status)
    {
        var names = list.Rows.Where(r => r.IsRanked && r.Outcomes[outcome] == status).Select(r => r.Name).ToList();
        return names.Count == 0 ? null : string.Join("、", names);
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
