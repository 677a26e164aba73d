using MicroPoints.Contracts;
using MicroPoints.Rounds;
using MicroPoints.Runtime;

namespace MicroPoints.Api;

/// <summary>Reads what is sent about vetting, notices, objections and papers. The command line reads it by the same words.</summary>
internal static class CeremonyReading
{
    public static RoundVettingAsked Read(LetterToRecord sent)
    {
        WireText.CheckDay(sent.LetterOn, "$.letterOn");
        return new RoundVettingAsked(sent.Body, sent.LetterOn);
    }

    public static RoundVettingReplied Read(ReplyToRecord sent)
    {
        WireText.CheckDay(sent.On, "$.on");
        return new RoundVettingReplied(sent.Body, (Rounds.VettingReply)(int)sent.Reply, sent.On,
            [.. Reading.Items(sent.Chambers, "$.chambers").Select((c, i) => Chamber(c, $"$.chambers[{i}]"))]);
    }

    public static RoundHoldReleased Read(ReleaseToRecord sent) => new(sent.Body, Chamber(sent.Chamber, "$.chamber"));

    public static NoticeToPost Read(NoticeToRecord sent)
    {
        WireText.CheckDay(sent.Posted, "$.posted");
        WireText.CheckDay(sent.ConfirmedLastDay, "$.confirmedLastDay");
        return new NoticeToPost(sent.Place, sent.Posted, sent.WorkingDays, sent.ConfirmedLastDay);
    }

    public static ObjectionToReceive Read(ObjectionToRecord sent)
    {
        WireText.CheckDay(sent.ReceivedOn, "$.receivedOn");
        return new ObjectionToReceive(
            sent.Chamber is { } chamber ? Chamber(chamber, "$.chamber") : null, sent.ReceivedOn, sent.Who, sent.What);
    }

    public static AnswerToGive Read(AnswerToRecord sent) => new(sent.Accepted, sent.Reason,
        [.. Reading.Items(sent.Entries, "$.entries").Select((e, i) => (
            Chamber(e.Chamber, $"$.entries[{i}].chamber"), WireText.Id(e.Entry, $"$.entries[{i}].entry")))]);

    public static RoundPaperAttached Read(PaperToRecord sent) =>
        Digest.TryParse(sent.Scan.StartsWith("sha256:", StringComparison.Ordinal) ? sent.Scan[7..] : sent.Scan, out var scan)
            ? new RoundPaperAttached((Rounds.PaperKind)(int)sent.Kind, scan)
            : throw new ProblemException(Fault.FieldInvalid, $"'{sent.Scan}' is not sha256: and 64 lower-case hex digits", "$.scan");

    public static RoundResultUsed Read(UseToRecord sent)
    {
        WireText.CheckDay(sent.On, "$.on");
        return new RoundResultUsed(Chamber(sent.Chamber, "$.chamber"), OrNull(sent.Outcome), OrNull(sent.Grade), sent.Body, sent.Purpose,
            sent.On, OrNull(sent.Document));
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static ChamberId Chamber(string text, string path) => ChamberId.IsValid(text) ? new ChamberId(text)
        : throw new ProblemException(ProblemAnswer.Of(Refusal.ChamberUnknown, $"'{text}' is not in this round", path));
}
