using System.CommandLine;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Ends a chamber without a successor.</summary>
internal static class DissolveCommand
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument(
        "chamber", "the chamber's id", text => new ChamberId(text));
    private static readonly Option<DateOnly> On = Common.Typed("--on", "the day it ended", "DAY", Common.Day, required: true);

    public static Command Build() => new Verb("dissolve", "end a chamber without a successor 注销",
        "chambers dissolve c-07 --on 2026-06-30")
        .With(Chamber, On, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var on = parsed.GetValue(On);
        var answer = await desk.Dissolve(parsed.GetValue(Chamber), new EntryId($"dissolve-{Calendar.Text(on)}"), on, cancel);
        return Answers.Print(Common.Output(parsed), answer, parsed.GetValue(Chamber).Value);
    }
}
