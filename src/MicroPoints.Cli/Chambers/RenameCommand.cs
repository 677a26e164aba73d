using System.CommandLine;
using MicroPoints.Chambers;
using MicroPoints.Cli.Terminal;
using MicroPoints.Ledger;

namespace MicroPoints.Cli;

/// <summary>Gives a chamber another name from a day.</summary>
internal static class RenameCommand
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument(
        "chamber", "the chamber's id", text => new ChamberId(text));
    private static readonly Argument<string> Name = new("name") { Description = "the new name" };
    private static readonly Option<DateOnly> On = Common.Typed(
        "--on", "the first day of the new name", "DAY", Common.Day, required: true);

    public static Command Build() => new Verb("rename", "give a chamber another name 更名",
        "chambers rename c-07 新澜镇商会 --on 2026-06-30")
        .With(Chamber, Name, On, Common.By).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var on = parsed.GetValue(On);
        var answer = await store.Workspace.Chambers.Run(parsed.GetValue(Chamber), Common.Actor(parsed),
            new ChangeChamber(new RenameChamber(new EntryId($"rename-{Calendar.Text(on)}"), parsed.GetValue(Name)!,
                on)), cancel);
        return Answers.Print(Common.Output(parsed), answer, parsed.GetValue(Chamber).Value);
    }
}
