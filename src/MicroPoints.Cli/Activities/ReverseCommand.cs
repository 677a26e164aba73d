using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Ledger;

namespace MicroPoints.Cli;

/// <summary>Takes back one activity, in full, with a reason.</summary>
internal static class ReverseCommand
{
    private static readonly Option<ChamberId> Chamber = Common.Typed(
        "--chamber", "the chamber", "ID", text => new ChamberId(text), required: true);
    private static readonly Option<EntryId> Target = Common.Typed(
        "--target", "the activity to take back", "ID", text => new EntryId(text), required: true);
    private static readonly Option<EntryId> Id = Common.Typed(
        "--id", "the reversal's own id [default: undo-TARGET]", "ID", text => new EntryId(text));
    private static readonly Option<string> Reason = new(
        "--reason")
    { Description = "why, in words the chamber may read", Required = true };

    public static Command Build() => new Verb("reverse", "take back one activity 更正（撤销原记录）",
            "activities reverse --chamber c-01 --target 2026-0412 --reason 重复登记")
        .With(Chamber, Target, Id, Reason, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var target = parsed.GetValue(Target);
        var id = parsed.GetResult(Id) is not null ? parsed.GetValue(Id)
            : new EntryId(target.Value.Length <= Limits.IdLengthMax - 5
                ? $"undo-{target}" : $"undo-{Digest.OfText(target.Value).ToString()[..32]}");
        var entry = await desk.Reverse(
            parsed.GetValue(Chamber), new ReverseActivity(id, target, parsed.GetValue(Reason)!), cancel);
        return Answers.Print(Common.Output(parsed), entry, $"{parsed.GetValue(Chamber)} {target}");
    }
}
