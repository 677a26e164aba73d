using System.CommandLine;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Records that a chamber applied to take part in a round.</summary>
internal static class ApplyRoundCommand
{
    private static readonly Argument<ChamberId> Chamber =
        Common.TypedArgument("chamber", "the chamber's id", text => new ChamberId(text));

    public static Command Build() => new Verb("apply", "record that a chamber applied to take part 申报参评",
        "round apply 2026-trial c-01")
        .With(RoundArguments.Round, Chamber, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var (round, chamber) = (parsed.GetValue(RoundArguments.Round), parsed.GetValue(Chamber));
        var answer = await desk.ApplyToRound(round, chamber, cancel);
        return Answers.Print(Common.Output(parsed), answer, $"{round} {chamber}");
    }
}
