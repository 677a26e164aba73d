using MicroPoints.Contracts;

namespace MicroPoints.Api;

/// <summary>The examples of rounds: a fictional county's rehearsal.</summary>
internal static class RoundSamples
{
    private const string Id = "2026-trial";

    public static readonly RoundToOpen ToOpen = new()
    {
        Id = Id,
        Scope = "990101",
        Period = "2026",
        Ruleset = "micro-points",
        Purpose = RoundPurpose.Rehearsal,
    };

    public static readonly RoundDetails Draft = new(Id, RoundStatus.Draft, RoundPurpose.Rehearsal, "micro-points", "2026",
        "990101", [], "light", [], new HeadOfStream(1, Samples.Hash), Stamp: Samples.Stamp);

    public static readonly RoundToAbandon ToAbandon = new() { Reason = "开错了年度" };

    public static readonly RoundDetails Abandoned = Draft with
    {
        Status = RoundStatus.Abandoned,
        Head = new HeadOfStream(2, Samples.Hash),
        Abandoned = new AbandonedRound(new DateOnly(2026, 12, 31), ToAbandon.Reason),
    };

    public static readonly RoundDetails Locked = Draft with
    {
        Status = RoundStatus.Locked,
        Head = new HeadOfStream(2, Samples.Hash),
        Locked = new FrozenRound("2026.1", Samples.Hash, Samples.Hash, new DateOnly(2026, 12, 31),
            new DateTimeOffset(2026, 12, 31, 9, 0, 0, TimeSpan.Zero), ClosesPeriod: false, Chambers: 15, Admitted: 0),
    };

    public static readonly DecisionToRecord ToDecide = new()
    {
        Meeting = "主席办公会",
        On = new DateOnly(2026, 12, 31),
        Minutes = "2026-14",
        Conclusion = "同意",
        Departures = [new SelectionDeparture { Outcome = "award-nomination", Chamber = "c-03", Selected = true, Reason = "成效突出" }],
    };

    public static readonly RoundDetails Decided = Locked with
    {
        Status = RoundStatus.Decided,
        Head = new HeadOfStream(3, Samples.Hash),
        Decided = new RecordedDecision("主席办公会", new DateOnly(2026, 12, 31), "2026-14", "同意",
            [new RecordedDeparture("award-nomination", "c-03", true, "成效突出")]),
    };

    public static readonly RoundDetails Sealed = Decided with
    {
        Status = RoundStatus.Sealed,
        Head = new HeadOfStream(4, Samples.Hash),
        Sealed = new RoundSeal(Samples.Hash, Samples.Hash, Samples.Hash[..12], ["built-in"]),
    };

    public static readonly RoundPage Page = new("990101", [new RoundSummary(
        Id, RoundStatus.Sealed, RoundPurpose.Rehearsal, "micro-points", "2026", "990101", Samples.Stamp)]);

    public static readonly RoundResultPage Results = new(Id, RoundStatus.Sealed, Provisional: false, "micro-points@2026.1",
        "乡镇街道商会“微积分”年度积分办法（样本）", "2026", "990101", new DateOnly(2026, 12, 31),
        new DateTimeOffset(2026, 12, 31, 9, 0, 0, TimeSpan.Zero), Ranked: 15, Total: 15,
        [new RoundResult("c-01", "澜东镇商会", "990101001", 92.5m, [new CategoryTotal("member-service", 9m)],
            [new RoundOutcome("award-nomination", "奖优评先推荐", Proposal.Proposed, Given: true)], 1, "A", "优秀")],
        Samples.Hash, Samples.Stamp);

    public static RecordedRoundStep Step(RoundDetails round) =>
        new(SendingAnswer.Recorded, round.Head.Sequence, round.Head.Hash, round, round switch
        {
            { Sealed: not null } => "seal",
            { Decided: not null } => "decide",
            { Locked: not null } => "lock",
            { Abandoned: not null } => "abandon",
            _ => "open",
        }, Samples.At);

    public static RecordedRoundStep Replay(RoundDetails round) => Step(round) with { Answer = SendingAnswer.Exists };
}
