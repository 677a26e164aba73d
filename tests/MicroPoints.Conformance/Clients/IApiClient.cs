using MicroPoints.Client;
using MicroPoints.Contracts;

namespace MicroPoints.Conformance.Clients;

/// <summary>A client of the HTTP API as the suites see it, whatever it is made of.</summary>
public interface IApiClient
{
    Task<Sent<RecordedActivity>> Record(
        string chamber, ActivityToRecord activity, string? expected = null, CancellationToken cancel = default);

    Task<Sent<PreviewedActivity>> Preview(string chamber, ActivityToRecord activity);
    Task<Sent<RecordedBatch>> RecordAll(string chamber, ActivityBatch batch);
    Task<Sent<RecordedReversal>> Reverse(string chamber, string target, ReversalToRecord reversal);
    Task<ActivityDetails> Activity(string chamber, string id);
    Task<Sent<ChamberDetails>> Put(string chamber, ChamberToPut wanted, string? expected = null);
    Task<Fetched<ChamberDetails>> Chamber(string chamber, string? known = null);
    Task<ChamberPage> ChamberPage(string? cursor, int limit);
    IAsyncEnumerable<LedgerEntry> Ledger(string chamber, long? after = null);
    Task<Fetched<ScorecardDetails>> Scorecard(string chamber, string? known = null);
    Task<Fetched<ScorecardExplanation>> Explain(string chamber, string? known = null);
    Task<Fetched<AdviceDetails>> Advice(string chamber, string? period = null, string? known = null);
    Task<WhatIfAnswer> Suppose(string chamber, ActivityBatch supposed);
    IAsyncEnumerable<StandingRow> Standings(string scope);

    Task<Fetched<byte[]>> Ruleset(string id, string version);
    Task<Sent<RecordedRuleset>> Publish(RulesToPublish rules);
    Task<ImpactDetails> Impact(ImpactToWorkOut asked);
    Task<Sent<RecordedAdoption>> Adopt(AdoptionToMake adoption);

    Task<HealthReport> Health();
    Task<Caller> Caller();
    Task<IssuedSecret> IssueKey(KeyToIssue key);
    IAsyncEnumerable<KeyDetails> Keys(string? scope = null);
    Task<KeyDetails> RevokeKey(string id, string reason);
    IAsyncEnumerable<AuditEntry> Audit(string? scope = null);
    Task<Fetched<CalendarInForce>> Calendar(string? known = null);
    Task<Fetched<CalendarYear>> CalendarYear(int year, string? known = null);
    Task<Sent<RecordedCalendar>> PutCalendar(CalendarToPut calendar);

    Task<AdoptionList> Adoptions(string region);
    Task<Sent<RecordedEntry>> EndAdoption(AdoptionToEnd adoption);

    Task<Sent<RecordedRoundStep>> OpenRound(RoundToOpen round);
    Task<Sent<RecordedRoundStep>> ApplyToRound(string round, string chamber);
    Task<Sent<RecordedRoundStep>> AbandonRound(string round, RoundToAbandon why);
    Task<Sent<RecordedRoundStep>> LockRound(string round, RoundToLock? how = null);
    Task<Sent<RecordedRoundStep>> DecideRound(string round, DecisionToRecord decision);
    Task<Sent<RecordedRoundStep>> SealRound(string round);
    Task<Sent<RecordedRoundStep>> AskVetting(string round, LetterToRecord letter);
    Task<Sent<RecordedRoundStep>> ReplyVetting(string round, ReplyToRecord reply);
    Task<Sent<RecordedRoundStep>> ReleaseHold(string round, ReleaseToRecord release);
    Task<Sent<RecordedRoundStep>> PostNotice(string round, NoticeToRecord notice);
    Task<Sent<RecordedRoundStep>> ReceiveObjection(string round, ObjectionToRecord objection);
    Task<Sent<RecordedAnswer>> AnswerObjection(string round, string objection, AnswerToRecord answer);
    Task<Sent<RecordedRoundStep>> AttachPaper(string round, PaperToRecord paper);
    Task<Sent<RecordedRoundStep>> RecordUse(string round, UseToRecord use);
    Task<Sent<RecordedRoundStep>> WithdrawUse(string round, string use, UseToWithdraw withdrawal);
    Task<UsePage> UsePage(string round, string? cursor = null, int? limit = null);
    IAsyncEnumerable<UseDetails> Uses(string round);
    Task<RoundStepList> RoundSteps(string round);
    Task<MovedList> Moved(string round);
    Task<MovedList> MovedByObjection(string round, string objection);
    Task<Fetched<RoundDetails>> Round(string round, string? known = null);
    IAsyncEnumerable<RoundSummary> Rounds(string? scope = null);
    Task<Fetched<RoundResultPage>> RoundResults(string round);
    Task<Fetched<ScorecardExplanation>> ExplainResult(string round, string chamber, string? known = null);
    Task<Fetched<byte[]>> Proof(string round, string? known = null);
}
