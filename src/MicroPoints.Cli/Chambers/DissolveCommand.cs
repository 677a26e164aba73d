using System.CommandLine;
using MicroPoints.Chambers;
using MicroPoints.Cli.Terminal;
using MicroPoints.Ledger;

namespace MicroPoints.Cli;

/// <summary>Ends a chamber without a successor.</summary>
internal static class DissolveCommand
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument(
        "chamber", "the chamber's id", text => new ChamberId(text));
    private static readonly Option<DateOnly> On = Common.Typed("--on", "the day it ended", "DAY", Common.Day, required: true);

    public static Command Build() => new Verb("dissolve", "end a chamber without a successor 注销",
        "chambers dissolve c-07 --on 2026-06-30")
        .With(Chamber, On, Common.By).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var on = parsed.GetValue(On);
        var answer = await store.Workspace.Chambers.Run(parsed.GetValue(Chamber), Common.Actor(parsed),
            new ChangeChamber(new DissolveChamber(new EntryId($"dissolve-{Calendar.Text(on)}"), on)), cancel);
        return Answers.Print(Common.Output(parsed), answer, parsed.GetValue(Chamber).Value);
    }
}
