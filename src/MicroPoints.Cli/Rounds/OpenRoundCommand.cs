using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

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
        Description = "annual takes every step; a rehearsal may skip some",
        HelpName = "rehearsal|annual",
        DefaultValueFactory = _ => "rehearsal"
    };

    public static Command Build() => new Verb("open", "open a round as a draft 开启",
        "round open 2026-trial --scope 990101 --period 2026",
        "round open 2026 --scope 990101 --period 2026 --purpose annual")
        .With(RoundArguments.Round, Scope, Period, Purpose, Question.Ruleset, Question.PeerGroup, Common.By)
        .Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var purpose = parsed.GetValue(Purpose) switch
        {
            "rehearsal" => RoundPurpose.Rehearsal,
            "annual" => RoundPurpose.Annual,
            var other => throw CliFailure.CouldNotRun($"--purpose '{other}' is neither rehearsal nor annual"),
        };
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var answer = await desk.OpenRound(new RoundToOpen
        {
            Id = parsed.GetValue(RoundArguments.Round).Value,
            Scope = parsed.GetValue(Scope).Value,
            Period = parsed.GetValue(Period).ToString(),
            Ruleset = parsed.GetValue(Question.Ruleset),
            PeerGroups = parsed.GetValue(Question.PeerGroup) ?? [],
            Purpose = purpose,
        }, cancel);
        return Answers.Print(Common.Output(parsed), answer,
            $"年度评价 {parsed.GetValue(RoundArguments.Round)}{(purpose == RoundPurpose.Rehearsal ? "（演练 rehearsal）" : "")}");
    }
}
