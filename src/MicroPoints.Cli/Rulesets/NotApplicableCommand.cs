using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Declares that an indicator does not apply in a period, for a region or one chamber.</summary>
internal static class NotApplicableCommand
{
    private static readonly Argument<string> Indicator = new("indicator") { Description = "the indicator's id, such as X1" };
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "the region", "CODE", text => new RegionCode(text), required: true);
    private static readonly Option<Period> Period = Common.Typed(
        "--period", "the period", "PERIOD", MicroPoints.Period.Parse, required: true);
    private static readonly Option<ChamberId> Chamber = Common.Typed(
        "--chamber", "only for this chamber", "ID", text => new ChamberId(text));
    private static readonly Option<string> Reason = new("--reason") { Description = "why it does not apply", Required = true };

    public static Command Build() => new Verb("not-applicable", "declare that an indicator does not apply in a period 不适用",
            "rules not-applicable X1 --scope 990101 --period 2026 --reason 全年未发生突发事件")
        .With(Indicator, Scope, Period, Chamber, Reason, Question.Ruleset, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var (ruleset, period, indicator) = (parsed.GetValue(Question.Ruleset)!, parsed.GetValue(Period), parsed.GetValue(Indicator)!);
        ChamberId? chamber = parsed.GetResult(Chamber) is null ? null : parsed.GetValue(Chamber);
        var answer = await desk.Declare(new NotApplicableToDeclare
        {
            Id = $"na-{Digest.OfText($"{ruleset}\n{period}\n{indicator}\n{chamber}").ToString()[..16]}",
            Region = parsed.GetValue(Scope).Value,
            Ruleset = ruleset,
            Period = period.ToString(),
            Indicator = indicator,
            Chamber = chamber?.Value,
            Reason = parsed.GetValue(Reason)!,
        }, cancel);
        return Answers.Print(Common.Output(parsed), answer, $"{indicator} {period} 不适用");
    }
}
