using MicroPoints.Client.Tests;
using MicroPoints.Conformance.Clients;
using MicroPoints.Contracts;

namespace MicroPoints.Client.Refit.Tests;

/// <summary>The Refit interfaces, as the suites see them.</summary>
internal sealed class RefitClients : ServedCounty
{
    private readonly List<MicroPointsApis> _apis = [];

    public override IApiClient Client(Uri address, ClientOptions options)
    {
        var apis = new MicroPointsApis(address, options);
        _apis.Add(apis);
        return new Adapter(apis);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var apis in _apis) apis.Dispose();
        await base.DisposeAsync();
    }

    private sealed class Adapter(MicroPointsApis apis) : IApiClient
    {
        public Task<Sent<RecordedActivity>> Record(
            string chamber, ActivityToRecord activity, string? expected, CancellationToken cancel) =>
            apis.Activities.RecordActivity(chamber, activity, expected, cancel);

        public Task<Sent<PreviewedActivity>> Preview(string chamber, ActivityToRecord activity) =>
            apis.Activities.PreviewActivity(chamber, activity);

        public Task<Sent<RecordedBatch>> RecordAll(string chamber, ActivityBatch batch) =>
            apis.Activities.RecordActivities(chamber, batch);

        public Task<Sent<RecordedReversal>> Reverse(string chamber, string target, ReversalToRecord reversal) =>
            apis.Activities.ReverseActivity(chamber, target, reversal);

        public Task<ActivityDetails> Activity(string chamber, string id) => apis.Activities.GetActivity(chamber, id);
        public Task<Sent<ChamberDetails>> Put(string chamber, ChamberToPut wanted, string? expected) =>
            apis.Chambers.PutChamber(chamber, wanted, expected);

        public Task<Fetched<ChamberDetails>> Chamber(string chamber, string? known) => apis.Chambers.GetChamber(chamber, known);
        public Task<ChamberPage> ChamberPage(string? cursor, int limit) => apis.Chambers.GetChamberPage(null, null, cursor, limit);
        public IAsyncEnumerable<LedgerEntry> Ledger(string chamber, long? after) => apis.Ledger.ReadLedger(chamber, after);
        public Task<Fetched<ScorecardDetails>> Scorecard(string chamber, string? known) =>
            apis.Standings.GetScorecard(chamber, null, known);

        public Task<Fetched<ScorecardExplanation>> Explain(string chamber, string? known) =>
            apis.Standings.ExplainScorecard(chamber, null, known);

        public Task<Fetched<AdviceDetails>> Advice(string chamber, string? period, string? known) =>
            apis.Standings.GetAdvice(chamber, null, period, known);

        public Task<WhatIfAnswer> Suppose(string chamber, ActivityBatch supposed) => apis.Standings.Suppose(chamber, supposed);
        public IAsyncEnumerable<StandingRow> Standings(string scope) => apis.Standings.ListStandings(scope);

        public Task<Fetched<byte[]>> Ruleset(string id, string version) => apis.Rulesets.GetRuleset(id, version);
        public Task<Sent<RecordedRuleset>> Publish(RulesToPublish rules) => apis.Rulesets.PublishRuleset(rules);
        public Task<ImpactDetails> Impact(ImpactToWorkOut asked) => apis.Rulesets.WorkOutImpact(asked);
        public Task<Sent<RecordedAdoption>> Adopt(AdoptionToMake adoption) => apis.Rulesets.Adopt(adoption);

        public Task<HealthReport> Health() => apis.Health.GetHealth();
        public Task<Caller> Caller() => apis.Identity.GetCaller();
        public Task<IssuedSecret> IssueKey(KeyToIssue key) => apis.Identity.IssueKey(key);
        public IAsyncEnumerable<KeyDetails> Keys(string? scope) => apis.Identity.ListKeys(scope);
        public Task<KeyDetails> RevokeKey(string id, string reason) => apis.Identity.RevokeKey(id, reason);
        public IAsyncEnumerable<AuditEntry> Audit(string? scope) => apis.Identity.ReadAudit(scope);
        public Task<Fetched<CalendarInForce>> Calendar(string? known) => apis.Calendar.GetCalendar(known);
        public Task<Fetched<CalendarYear>> CalendarYear(int year, string? known) => apis.Calendar.GetCalendarYear(year, known);
        public Task<Sent<RecordedCalendar>> PutCalendar(CalendarToPut calendar) => apis.Calendar.PutCalendar(calendar);
        public Task<AdoptionList> Adoptions(string region) => apis.Rulesets.GetAdoptions(region);
        public Task<Sent<RecordedEntry>> EndAdoption(AdoptionToEnd adoption) => apis.Rulesets.EndAdoption(adoption);
        public Task<Sent<RecordedRoundStep>> OpenRound(RoundToOpen round) => apis.Rounds.OpenRound(round);
        public Task<Sent<RecordedRoundStep>> ApplyToRound(string round, string chamber) => apis.Rounds.ApplyToRound(round, chamber);
        public Task<Sent<RecordedRoundStep>> AbandonRound(string round, RoundToAbandon why) => apis.Rounds.AbandonRound(round, why);
        public Task<Sent<RecordedRoundStep>> LockRound(string round, RoundToLock? how) => apis.Rounds.LockRound(round, how);
        public Task<Sent<RecordedRoundStep>> DecideRound(string round, DecisionToRecord decision) =>
            apis.Rounds.DecideRound(round, decision);
        public Task<Sent<RecordedRoundStep>> SealRound(string round) => apis.Rounds.SealRound(round);
        public Task<Sent<RecordedRoundStep>> AskVetting(string round, LetterToRecord letter) => apis.Ceremony.AskVetting(round, letter);
        public Task<Sent<RecordedRoundStep>> ReplyVetting(string round, ReplyToRecord reply) => apis.Ceremony.ReplyVetting(round, reply);
        public Task<Sent<RecordedRoundStep>> ReleaseHold(string round, ReleaseToRecord release) =>
            apis.Ceremony.ReleaseHold(round, release);
        public Task<Sent<RecordedRoundStep>> PostNotice(string round, NoticeToRecord notice) => apis.Ceremony.PostNotice(round, notice);
        public Task<Sent<RecordedRoundStep>> ReceiveObjection(string round, ObjectionToRecord objection) =>
            apis.Ceremony.ReceiveObjection(round, objection);
        public Task<Sent<RecordedAnswer>> AnswerObjection(string round, string objection, AnswerToRecord answer) =>
            apis.Ceremony.AnswerObjection(round, objection, answer);
        public Task<Sent<RecordedRoundStep>> AttachPaper(string round, PaperToRecord paper) => apis.Ceremony.AttachPaper(round, paper);
        public Task<Sent<RecordedRoundStep>> RecordUse(string round, UseToRecord use) => apis.Ceremony.RecordUse(round, use);
        public Task<Sent<RecordedRoundStep>> WithdrawUse(string round, string use, UseToWithdraw withdrawal) =>
            apis.Ceremony.WithdrawUse(round, use, withdrawal);
        public Task<UsePage> UsePage(string round, string? cursor, int? limit) => apis.Ceremony.GetUsePage(round, cursor, limit);
        public IAsyncEnumerable<UseDetails> Uses(string round) => apis.Ceremony.ListUses(round);
        public Task<RoundStepList> RoundSteps(string round) => apis.Ceremony.GetRoundSteps(round);
        public Task<MovedList> Moved(string round) => apis.Ceremony.GetMoved(round);
        public Task<MovedList> MovedByObjection(string round, string objection) => apis.Ceremony.GetMovedByObjection(round, objection);
        public Task<Fetched<RoundDetails>> Round(string round, string? known) => apis.Rounds.GetRound(round, known);
        public IAsyncEnumerable<RoundSummary> Rounds(string? scope) => apis.Rounds.ListRounds(scope);
        public Task<Fetched<RoundResultPage>> RoundResults(string round) => apis.Rounds.GetRoundResults(round);
        public Task<Fetched<ScorecardExplanation>> ExplainResult(string round, string chamber, string? known) =>
            apis.Rounds.ExplainResult(round, chamber, known);

        public Task<Fetched<byte[]>> Proof(string round, string? known) => apis.Rounds.GetProof(round, known);
    }
}
