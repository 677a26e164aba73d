using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Records a meeting's decision: the proposed list, and where it departs from it.</summary>
internal static class DecideRoundCommand
{
    private static readonly Option<string> Meeting = new(
        "--meeting")
    { Description = "which body, such as 主席办公会", Required = true };
    private static readonly Option<DateOnly> On = Common.Typed(
        "--on", "the day of the meeting", "DAY", Common.Day, required: true);
    private static readonly Option<string> Minutes = new("--minutes") { Description = "the minutes' number", Required = true };
    private static readonly Option<string> Conclusion = new(
        "--conclusion")
    { Description = "in a sentence", DefaultValueFactory = _ => "同意" };
    private static readonly Option<string[]> Select = Departures("--select", "take an eligible or tied chamber");
    private static readonly Option<string[]> PassOver = Departures("--pass-over", "pass over a proposed chamber");

    public static Command Build() => new Verb("decide", "record the meeting's decision 决定",
            "round decide 2026-trial --meeting 主席办公会 --on 2026-12-31 --minutes 2026-14",
            "round decide 2026-trial --meeting 主席办公会 --on 2026-12-31 --minutes 2026-14 --select award-nomination:c-03:成效突出")
        .With(RoundArguments.Round, Meeting, On, Minutes, Conclusion, Select, PassOver, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var decision = new DecisionToRecord
        {
            Meeting = parsed.GetValue(Meeting)!,
            On = parsed.GetValue(On),
            Minutes = parsed.GetValue(Minutes)!,
            Conclusion = parsed.GetValue(Conclusion),
            Departures = [.. (parsed.GetValue(Select) ?? []).Select(t => Read(t, true)),
                .. (parsed.GetValue(PassOver) ?? []).Select(t => Read(t, false))],
        };
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var answer = await Progress.Show("计算 computing", progress =>
            desk.DecideRound(parsed.GetValue(RoundArguments.Round), decision, progress, cancel));
        return Answers.Print(Common.Output(parsed), answer, $"决定 {parsed.GetValue(RoundArguments.Round)}");
    }

    private static Option<string[]> Departures(string name, string description) => new(name)
    {
        Description = $"{description}, with the reason",
        HelpName = "OUTCOME:CHAMBER:REASON",
        AllowMultipleArgumentsPerToken = true,
    };

    private static SelectionDeparture Read(string text, bool selected) =>
        text.Split(':', 3) is [var outcome, var chamber, var reason] && ChamberId.IsValid(chamber)
        ? new SelectionDeparture { Outcome = outcome, Chamber = chamber, Selected = selected, Reason = reason }
        : throw CliFailure.CouldNotRun($"'{text}' is not OUTCOME:CHAMBER:REASON");
}
