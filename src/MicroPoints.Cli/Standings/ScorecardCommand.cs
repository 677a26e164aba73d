using System.CommandLine;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Shows one chamber's scorecard, every line with its reason.</summary>
internal static class ScorecardCommand
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument(
        "chamber", "the chamber's id", text => new ChamberId(text));

    public static Command Build() => new Verb("scorecard", "one chamber's scorecard 积分卡",
            "scorecard c-01 --data data", "scorecard c-01 --period 2026 --as-of 2026-06-30 --known-at 2026-06-30",
                "scorecard c-01 --output json")
        .With(Chamber, Question.Ruleset, Question.Period, Question.AsOf, Question.KnownAt).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var chamber = parsed.GetValue(Chamber);
        var register = (await store.Workspace.Chambers.View(
            chamber, Period.Year(store.Workspace.Today.Year), AsOf.On(store.Workspace.Today), cancel)).Register
            ?? throw CliFailure.Refused(Refusal.ChamberUnknown, $"{chamber} is not registered");
        var query = Question.Read(parsed, register.Seat.Enclosing(RegionLevel.County));
        var answer = await store.Workspace.Standings.Ask(query, null, cancel);
        var card = answer.Cards.FirstOrDefault(c => c.Id == chamber)
            ?? throw CliFailure.Refused(Refusal.ChamberUnknown,
                $"{chamber} was not on the register at {Calendar.Text(answer.At.KnownAt)}");
        if (!Common.Output(parsed).IsJson)
        {
            if (answer.Stamp is not null) Output.Line(answer.Stamp);
            ScorecardTable.Print(answer.Ruleset, card, answer.Names[chamber],
                $"{answer.Period}，截至 {Calendar.Text(answer.At.Day)}，试算 provisional");
            return ExitCode.Fine;
        }
        Output.Object(json =>
        {
            Question.WriteHeader(json, answer);
            ScorecardJson.Write(json, card, answer.Names[chamber]);
        });
        return ExitCode.Fine;
    }
}
