using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Which paper of a round a scan is of. Values are written into entries: append only.</summary>
public enum PaperKind
{
    /// <summary>征求意见函.</summary>
    VettingLetter = 1,

    /// <summary>A body's reply to it (回函).</summary>
    VettingReply = 2,

    /// <summary>公示.</summary>
    Notice = 3,

    /// <summary>公示情况说明.</summary>
    NoticeReport = 4,

    /// <summary>异议材料.</summary>
    Objection = 5,

    /// <summary>异议答复.</summary>
    ObjectionAnswer = 6,

    /// <summary>会议纪要.</summary>
    Minutes = 7,

    /// <summary>汇总表.</summary>
    Summary = 8,

    /// <summary>通报.</summary>
    Announcement = 9,

    /// <summary>Any other: the note says what.</summary>
    Other = 10,
}

/// <summary>A signed scan belongs to the round by its digest alone; the note stands beside the entry, which seals only its
/// salted digest.</summary>
/// <param name="Scan">The SHA-256 of the file.</param>
public sealed record RoundPaperAttached(PaperKind Kind, Digest Scan) : Entry
{
    public const string Type = "round-paper-attached/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Whole((long)Kind).Digest(Scan);

    internal static Entry Read(ref CanonicalReader reader) =>
        new RoundPaperAttached(EntryFields.Enumerated<PaperKind>(ref reader), reader.Digest());
}

/// <summary>One attached paper.</summary>
/// <param name="On">The day it was attached.</param>
/// <param name="Note">Null where none was given, or it was erased.</param>
/// <param name="Kept">What its file is; null where only its digest was recorded, and the file stays with its keeper.</param>
public sealed record Paper(EntryId Id, PaperKind Kind, Digest Scan, DateOnly On, string? Note, ScanFormat? Kept);
