using MicroPoints.Activities;
using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Api;

/// <summary>Reads a sent activity into the command; what it means is for the core to judge.</summary>
internal static class ActivityReading
{
    /// <summary>The command, or what is wrong with the first member that cannot be read; both where only the measure cannot be,
    /// so that an id that is known can be answered for first.</summary>
    /// <param name="at">Where the activity stands in the sent JSON.</param>
    public static ProblemAnswer? Read(ActivityToRecord sent, KindCatalogue kinds, string at, out RecordActivity? command)
    {
        command = null;
        if (!EntryId.IsValid(sent.Id)) return Field(at, "id",
            $"'{sent.Id}' is not 1–{Limits.IdLengthMax} of A-Z a-z 0-9 . _ : -, the first a letter or digit");
        if (!KindId.IsValid(sent.Kind)) return Field(at, "kind", $"'{sent.Kind}' is not an activity kind such as member.visited");
        if (!On.TryParse(sent.On, out var on)) return Field(at, "on",
            $"'{sent.On}' is not a day, month, quarter or year such as 2026-04-12, 2026-04, 2026Q2, 2026");
        if (sent.Expires is { } expires && OutOfSpan(expires)) return Field(at, "expires", Span(expires));
        if (sent.Submitted is { } submitted && OutOfSpan(submitted)) return Field(at, "submitted", Span(submitted));
        if (ReadPart(sent.Part, at, out var part) is { } badPart) return badPart;
        if (ReadEvidence(sent.Evidence, at, out var evidence) is { } badEvidence) return badEvidence;
        var kind = new KindId(sent.Kind);
        var badMeasure = MeasureReading.Read(sent, kinds.Find(kind), at, out var measured);
        if (badMeasure is { Status: 400 }) return badMeasure;
        measured ??= MeasureReading.None(kinds.Find(kind));
        command = new RecordActivity(
            new EntryId(sent.Id), kind, on, measured, sent.Expires, sent.Submitted, sent.Key, part, sent.Reason, evidence);
        return badMeasure;
    }

    /// <summary>What is answered where the measure cannot be read: that the id is known with other content comes first.</summary>
    public static async ValueTask<ProblemAnswer> Unread(
        Call call, ChamberId chamber, Actor by, ProblemAnswer unread, RecordActivity? command) => command is not null
        && await call.Workspace.Chambers.Preview(chamber, by, [command], call.Cancel) is BatchAnswer.Refused { Lines: [var line] }
        && IsOfTheId(line.Reason) ? ProblemAnswer.Of(line.Reason, line.Detail) : unread;

    private static bool IsOfTheId(Refusal refusal) => refusal is Refusal.ExistsInPredecessor or Refusal.ExistsWithDifferentContent
        or (>= Refusal.ExistsWithDifferentNature and <= Refusal.ExistsWithDifferentTarget);

    private static ProblemAnswer? ReadPart(string? text, string at, out Part? part)
    {
        part = null;
        if (text is null) return null;
        if (!Part.TryParse(text, out var read)) return Field(at, "part", $"'{text}' is not n/m with 1 ≤ n ≤ m ≤ {Limits.PartOfMax}");
        part = read;
        return null;
    }

    private static ProblemAnswer? ReadEvidence(IReadOnlyList<string>? texts, string at, out Digest[]? evidence)
    {
        evidence = null;
        if (texts is null) return null;
        // The core counts them too; here a long list is not even read.
        if (texts.Count > Limits.EvidencePerActivityMax) return ProblemAnswer.Of(Refusal.EvidenceTooMany,
            $"{texts.Count} evidence digests: at most {Limits.EvidencePerActivityMax}", $"{at}.evidence");
        evidence = new Digest[texts.Count];
        for (var i = 0; i < evidence.Length; i++)
        {
            var text = texts[i];
            if (text is not null && text.StartsWith("sha256:", StringComparison.Ordinal)) text = text[7..];
            if (!Digest.TryParse(text, out evidence[i]))
                return Field(at, $"evidence[{i}]", $"'{texts[i]}' is not sha256: and 64 lower-case hex digits");
        }
        return null;
    }

    private static bool OutOfSpan(DateOnly day) => day < Limits.FirstDay || day > Limits.LastDay;
    private static string Span(DateOnly day) =>
        $"{Calendar.Text(day)} is not from {Calendar.Text(Limits.FirstDay)} to {Calendar.Text(Limits.LastDay)}";
    private static ProblemAnswer Field(string at, string member, string detail) =>
        ProblemAnswer.Of(Fault.FieldInvalid, detail, $"{at}.{member}");
}
