using System.CommandLine;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;
using MicroPoints.Ledger;

namespace MicroPoints.Cli;

/// <summary>Records one activity and says what it credits as the ledger stands.</summary>
internal static class RecordCommand
{
    private static readonly Option<ChamberId> Chamber = Common.Typed(
        "--chamber", "the chamber", "ID", text => new ChamberId(text), required: true);
    private static readonly Option<KindId> Kind = Common.Typed(
        "--kind", "the activity kind, such as member.visited", "KIND", text => new KindId(text), required: true);
    private static readonly Option<On> On = Common.Typed(
        "--on", "a day, month, quarter or year: 2026-04-12, 2026-04, 2026Q2, 2026", "WHEN", Common.When,
        required: true);
    private static readonly Option<EntryId> Id = Common.Typed(
        "--id", "your own id, so that a retry is recognised [default: from the content]", "ID", text =>
        new EntryId(text));
    private static readonly Option<DateOnly> Expires = Common.Typed(
        "--expires", "for a state: the first day it no longer holds", "DAY", Common.Day);
    private static readonly Option<DateOnly> Submitted = Common.Typed(
        "--submitted", "when the chamber handed it in", "DAY", Common.Day);
    private static readonly Option<string?> Key = new(
        "--key")
    { Description = "for a keyed kind: the project, village or case" };
    private static readonly Option<Part> PartOf = Common.Typed("--part", "this chamber's part of a joint activity", "N/M",
        text => Part.TryParse(text, out var part) ? part
            : throw new FormatException($"'{text}' is not a part such as 1/2, of at most {Limits.PartOfMax}"));
    private static readonly Option<string?> Reason = new(
        "--reason")
    { Description = "in words the chamber may read; required for points" };
    private static readonly Option<string[]> Evidence = new(
        "--evidence")
    {
        Description = "SHA-256 of an evidence file; repeatable",
        AllowMultipleArgumentsPerToken = true
    };

    public static Command Build() => new Verb("record", "record one activity 录一条",
            "activities record --chamber c-01 --id 2026-0412 --kind member.visited --on 2026-04-12 --count 3",
            "activities record --chamber c-01 --id award-7 --kind federation.awarded --on 2026-05-08 --points 1.5 --reason 组织会员抗旱送水",
            "activities record --chamber c-01 --id p-1 --kind project.brokered --on 2026-06 --option signed --key 新能源配件厂")
        .With(Chamber, Id, Kind, On).With(MeasureOptions.All)
            .With(Key, PartOf, Expires, Submitted, Reason, Evidence, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var kind = desk.Kinds.Find(parsed.GetValue(Kind)) ?? throw CliFailure.Refused(Refusal.KindUnknown,
            $"'{parsed.GetValue(Kind)}' is not an activity kind; {Near(desk.Kinds, parsed.GetValue(Kind))}");
        var command = new RecordActivity(new EntryId("given"), kind.Id, parsed.GetValue(On),
            MeasureOptions.Read(parsed, kind), Day(parsed, Expires), Day(parsed, Submitted),
            parsed.GetValue(Key), parsed.GetResult(PartOf) is null ? null : parsed.GetValue(PartOf), parsed.GetValue(Reason),
            [.. (parsed.GetValue(Evidence) ?? []).Select(ParseDigest)]);
        var chamber = parsed.GetValue(Chamber);
        command = command with { Id = parsed.GetResult(Id) is null ? ContentId.Of(chamber, command, 1) : parsed.GetValue(Id) };
        var (entry, credited) = await desk.Record(chamber, command, cancel);
        var code = Answers.Print(Common.Output(parsed), entry, $"{chamber} {kind.Title.Zh}", json => Credit.Write(json, credited));
        if (Common.Output(parsed).IsJson) return code;
        if (entry.IsReplay && parsed.GetResult(Id) is null)
            Output.Line("  若确是另一次，请用 --id 另给编号 if it was another one, give it an --id of its own");
        foreach (var line in credited) Output.Line($"  {Credit.Text(line)}");
        return code;
    }

    private static DateOnly? Day(ParseResult parsed, Option<DateOnly> option) =>
        parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    private static Digest ParseDigest(string text) =>
        Digest.TryParse(text.StartsWith("sha256:", StringComparison.Ordinal) ? text[7..] : text, out var digest)
        ? digest
        : throw CliFailure.CouldNotRun($"--evidence '{text}' is not a SHA-256 digest of 64 lower-case hex digits");

    private static string Near(KindCatalogue kinds, KindId kind)
    {
        var group = kind.Value.Split('.')[0];
        var near = kinds.Kinds.Where(k => k.Id.Value.Contains(group, StringComparison.OrdinalIgnoreCase))
            .Select(k => k.Id.Value).ToList();
        return near.Count > 0 ? $"near it: {string.Join(", ", near)}"
            : $"known are {string.Join(", ", kinds.Kinds.Take(12).Select(k => k.Id))} …";
    }
}
