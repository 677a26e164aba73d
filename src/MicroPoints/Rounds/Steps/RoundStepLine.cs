namespace MicroPoints.Rounds;

/// <summary>The steps of a round, in order. Values are part of the wire contract: append only.</summary>
public enum RoundStepKind
{
    /// <summary>锁定.</summary>
    Lock = 1,

    /// <summary>联审（征求意见）.</summary>
    Vetting = 2,

    /// <summary>公示.</summary>
    Notice = 3,

    /// <summary>异议处理.</summary>
    Objections = 4,

    /// <summary>确定: a meeting decides.</summary>
    Decision = 5,

    /// <summary>封存.</summary>
    Seal = 6,
}

/// <summary>How far a step is. Values are part of the wire contract: append only.</summary>
public enum RoundStepState
{
    Done = 1,

    /// <summary>Somebody has to do something, and can.</summary>
    Open = 2,

    /// <summary>Nobody has to do anything: a day has to pass.</summary>
    Waiting = 3,

    /// <summary>An earlier step comes first.</summary>
    Blocked = 4,

    /// <summary>The round was decided without it, as only a rehearsal can be.</summary>
    Skipped = 5,
}

/// <summary>One thing that a step still lacks. Values are part of the wire contract: append only.</summary>
public enum RoundGapKind
{
    NotLocked = 1,
    NobodyAsked = 2,

    /// <summary>Of the body named.</summary>
    ReplyMissing = 3,
    NoticeNotPosted = 4,

    /// <summary>Until the end of the day named.</summary>
    NoticeRunning = 5,

    /// <summary>What was noticed is no longer what is computed.</summary>
    NoticeOutdated = 6,

    /// <summary>To the objection named, by the day named.</summary>
    AnswerMissing = 7,

    /// <summary>The chamber named is on hold, and is passed over unless the hold is released. Does not stop a step.</summary>
    ChamberOnHold = 8,
    NotDecided = 9,
    NotSealed = 10,
}

/// <summary>One thing that a step still lacks.</summary>
/// <param name="Subject">The body, objection or chamber it is about.</param>
/// <param name="By">The day by which it is done, or on which it ends.</param>
/// <param name="IsOverdue">That day has passed, and it should have been done.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record RoundGap(RoundGapKind Kind, string? Subject, DateOnly? By, bool IsOverdue, Title Sentence);

/// <summary>One step of a round: how far it is, and what is still missing.</summary>
/// <param name="IsRequired">Whether this round cannot be decided or sealed without it.</param>
/// <param name="Missing">In order; empty where it is done, or where an earlier step comes first.</param>
/// <param name="By">The earliest day by which something is to be done, or until which it waits.</param>
public sealed record RoundStepLine(
    RoundStepKind Step, RoundStepState State, bool IsRequired, IReadOnlyList<RoundGap> Missing, DateOnly? By);
