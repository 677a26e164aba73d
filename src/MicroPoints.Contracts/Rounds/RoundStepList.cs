using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>The steps of a round, in order.</summary>
[JsonConverter(typeof(KebabEnum<RoundStepKind>))]
public enum RoundStepKind
{
    Lock = 1,
    Vetting = 2,
    Notice = 3,
    Objections = 4,
    Decision = 5,
    Seal = 6,
}

/// <summary>How far a step is.</summary>
[JsonConverter(typeof(KebabEnum<RoundStepState>))]
public enum RoundStepState
{
    Done = 1,

    /// <summary>Somebody has to do something, and can.</summary>
    Open = 2,

    /// <summary>A day has to pass.</summary>
    Waiting = 3,

    /// <summary>An earlier step comes first.</summary>
    Blocked = 4,

    /// <summary>The round was decided without it, as only a rehearsal can be.</summary>
    Skipped = 5,
}

/// <summary>What a step still lacks.</summary>
[JsonConverter(typeof(KebabEnum<RoundGapKind>))]
public enum RoundGapKind
{
    NotLocked = 1,
    NobodyAsked = 2,
    ReplyMissing = 3,
    NoticeNotPosted = 4,
    NoticeRunning = 5,
    NoticeOutdated = 6,
    AnswerMissing = 7,

    /// <summary>Does not stop a step: the chamber is passed over, or its hold released.</summary>
    ChamberOnHold = 8,
    NotDecided = 9,
    NotSealed = 10,
}

/// <summary>Every step of a round as it stands on a day.</summary>
/// <param name="Today">The day it was asked for, in Asia/Shanghai.</param>
public sealed record RoundStepList(string Round, RoundStatus Status, DateOnly Today, IReadOnlyList<RoundStepDetails> Steps);

/// <summary>One step of a round: how far it is, and what is still missing.</summary>
/// <param name="Required">Whether this round cannot be decided or sealed without it.</param>
/// <param name="Missing">Empty where it is done, or where an earlier step comes first.</param>
/// <param name="By">The earliest day by which something is to be done, or until which it waits.</param>
public sealed record RoundStepDetails(
    RoundStepKind Step, RoundStepState State, bool Required, IReadOnlyList<RoundGapDetails> Missing, DateOnly? By = null);

/// <summary>One thing that a step still lacks.</summary>
/// <param name="Sentence">In Chinese.</param>
/// <param name="SentenceEn">The same in English.</param>
/// <param name="Subject">The body, objection or chamber it is about.</param>
/// <param name="By">The day by which it is done, or on which it ends.</param>
/// <param name="Overdue">That day has passed, and it should have been done.</param>
public sealed record RoundGapDetails(
    RoundGapKind Kind, string Sentence, string SentenceEn, bool Overdue, string? Subject = null, DateOnly? By = null);
