using MicroPoints.Conformance.Clients;
using MicroPoints.Contracts;

namespace MicroPoints.Client.Tests;

/// <summary>The client over HttpClient, as the suites see it.</summary>
public class HttpClients : ServedCounty
{
    private readonly List<HttpClient> _https = [];

    public override IApiClient Client(Uri address, ClientOptions options)
    {
        var http = new HttpClient { BaseAddress = address };
        _https.Add(http);
        return new Adapter(new MicroPointsClient(http, options));
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var http in _https) http.Dispose();
        await base.DisposeAsync();
    }

    private sealed class Adapter(MicroPointsClient client) : IApiClient
    {
        public Task<Sent<RecordedActivity>> Record(
            string chamber, ActivityToRecord activity, string? expected, CancellationToken cancel) =>
            client.RecordActivity(chamber, activity, expected, cancel);

        public Task<Sent<PreviewedActivity>> Preview(string chamber, ActivityToRecord activity) =>
            client.PreviewActivity(chamber, activity);

        public Task<Sent<RecordedBatch>> RecordAll(string chamber, ActivityBatch batch) => client.RecordActivities(chamber, batch);

        public Task<Sent<RecordedReversal>> Reverse(string chamber, string target, ReversalToRecord reversal) =>
            client.ReverseActivity(chamber, target, reversal);

        public Task<ActivityDetails> Activity(string chamber, string id) => client.GetActivity(chamber, id);
        public Task<Sent<ChamberDetails>> Put(string chamber, ChamberToPut wanted, string? expected) =>
            client.PutChamber(chamber, wanted, expected);

        public Task<Fetched<ChamberDetails>> Chamber(string chamber, string? known) => client.GetChamber(chamber, known);
        public Task<ChamberPage> ChamberPage(string? cursor, int limit) => client.GetChamberPage(null, null, cursor, limit);
        public IAsyncEnumerable<LedgerEntry> Ledger(string chamber, long? after) => client.ReadLedger(chamber, after);
        public Task<Fetched<ScorecardDetails>> Scorecard(string chamber, string? known) => client.GetScorecard(chamber, null, known);
        public Task<Fetched<ScorecardExplanation>> Explain(string chamber, string? known) =>
            client.ExplainScorecard(chamber, null, known);

        public Task<Fetched<AdviceDetails>> Advice(string chamber, string? period, string? known) =>
            client.GetAdvice(chamber, null, period, known);

        public Task<WhatIfAnswer> Suppose(string chamber, ActivityBatch supposed) => client.Suppose(chamber, supposed);
        public IAsyncEnumerable<StandingRow> Standings(string scope) => client.ListStandings(scope);

        public Task<Fetched<byte[]>> Ruleset(string id, string version) => client.GetRuleset(id, version);
        public Task<Sent<RecordedRuleset>> Publish(RulesToPublish rules) => client.PublishRuleset(rules);
        public Task<ImpactDetails> Impact(ImpactToWorkOut asked) => client.WorkOutImpact(asked);
        public Task<Sent<RecordedAdoption>> Adopt(AdoptionToMake adoption) => client.Adopt(adoption);

        public Task<HealthReport> Health() => client.GetHealth();
        public Task<Caller> Caller() => client.GetCaller();
        public Task<IssuedSecret> IssueKey(KeyToIssue key) => client.IssueKey(key);
        public IAsyncEnumerable<KeyDetails> Keys(string? scope) => client.ListKeys(scope);
        public Task<KeyDetails> RevokeKey(string id, string reason) => client.RevokeKey(id, reason);
        public IAsyncEnumerable<AuditEntry> Audit(string? scope) => client.ReadAudit(scope);
        public Task<Fetched<CalendarInForce>> Calendar(string? known) => client.GetCalendar(known);
        public Task<Fetched<CalendarYear>> CalendarYear(int year, string? known) => client.GetCalendarYear(year, known);
        public Task<Sent<RecordedCalendar>> PutCalendar(CalendarToPut calendar) => client.PutCalendar(calendar);

        public Task<AdoptionList> Adoptions(string region) => client.GetAdoptions(region);
        public Task<Sent<RecordedEntry>> EndAdoption(AdoptionToEnd adoption) => client.EndAdoption(adoption);

        public Task<Sent<RecordedRoundStep>> OpenRound(RoundToOpen round) => client.OpenRound(round);
        public Task<Sent<RecordedRoundStep>> ApplyToRound(string round, string chamber) => client.ApplyToRound(round, chamber);
        public Task<Sent<RecordedRoundStep>> AbandonRound(string round, RoundToAbandon why) => client.AbandonRound(round, why);
        public Task<Sent<RecordedRoundStep>> LockRound(string round, RoundToLock? how) => client.LockRound(round, how);
        public Task<Sent<RecordedRoundStep>> DecideRound(string round, DecisionToRecord decision) => client.DecideRound(round, decision);
        public Task<Sent<RecordedRoundStep>> SealRound(string round) => client.SealRound(round);
        public Task<Sent<RecordedRoundStep>> AskVetting(string round, LetterToRecord letter) => client.AskVetting(round, letter);
        public Task<Sent<RecordedRoundStep>> ReplyVetting(string round, ReplyToRecord reply) => client.ReplyVetting(round, reply);
        public Task<Sent<RecordedRoundStep>> ReleaseHold(string round, ReleaseToRecord release) => client.ReleaseHold(round, release);
        public Task<Sent<RecordedRoundStep>> PostNotice(string round, NoticeToRecord notice) => client.PostNotice(round, notice);

        public Task<Sent<RecordedRoundStep>> ReceiveObjection(string round, ObjectionToRecord objection) =>
            client.ReceiveObjection(round, objection);

        public Task<Sent<RecordedAnswer>> AnswerObjection(string round, string objection, AnswerToRecord answer) =>
            client.AnswerObjection(round, objection, answer);

        public Task<Sent<RecordedRoundStep>> AttachPaper(string round, PaperToRecord paper) => client.AttachPaper(round, paper);
        public Task<Sent<RecordedRoundStep>> RecordUse(string round, UseToRecord use) => client.RecordUse(round, use);

        public Task<Sent<RecordedRoundStep>> WithdrawUse(string round, string use, UseToWithdraw withdrawal) =>
            client.WithdrawUse(round, use, withdrawal);
        public Task<UsePage> UsePage(string round, string? cursor, int? limit) => client.GetUsePage(round, cursor, limit);
        public IAsyncEnumerable<UseDetails> Uses(string round) => client.ListUses(round);
        public Task<RoundStepList> RoundSteps(string round) => client.GetRoundSteps(round);
        public Task<MovedList> Moved(string round) => client.GetMoved(round);
        public Task<MovedList> MovedByObjection(string round, string objection) => client.GetMovedByObjection(round, objection);
        public Task<Fetched<RoundDetails>> Round(string round, string? known) => client.GetRound(round, known);
        public IAsyncEnumerable<RoundSummary> Rounds(string? scope) => client.ListRounds(scope);
        public Task<Fetched<RoundResultPage>> RoundResults(string round) => client.GetRoundResults(round);
        public Task<Fetched<ScorecardExplanation>> ExplainResult(string round, string chamber, string? known) =>
            client.ExplainResult(round, chamber, known);

        public Task<Fetched<byte[]>> Proof(string round, string? known) => client.GetProof(round, known);
    }
}
