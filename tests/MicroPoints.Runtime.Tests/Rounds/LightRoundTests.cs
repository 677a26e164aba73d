using MicroPoints.Conformance;
using MicroPoints.Rounds;
using static MicroPoints.Runtime.Tests.Rounds.LightDesk;

namespace MicroPoints.Runtime.Tests.Rounds;

/// <summary>The light round as a county holds it, from the lock to a proof that replays.</summary>
public sealed class LightRoundTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task From_lock_over_an_accepted_objection_to_a_proof_that_replays_to_the_same_bytes()
    {
        var desk = (await Noticed()).On("2026-12-04");
        Recorded(await desk.Object());
        await desk.RecordLate("late", 3);
        var (answer, moved) = await desk.Accept(entries: "late");
        Recorded(answer);
        Assert.Equal([(Sample.East, 2, 1), (Sample.West, 1, 2)],
            moved.Select(m => (m.Id, m.Before.Places!.Scope, m.After.Places!.Scope)));
        Assert.Contains("east 3.5 to 5 points, place 2 to 1", Refused(Refusal.NoticeOutdated, await desk.On("2026-12-10").Decide()));
        Recorded(await desk.Notice("second"));
        Assert.Contains("2026-12-18", Refused(Refusal.NoticeRunning, await desk.On("2026-12-17").Decide()));
        Recorded(await desk.On("2026-12-18").Decide());
        var proof = await desk.Seal();
        Assert.Equal(proof.Digest, Replay.Run(proof.Bytes, desk.Desk).Proof);
        Assert.Equal([Sample.East, Sample.West], proof.Evaluation.Ranked.OrderBy(c => c.Places!.Scope).Select(c => c.Id));
    }

    [Fact]
    public async Task A_reversal_after_the_lock_counts_once_it_is_admitted_and_the_proof_replays_to_the_same_bytes()
    {
        var desk = (await Noticed()).On("2026-12-04");
        Recorded(await desk.ObjectToAll());
        await desk.Desk.Record(Sample.West, new MicroPoints.Ledger.ReverseActivity(Sample.Id("undo"), Sample.Id("v-1"), "查无此事"));
        var (answer, moved) = await desk.Admit("o-1", Sample.West, "undo");
        Recorded(answer);
        Assert.Equal([(Sample.East, 2, 1), (Sample.West, 1, 2)],
            moved.Select(m => (m.Id, m.Before.Places!.Scope, m.After.Places!.Scope)));
        Assert.All(moved.Where(m => m.Id == Sample.West), m => Assert.True(m.After.Total < m.Before.Total));
        Recorded(await desk.On("2026-12-10").Notice("second"));
        Recorded(await desk.On("2026-12-18").Decide());
        var proof = await desk.Seal();
        Assert.Equal(proof.Digest, Replay.Run(proof.Bytes, desk.Desk).Proof);
        Assert.Equal([Sample.East, Sample.West], proof.Evaluation.Ranked.OrderBy(c => c.Places!.Scope).Select(c => c.Id));
    }

    [Fact]
    public async Task The_list_of_those_moved_is_there_again_at_any_time()
    {
        var desk = (await Noticed()).On("2026-12-04");
        await desk.Object();
        await desk.RecordLate("late", 3);
        var moved = (await desk.Accept(entries: "late")).Moved.Select(m => (m.Id, m.Before.Total, m.After.Total)).ToList();
        var again = await desk.Accept(entries: "late");
        Assert.IsType<Answer.Exists>(again.Answer);
        await desk.On("2026-12-10").Notice("second");
        await desk.On("2026-12-18").Decide();
        await desk.Seal();
        var state = await desk.State();
        Assert.Equal(2, moved.Count);
        Assert.Equal(moved, again.Moved.Select(m => (m.Id, m.Before.Total, m.After.Total)));
        Assert.Equal(moved, (await desk.Rounds.MovedBy(state, Sample.Id("o-1"), null, Never))
            .Select(m => (m.Id, m.Before.Total, m.After.Total)));
        Assert.Empty(await desk.Rounds.MovedSinceNotice(state, null, Never));
    }

    [Fact]
    public async Task Each_of_two_accepted_objections_lists_those_whom_it_moved_itself()
    {
        var desk = (await Noticed()).On("2026-12-04");
        await desk.Object();
        await desk.Object("o-2");
        await desk.RecordLate("one", 1);
        await desk.RecordLate("two", 3);
        Assert.Equal([(4.0m, 1)], (await desk.Accept("o-1", "one")).Moved
            .Where(m => m.Id == Sample.East).Select(m => (m.After.Total.Hundredths / 100m, m.After.Places!.Scope)));
        Assert.Equal([(4.0m, 5.5m)], (await desk.Accept("o-2", "two")).Moved.Where(m => m.Id == Sample.East)
            .Select(m => (m.Before.Total.Hundredths / 100m, m.After.Total.Hundredths / 100m)));
        Assert.Equal([(3.5m, 5.5m)], (await desk.Rounds.MovedSinceNotice(await desk.State(), null, Never))
            .Where(m => m.Id == Sample.East).Select(m => (m.Before.Total.Hundredths / 100m, m.After.Total.Hundredths / 100m)));
    }

    [Fact]
    public async Task Where_an_accepted_objection_moves_nobody_the_notice_stands()
    {
        var desk = (await Noticed()).On("2026-12-04");
        await desk.Object();
        await desk.Desk.Record(Sample.East, new MicroPoints.Ledger.OpenLateWindow(
            Sample.Id("window"), Sample.Year2026, Day("2026-12-04"), "异议核查"));
        await desk.Desk.Record(Sample.East, Sample.Listing("none", "2026-11-30", "not-listed"));
        var (answer, moved) = await desk.Accept(entries: "none");
        Recorded(answer);
        Assert.Empty(moved);
        desk.On("2026-12-10");
        Assert.Equal(RoundStepState.Done, (await desk.Steps())[2]);
        Recorded(await desk.Decide());
    }

    [Fact]
    public async Task Locking_an_annual_round_closes_the_period_though_nobody_asks_for_it()
    {
        var desk = await Open();
        Recorded(await desk.Lock());
        Assert.True((await desk.State()).Locked!.ClosesPeriod);
        var late = await desk.Desk.Workspace.Chambers.Run(Sample.East, Sample.Approver, Sample.Visit("late"), Never);
        Refused(Refusal.PeriodClosed, late);
    }

    [Fact]
    public async Task Steps_follow_the_round_from_day_to_day()
    {
        const RoundStepState done = RoundStepState.Done, ready = RoundStepState.Open, waits = RoundStepState.Waiting,
            later = RoundStepState.Blocked;
        var desk = await Noticed();
        Assert.Equal([done, done, waits, waits, later, later], await desk.Steps());
        Assert.Equal([done, done, done, done, ready, later], await desk.On("2026-12-10").Steps());
        await desk.Object();
        Assert.Equal([done, done, done, ready, later, later], await desk.Steps());
        Assert.True((await desk.State()).Objections.All[0].IsLate);
        await desk.RecordLate("late", 3);
        await desk.Accept(entries: "late");
        Assert.Equal([done, done, ready, done, later, later], await desk.Steps());
    }

    [Fact]
    public async Task A_rejected_objection_moves_nobody_and_the_round_is_decided()
    {
        var desk = (await Noticed()).On("2026-12-09");
        await desk.Object();
        Refused(Refusal.ObjectionUnanswered, await desk.On("2026-12-10").Decide());
        Assert.Empty((await desk.Reject()).Moved);
        Recorded(await desk.Decide());
    }

    [Fact]
    public async Task An_entry_that_is_nowhere_is_not_admitted_and_leaves_the_objection_open()
    {
        var desk = (await Noticed()).On("2026-12-04");
        await desk.Object();
        Refused(Refusal.EntryNotFound, (await desk.Accept(entries: "nowhere")).Answer);
        Assert.Single((await desk.State()).Objections.Open);
    }

    [Fact]
    public async Task A_year_that_the_calendar_lacks_is_proposed_and_confirmed()
    {
        var desk = (await Open()).On("2027-12-29");
        var proposal = await desk.Rounds.ProposeNotice(Round, Day("2027-12-29"), null, Never);
        Assert.Equal((5, Day("2028-01-05")), (proposal!.WorkingDays, proposal.LastDay));
        Assert.Equal([2028], proposal.YearsMissing);
        desk.On("2026-12-30");
        Recorded(await desk.Lock());
        await desk.Ask();
        await desk.Reply(VettingReply.NoObjection);
        desk.On("2027-12-29");
        Assert.Contains("lacks 2028", Refused(Refusal.NoticeDayUnconfirmed, await desk.Notice()));
        Recorded(await desk.Notice(confirmed: proposal.LastDay));
        Assert.True((await desk.State()).Notices[0].Noticed.IsConfirmed);
    }

    [Fact]
    public async Task A_round_under_the_ruleset_of_another_authority_is_only_rehearsed()
    {
        var desk = await Open();
        var opening = new RoundOpening(desk.Desk.Workspace);
        Refused(Refusal.RulesetOfAnotherAuthority, (await opening.Refuse(Opened with { Scope = new RegionCode("9901") }, Never))!);
        Assert.Null(await opening.Refuse(Opened, Never));
        Assert.Null(await opening.Refuse(
            Opened with { Scope = new RegionCode("9901"), Purpose = RoundPurpose.Rehearsal }, Never));
    }

    [Fact]
    public async Task Papers_are_attached_and_sealed_with_the_result()
    {
        var desk = (await Noticed()).On("2026-12-10");
        Recorded(await desk.Rounds.Attach(Round, Sample.Id("scan"),
            new RoundPaperAttached(PaperKind.Notice, Digest.OfText("scan")), "公告栏照片", Sample.Clerk, Never));
        await desk.Decide();
        var proof = await desk.Seal();
        Assert.Equal(proof.Digest, Replay.Run(proof.Bytes, desk.Desk).Proof);
        Assert.Contains(Digest.OfText("scan").ToString(), System.Text.Encoding.UTF8.GetString(proof.Bytes));
        Assert.DoesNotContain("公告栏照片", System.Text.Encoding.UTF8.GetString(proof.Bytes));
    }

    [Fact]
    public async Task Sealed_again_after_a_paper_was_attached_it_writes_the_same_proof()
    {
        var desk = (await Noticed()).On("2026-12-10");
        await desk.Decide();
        var proof = await desk.Seal();
        Recorded(await desk.Rounds.Attach(Round, Sample.Id("announced"),
            new RoundPaperAttached(PaperKind.Announcement, Digest.OfText("scan")), null, Sample.Clerk, Never));
        var (answer, again) = await desk.Rounds.Seal(Round, Sample.Approver, _ => ValueTask.CompletedTask, null, Never);
        Assert.IsType<Answer.Exists>(answer);
        Assert.Equal(proof.Digest, again!.Digest);
    }

    [Fact]
    public async Task Honours_of_an_annual_round_stand_in_history_and_its_steps_are_all_done()
    {
        var desk = (await Noticed()).On("2026-12-10");
        await desk.Decide();
        await desk.Seal();
        Assert.All(await desk.Steps(), s => Assert.Equal(RoundStepState.Done, s));
        var history = await RoundHistory.Load(desk.Desk.Log, "micro-points", Period.Year(2027), false, Never);
        Assert.Equal(Period.Year(2026), Assert.Single(history.Of(Sample.East)).Period);
    }
}
