using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Types in an objection that came by letter or phone.</summary>
internal static class ObjectCommand
{
    private static readonly Argument<EntryId> Objection =
        Common.TypedArgument("objection", "the objection's id", text => new EntryId(text));
    private static readonly Option<DateOnly> On =
        Common.Typed("--on", "the day it came in", "DAY", Common.Day, required: true);
    private static readonly Option<string> Who = new("--who") { Description = "who objects; can be erased", Required = true };
    private static readonly Option<string> What = new("--what") { Description = "what is objected; can be erased", Required = true };
    private static readonly Option<ChamberId?> Chamber = Common.Typed<ChamberId?>(
        "--chamber", "the chamber it is about [default: the list as a whole]", "ID", text => new ChamberId(text));

    public static Command Build() => new Verb("object", "record an objection to what was noticed 异议",
            "round object 2026 o-1 --on 2026-12-09 --who 样例商会张某 --what 漏记走访三次 --chamber c-02")
        .With(RoundArguments.Round, Objection, On, Who, What, Chamber, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var objection = new ObjectionToRecord
        {
            Id = parsed.GetValue(Objection).Value,
            ReceivedOn = parsed.GetValue(On),
            Who = parsed.GetValue(Who)!,
            What = parsed.GetValue(What)!,
            Chamber = parsed.GetResult(Chamber) is null ? null : parsed.GetValue(Chamber)?.Value,
        };
        await using var desk = await Place.OpenExisting(parsed, cancel);
        return Answers.Print(Common.Output(parsed),
            await desk.ReceiveObjection(parsed.GetValue(RoundArguments.Round), objection, cancel), $"异议 {objection.Id}");
    }
}
