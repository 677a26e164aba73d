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
        .With(Chamber, Question.Ruleset, Question.Period, Question.AsOf, Question.KnownAt)
        .Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var (card, ruleset, scope) = await desk.Scorecard(
            parsed.GetValue(Chamber), county => Question.Read(parsed, county), cancel);
        if (!Common.Output(parsed).IsJson)
        {
            if (card.Stamp is not null) Output.Line(card.Stamp);
            ScorecardTable.Print(ruleset, card, $"{card.Period}，截至 {Calendar.Text(card.AsOf)}，试算 provisional");
            return ExitCode.Fine;
        }
        Output.Object(json =>
        {
            Question.WriteHeader(json, card.Ruleset, card.Period, scope, card.AsOf, card.KnownAt, card.Stamp);
            ScorecardJson.Write(json, card);
        });
        return ExitCode.Fine;
    }
}
