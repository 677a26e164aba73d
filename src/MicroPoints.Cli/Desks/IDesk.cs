using MicroPoints.Activities;
using MicroPoints.Contracts;
using MicroPoints.Documents;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Where a verb is done: over a data directory here, or over a server elsewhere.</summary>
/// <remarks>Both answer with the wire's records, so that each verb prints in one way. A refusal ends the verb.</remarks>
internal interface IDesk : IAsyncDisposable
{
    KindCatalogue Kinds { get; }

    /// <summary>The chamber's calendar day now.</summary>
    DateOnly Today { get; }

    Task<(Written Entry, IReadOnlyList<CreditedPoints> Credited)> Record(
        ChamberId chamber, RecordActivity activity, CancellationToken cancel);

    Task<Written> Reverse(ChamberId chamber, ReverseActivity reverse, CancellationToken cancel);

    /// <summary>What <see cref="RecordAll"/> would come to; nothing is written.</summary>
    Task<BatchOutcome> Preview(ChamberId chamber, IReadOnlyList<RecordActivity> activities, CancellationToken cancel);

    Task<BatchOutcome> RecordAll(ChamberId chamber, IReadOnlyList<RecordActivity> activities, CancellationToken cancel);

    /// <summary>The whole ledger on one page.</summary>
    Task<LedgerPage> Ledger(ChamberId chamber, CancellationToken cancel);

    /// <summary>The whole register of a scope on one page; the nation's is all that there is to see.</summary>
    Task<ChamberPage> Chambers(RegionCode scope, DateOnly day, CancellationToken cancel);

    /// <summary>Why a row cannot be registered; null where it can be, or is.</summary>
    Task<string?> Refusal(ChamberRow row, CancellationToken cancel);

    /// <summary>Registers a row; false where it was registered before.</summary>
    Task<bool> Register(ChamberRow row, CancellationToken cancel);

    /// <summary>All standings on one page.</summary>
    Task<(StandingsPage Page, Ruleset Ruleset)> Standings(
        StandingsQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel);

    Task<ShownScorecard> Scorecard(ChamberId chamber, Func<RegionCode, StandingsQuery> query, CancellationToken cancel);

    Task<ScorecardExplanation> Explain(ChamberId chamber, Func<RegionCode, StandingsQuery> query, CancellationToken cancel);

    /// <summary>The same as a locked round counts it.</summary>
    Task<ScorecardExplanation> Explain(ChamberId chamber, RoundId round, CancellationToken cancel);

    /// <summary>The fewest activities by which a chamber gets further today.</summary>
    Task<AdviceDetails> Advice(ChamberId chamber, Func<RegionCode, StandingsQuery> query, CancellationToken cancel);

    /// <summary>A scorecard as it would be with some more activities; nothing is written.</summary>
    /// <param name="supposed">Makes them, for the day through which the scorecard reads.</param>
    Task<ShownWhatIf> Suppose(ChamberId chamber, Func<RegionCode, StandingsQuery> query,
        Func<DateOnly, IReadOnlyList<RecordActivity>> supposed, CancellationToken cancel);

    /// <summary>Publishes a ruleset file; a version that is published already stays as it is.</summary>
    Task<PublishingDone> Publish(RulesetToPublish wanted, CancellationToken cancel);

    Task<AdoptionDone> Adopt(AdoptionWanted wanted, CancellationToken cancel);

    Task<Written> End(AdoptionToEnd adoption, CancellationToken cancel);

    /// <summary>Whether a region's own adoption of a ruleset counts there on a day.</summary>
    Task<bool> IsOwn(RegionCode region, string ruleset, DateOnly on, CancellationToken cancel);

    Task<Written> Declare(NotApplicableToDeclare declaration, CancellationToken cancel);

    Task<Written> OpenLateWindow(ChamberId chamber, OpenLateWindow window, CancellationToken cancel);

    Task<Written> Dissolve(ChamberId chamber, EntryId id, DateOnly on, CancellationToken cancel);

    Task<LineageDone> Merge(MergeChambers merger, CancellationToken cancel);

    Task<LineageDone> Split(SplitChamber split, CancellationToken cancel);

    Task<Written> OpenRound(RoundToOpen wanted, CancellationToken cancel);

    Task<Written> ApplyToRound(RoundId round, ChamberId chamber, CancellationToken cancel);

    Task<Written> AbandonRound(RoundId round, RoundToAbandon why, CancellationToken cancel);

    Task<Written> LockRound(RoundId round, RoundToLock how, IProgress<(long Done, long Total)>? progress, CancellationToken cancel);

    Task<Written> DecideRound(
        RoundId round, DecisionToRecord decision, IProgress<(long Done, long Total)>? progress, CancellationToken cancel);

    Task<Written> AskVetting(RoundId round, LetterToRecord letter, CancellationToken cancel);

    Task<Written> ReplyVetting(RoundId round, ReplyToRecord reply, CancellationToken cancel);

    Task<Written> ReleaseHold(RoundId round, ReleaseToRecord release, CancellationToken cancel);

    Task<Written> PostNotice(
        RoundId round, NoticeToRecord notice, IProgress<(long Done, long Total)>? progress, CancellationToken cancel);

    Task<Written> ReceiveObjection(RoundId round, ObjectionToRecord objection, CancellationToken cancel);

    /// <summary>Answers an objection, and says whom the answer moved.</summary>
    Task<(Written Entry, IReadOnlyList<ChamberMove> Moved)> AnswerObjection(RoundId round, EntryId objection, AnswerToRecord answer,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel);

    Task<Written> AttachPaper(RoundId round, PaperToRecord paper, CancellationToken cancel);

    Task<Written> RecordUse(RoundId round, UseToRecord use, CancellationToken cancel);

    Task<Written> WithdrawUse(RoundId round, EntryId use, UseToWithdraw withdrawal, CancellationToken cancel);

    /// <summary>Every use of a round's result, in order of recording.</summary>
    Task<IReadOnlyList<UseDetails>> Uses(RoundId round, CancellationToken cancel);

    Task<RoundStepList> RoundSteps(RoundId round, CancellationToken cancel);

    /// <summary>Who moved since the last notice, or by the answer to an objection.</summary>
    Task<MovedList> Moved(RoundId round, EntryId? objection, CancellationToken cancel);

    /// <summary>Seals a round; its proof is kept beside the data.</summary>
    Task<SealedRound> SealRound(RoundId round, IProgress<(long Done, long Total)>? progress, CancellationToken cancel);

    /// <summary>A page of what is found.</summary>
    /// <param name="after">Where the page before ended, as it said.</param>
    Task<ActivityPage> Find(ActivityQuery query, string? after, CancellationToken cancel);

    /// <summary>Issues a key; its secret is in this answer and nowhere else.</summary>
    Task<IssuedSecret> IssueKey(KeyToIssue wanted, CancellationToken cancel);

    /// <summary>The keys of a scope; the nation's are all that there are to see.</summary>
    Task<IReadOnlyList<KeyDetails>> Keys(RegionCode scope, CancellationToken cancel);

    Task<KeyRevoked> RevokeKey(KeyId key, string reason, CancellationToken cancel);

    /// <summary>Puts a calendar in force; false where it was already.</summary>
    Task<bool> ImportCalendar(WorkingCalendar calendar, CancellationToken cancel);

    /// <summary>The calendar in force; null where working days are weekdays.</summary>
    Task<CalendarInForce?> CalendarInForce(CancellationToken cancel);

    /// <summary>One year that the calendar in force covers.</summary>
    Task<CalendarYear> CalendarYear(int year, CancellationToken cancel);

    Task<ShownRound> Round(RoundId round, CancellationToken cancel);
}

/// <summary>What a batch came to, or would.</summary>
/// <param name="New">Lines that were not there before.</param>
/// <param name="Bad">Every refused line; where there is one, nothing was recorded.</param>
internal sealed record BatchOutcome(int New, IReadOnlyList<ProblemLine> Bad);

/// <param name="Ruleset">What it was scored by, for titles.</param>
/// <param name="Scope">The county among whose chambers it stands.</param>
internal sealed record ShownScorecard(ScorecardDetails Card, Ruleset Ruleset, string Scope);

/// <param name="Answer">Null where one could not be recorded, and so not supposed.</param>
/// <param name="Bad">Every one that could not, by its place.</param>
internal sealed record ShownWhatIf(WhatIfAnswer? Answer, Ruleset Ruleset, IReadOnlyList<ProblemLine> Bad);

/// <param name="TestsPassed">Null where it has no tests.</param>
internal sealed record PublishingDone(Written Entry, string Ruleset, string Hash, int? TestsPassed);

/// <param name="IsReplay">It was revoked before, with the same reason.</param>
internal sealed record KeyRevoked(KeyDetails Key, bool IsReplay);

/// <summary>What a merger or split came to.</summary>
internal sealed record LineageDone(bool IsReplay, int Entries);

/// <param name="Proof">The digest of its proof.</param>
/// <param name="Place">Where the proof can be had: a path, or an address.</param>
internal sealed record SealedRound(Written Entry, string Proof, string Place)
{
    /// <summary>Honours that could not be recorded, a sentence each; a server tells them on the round's page.</summary>
    public IReadOnlyList<string> Unrecorded { get; init; } = [];
}

/// <param name="Results">By place; empty before it is locked.</param>
/// <param name="Ruleset">What it is computed by; null before it is locked.</param>
internal sealed record ShownRound(RoundDetails Details, IReadOnlyList<RoundResult> Results, Ruleset? Ruleset);

/// <summary>A ruleset file to be adopted.</summary>
/// <param name="File">The file, published with its tests where it is not yet.</param>
internal sealed record AdoptionWanted(
    RegionCode Region, EntryId Id, Ruleset Ruleset, RulesetToPublish File, DateOnly From,
    IReadOnlyDictionary<string, SettingValue> Settings)
{
    /// <summary>Over which periods a statement of its impact is attached; none where it is adopted without.</summary>
    public IReadOnlyList<Period> Impact { get; init; } = [];
}

/// <param name="Statement">What was attached; null where none was asked for, or nothing counted before.</param>
internal sealed record AdoptionDone(Written Entry, AttachedStatement? Statement);

/// <param name="Before">The version in force that it was compared with; null of a replay over a server.</param>
/// <param name="File">The digest of the statement's workbook, under which it is kept.</param>
/// <param name="Periods">Those that it tells, the latest first.</param>
/// <param name="WithoutData">Those in which nothing was recorded, a sentence each.</param>
internal sealed record AttachedStatement(
    string? Before, Digest File, long Bytes, IReadOnlyList<Period> Periods, IReadOnlyList<Title> WithoutData);
