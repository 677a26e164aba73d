namespace MicroPoints.Contracts;

/// <summary>What a round had between its lock and its decision. Words of people are left out for keys that only read.</summary>
/// <param name="Vetting">Every body that was asked, with its latest reply.</param>
/// <param name="Holds">Every hold there was.</param>
/// <param name="Notices">Every notice in order; the last one counts.</param>
/// <param name="Papers">Every scan attached.</param>
public sealed record RoundCeremony(
    IReadOnlyList<VettedBodyDetails> Vetting, IReadOnlyList<HoldDetails> Holds, IReadOnlyList<NoticeDetails> Notices,
    IReadOnlyList<ObjectionDetails> Objections, IReadOnlyList<PaperDetails> Papers);

/// <summary>A body that was asked.</summary>
/// <param name="Reply">Left out until it replied or was marked as not replying.</param>
/// <param name="Chambers">Those its latest reply objects to.</param>
public sealed record VettedBodyDetails(
    string Body, DateOnly LetterOn, VettingReply? Reply = null, DateOnly? RepliedOn = null,
    IReadOnlyList<string>? Chambers = null, string? Words = null);

/// <summary>A chamber that a body objected to.</summary>
public sealed record HoldDetails(
    string Body, string Chamber, bool Released, string? Ground = null, string? ReleasedBecause = null);

/// <summary>A notice.</summary>
/// <param name="LastDay">Through this day it stands.</param>
/// <param name="Confirmed">A person confirmed the last day, since the calendar lacked a year.</param>
/// <param name="Content">Digest of what was posted.</param>
/// <param name="Calendar">Digest of the working-day calendar it was counted on.</param>
public sealed record NoticeDetails(
    string Id, string Place, DateOnly Posted, int WorkingDays, DateOnly LastDay, bool Confirmed, string Content,
    string? Calendar = null);

/// <summary>An objection, and its answer once there is one.</summary>
/// <param name="Late">It came in after the notice's last day.</param>
/// <param name="DueOn">The last day on which it is answered in time.</param>
public sealed record ObjectionDetails(
    string Id, DateOnly ReceivedOn, bool Late, DateOnly DueOn, string? Chamber = null, string? Who = null, string? What = null,
    ObjectionAnswerDetails? Answer = null);

/// <summary>How an objection was answered.</summary>
public sealed record ObjectionAnswerDetails(
    bool Accepted, DateOnly On, IReadOnlyList<EntryToAdmit> Admitted, string? Reason = null);

/// <summary>An attached scan.</summary>
public sealed record PaperDetails(string Id, PaperKind Kind, string Scan, DateOnly On, string? Note = null);
