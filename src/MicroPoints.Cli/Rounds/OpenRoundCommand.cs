using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rounds;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Opens a round as a draft.</summary>
internal static class OpenRoundCommand
{
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "the region", "CODE", text => new RegionCode(text), required: true);
    private static readonly Option<Period> Period = Common.Typed(
        "--period", "2026, 2026Q3 or 2025-2026", "PERIOD", MicroPoints.Period.Parse, required: true);
    private static readonly Option<string> Purpose = new(
        "--purpose")
    {
        Description = "only rehearsal can be opened yet",
        HelpName = "rehearsal|annual",
        DefaultValueFactory = _ => "rehearsal"
    };

    public static Command Build() => new Verb("open", "open a round as a draft 开启",
        "round open 2026-trial --scope 990101 --period 2026")
        .With(RoundArguments.Round, Scope, Period, Purpose, Question.Ruleset, Question.PeerGroup, Common.By).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var purpose = parsed.GetValue(Purpose) switch
        {
            "rehearsal" => RoundPurpose.Rehearsal,
            "annual" => RoundPurpose.Annual,
            var other => throw CliFailure.CouldNotRun($"--purpose '{other}' is neither rehearsal nor annual"),
        };
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var opening = new RoundOpening(store.Workspace);
        var opened = new RoundOpened(parsed.GetValue(Question.Ruleset)!, parsed.GetValue(Period), parsed.GetValue(Scope),
            parsed.GetValue(Question.PeerGroup) ?? [], purpose, "light",
                await opening.StampOf(parsed.GetValue(Scope), cancel));
        var answer = await opening.Refuse(opened, cancel) ?? await store.Workspace.Rounds.Open(
            parsed.GetValue(RoundArguments.Round), opened, Common.Actor(parsed), cancel);
        return Answers.Print(Common.Output(parsed), answer, $"年度评价 {parsed.GetValue(RoundArguments.Round)}（演练 rehearsal）");
    }
}
