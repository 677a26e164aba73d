using System.CommandLine;
using MicroPoints.Chambers;
using MicroPoints.Cli.Terminal;
using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Ends a chamber without a successor.</summary>
internal static class DissolveCommand
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument("chamber", "the chamber's id", text => new ChamberId(text));
    private static readonly Option<DateOnly> On = Common.Typed("--on", "the day it ended", "DAY", Common.Day, required: true);

    public static Command Build() => new Verb("dissolve", "end a chamber without a successor 注销", "chambers dissolve c-07 --on 2026-06-30")
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

/// <summary>Gives a chamber another name from a day.</summary>
internal static class RenameCommand
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument("chamber", "the chamber's id", text => new ChamberId(text));
    private static readonly Argument<string> Name = new("name") { Description = "the new name" };
    private static readonly Option<DateOnly> On = Common.Typed("--on", "the first day of the new name", "DAY", Common.Day, required: true);

    public static Command Build() => new Verb("rename", "give a chamber another name 更名", "chambers rename c-07 新澜镇商会 --on 2026-06-30")
        .With(Chamber, Name, On, Common.By).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var on = parsed.GetValue(On);
        var answer = await store.Workspace.Chambers.Run(parsed.GetValue(Chamber), Common.Actor(parsed),
            new ChangeChamber(new RenameChamber(new EntryId($"rename-{Calendar.Text(on)}"), parsed.GetValue(Name)!, on)), cancel);
        return Answers.Print(Common.Output(parsed), answer, parsed.GetValue(Chamber).Value);
    }
}

/// <summary>Merges chambers into one; what they did is carried there and caps apply once.</summary>
internal static class MergeCommand
{
    private static readonly Argument<string[]> From = new("chamber") { Description = "the chambers that end", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<ChamberId> Into = Common.Typed("--into", "the successor: a new id, or a chamber on the register", "ID", text => new ChamberId(text), required: true);
    private static readonly Option<DateOnly> On = Common.Typed("--on", "the day of the merger", "DAY", Common.Day, required: true);
    private static readonly Option<string?> Name = new("--name") { Description = "a new successor's name" };
    private static readonly Option<string> Kind = new("--kind") { Description = "a new successor's kind", DefaultValueFactory = _ => "township" };
    private static readonly Option<RegionCode> Seat = Common.Typed("--region", "a new successor's seat", "CODE", text => new RegionCode(text));

    public static Command Build() => new Verb("merge", "merge chambers into one 合并",
            "chambers merge c-07 c-08 --into c-20 --name 新澜镇商会 --region 990101007 --on 2026-07-01", "chambers merge c-07 --into c-08 --on 2026-07-01")
        .With(From, Into, On, Name, Kind, Seat, Common.By).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (into, on) = (parsed.GetValue(Into), parsed.GetValue(On));
        var from = ChamberArguments.Read(parsed.GetValue(From)!);
        RegisterChamber? register = parsed.GetValue(Name) is { } name
            ? new RegisterChamber(new EntryId("register"), name, parsed.GetValue(Kind)!, parsed.GetValue(Seat), [], on)
            : null;
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var id = new EntryId($"merge-{Digest.OfText($"{string.Join(' ', from)}\n{into}\n{on}").ToString()[..16]}");
        var answer = await store.Workspace.Lineage.Merge(new MergeChambers(id, from, into, on, register, []), Common.Actor(parsed), cancel);
        return ChamberArguments.Print(Common.Output(parsed), answer, $"{string.Join(", ", from)} → {into}",
            "状态类事项（登记、党组织等）须在新商会重新登记 record the successor's states (registration, Party organisation …) anew");
    }
}

/// <summary>Divides a chamber; each successor carries only what it is allocated.</summary>
internal static class SplitCommand
{
    private static readonly Argument<ChamberId> From = Common.TypedArgument("chamber", "the chamber that ends", text => new ChamberId(text));
    private static readonly Option<string[]> Into = new("--into") { Description = "a successor on the register, with the ids it carries: ID=entry,entry or ID", HelpName = "ID[=ENTRIES]", Required = true, AllowMultipleArgumentsPerToken = true };
    private static readonly Option<DateOnly> On = Common.Typed("--on", "the day of the split", "DAY", Common.Day, required: true);

    public static Command Build() => new Verb("split", "divide a chamber into others on the register 分立",
            "chambers split c-07 --into c-21=visit-1,visit-2 --into c-22=visit-3 --on 2026-07-01")
        .With(From, Into, On, Common.By).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (from, on) = (parsed.GetValue(From), parsed.GetValue(On));
        var parts = parsed.GetValue(Into)!.Select(Part).ToList();
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var id = new EntryId($"split-{Digest.OfText($"{from}\n{string.Join(' ', parts.Select(p => p.Successor))}\n{on}").ToString()[..16]}");
        var answer = await store.Workspace.Lineage.Split(new SplitChamber(id, from, on, parts), Common.Actor(parsed), cancel);
        return ChamberArguments.Print(Common.Output(parsed), answer, $"{from} → {string.Join(", ", parts.Select(p => p.Successor))}", null);
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

/// <summary>What the lineage verbs share.</summary>
internal static class ChamberArguments
{
    public static List<ChamberId> Read(IEnumerable<string> texts) => [.. texts.Select(t => ChamberId.IsValid(t)
        ? new ChamberId(t)
        : throw CliFailure.CouldNotRun($"'{t}' is not a chamber id: 1–{Limits.IdLengthMax} of A-Z a-z 0-9 . _ : -"))];

    public static int Print(Output output, LineageAnswer answer, string what, string? note)
    {
        if (answer is LineageAnswer.Refused refused) throw CliFailure.Refused(refused.Reason, $"{refused.Chamber}: {refused.Detail}");
        var done = (LineageAnswer.Done)answer;
        var entries = done.Steps.Sum(s => s.Lines.OfType<Answer.Recorded>().Sum(r => r.Entries.Count));
        if (output.IsJson)
            Output.Object(json => { json.WriteString("answer", done.IsReplay ? "exists" : "recorded"); json.WriteNumber("entries", entries); });
        else
        {
            Output.Line(done.IsReplay ? $"{what}：已办过，未重复办理 done before, nothing was repeated" : $"{what}：已办理，{entries} 条记录 done, {entries} entries");
            if (note is not null) Output.Line(note);
        }
        return ExitCode.Fine;
    }
}
