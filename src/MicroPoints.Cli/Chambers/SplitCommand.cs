using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Divides a chamber; each successor carries only what it is allocated.</summary>
internal static class SplitCommand
{
    private static readonly Argument<ChamberId> From = Common.TypedArgument(
        "chamber", "the chamber that ends", text => new ChamberId(text));
    private static readonly Option<string[]> Into = new(
        "--into")
    {
        Description = "a successor on the register, with the ids it carries: ID=entry,entry or ID",
        HelpName = "ID[=ENTRIES]",
        Required = true,
        AllowMultipleArgumentsPerToken = true
    };
    private static readonly Option<DateOnly> On = Common.Typed(
        "--on", "the day of the split", "DAY", Common.Day, required: true);

    public static Command Build() => new Verb("split", "divide a chamber into others on the register 分立",
            "chambers split c-07 --into c-21=visit-1,visit-2 --into c-22=visit-3 --on 2026-07-01")
        .With(From, Into, On, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (from, on) = (parsed.GetValue(From), parsed.GetValue(On));
        var parts = parsed.GetValue(Into)!.Select(Part).ToList();
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var id = new EntryId(
            $"split-{Digest.OfText($"{from}\n{string.Join(' ', parts.Select(p => p.Successor))}\n{on}").ToString()[..16]}");
        var answer = await desk.Split(new SplitChamber(id, from, on, parts), cancel);
        return ChamberArguments.Print(Common.Output(parsed), answer,
            $"{from} → {string.Join(", ", parts.Select(p => p.Successor))}", null);
    }

    private static SplitShare Part(string text)
    {
        var halves = text.Split('=', 2);
        var entries = halves.Length == 1 ? [] : halves[1].Split(',', StringSplitOptions.RemoveEmptyEntries);
        foreach (var entry in entries)
            if (!EntryId.IsValid(entry)) throw CliFailure.CouldNotRun($"--into {text}: '{entry}' is not an entry id");
        return new SplitShare(ChamberArguments.Read([halves[0]])[0], null, entries.Select(e => new EntryId(e)).ToHashSet(), []);
    }
}
