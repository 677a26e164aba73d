using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets;

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
        .With(Indicator, Scope, Period, Chamber, Reason, Question.Ruleset, Common.By).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var (workspace, scope, indicator) = (store.Workspace, parsed.GetValue(Scope), parsed.GetValue(Indicator)!);
        var adoption = workspace.Regions.AdoptionOf(parsed.GetValue(Question.Ruleset)!, scope, AsOf.On(workspace.Today))
            ?? throw CliFailure.Refused(Refusal.NothingAdopted,
                $"'{parsed.GetValue(Question.Ruleset)}' is not adopted for {scope}");
        var (ruleset, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, cancel);
        ChamberId? chamber = parsed.GetResult(Chamber) is null ? null : parsed.GetValue(Chamber);
        var id = new EntryId(
            $"na-{Digest.OfText($"{ruleset.Id}\n{parsed.GetValue(Period)}\n{indicator}\n{chamber}").ToString()[..16]}");
        var answer = await workspace.Declare(scope, new DeclareNotApplicable(
            id, ruleset, parsed.GetValue(Period), indicator, chamber, parsed.GetValue(Reason)!),
            Common.Actor(parsed), cancel);
        return Answers.Print(Common.Output(parsed), answer, $"{indicator} {parsed.GetValue(Period)} 不适用");
    }
}
