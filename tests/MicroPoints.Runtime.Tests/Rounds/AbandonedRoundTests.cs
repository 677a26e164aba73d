using MicroPoints.Conformance;
using MicroPoints.Rounds;

namespace MicroPoints.Runtime.Tests.Rounds;

/// <summary>A round that was abandoned leaves the year to another, and is nobody's annual round.</summary>
public sealed class AbandonedRoundTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly RoundId Second = new("second"), Third = new("third");

    private static ValueTask<Answer> Open(LightDesk desk, RoundId id, RoundOpened? opened = null) =>
        desk.Rounds.Open(id, opened ?? LightDesk.Opened, Sample.Approver, Never);

    private static async Task<string> Name(LightDesk desk, RoundId round) =>
        (await desk.Rounds.NameOf(await desk.Rounds.Load(round, Never), Never)).Zh;

    [Fact]
    public async Task Another_is_opened_for_its_period_and_called_as_if_it_were_the_first()
    {
        var desk = await LightDesk.Open();
        LightDesk.Refused(Refusal.PeriodHasRound, await Open(desk, Second));
        LightDesk.Recorded(await desk.Rounds.Abandon(LightDesk.Round, "开错了年度", Sample.Approver, Never));
        Assert.IsType<Answer.Exists>(await desk.Rounds.Abandon(LightDesk.Round, "开错了年度", Sample.Approver, Never));
        Assert.Null(await desk.Rounds.AnnualOf(Sample.Year2026, Sample.County, Never));
        desk.On("2026-12-02");
        LightDesk.Recorded(await Open(desk, Second));
        Assert.Equal(("2026 年度评价（已放弃）", "2026 年度评价"), (await Name(desk, LightDesk.Round), await Name(desk, Second)));
        Assert.Equal(Second, (await desk.Rounds.AnnualOf(Sample.Year2026, Sample.County, Never))!.Id);
        LightDesk.Refused(Refusal.PeriodHasRound, await Open(desk, Third));
    }

    [Fact]
    public async Task What_is_abandoned_later_leaves_the_others_their_names()
    {
        var desk = await LightDesk.Open();
        var trial = LightDesk.Opened with { Purpose = RoundPurpose.Rehearsal, Period = Period.Year(2025) };
        LightDesk.Recorded(await Open(desk, Second, trial));
        desk.On("2026-12-02");
        LightDesk.Recorded(await Open(desk, Third, trial));
        desk.On("2026-12-03");
        LightDesk.Recorded(await desk.Rounds.Abandon(Second, "不用了", Sample.Approver, Never));
        Assert.Equal(("2025 年度评价预演（已放弃）", "2025 年度评价预演（第二次）"), (await Name(desk, Second), await Name(desk, Third)));
    }

    [Fact]
    public async Task A_lock_that_broke_off_is_gone_on_with_and_not_abandoned()
    {
        var desk = await LightDesk.Open();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await desk.Rounds.Lock(LightDesk.Round, null, true, Sample.Approver, new Stopping(stop), stop.Token));
        LightDesk.Refused(Refusal.RoundWrongState, await desk.Rounds.Abandon(LightDesk.Round, "不办了", Sample.Approver, Never));
        LightDesk.Recorded(await desk.Rounds.Lock(LightDesk.Round, null, true, Sample.Approver, null, Never));
    }

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => stop.Cancel();
    }

    [Fact]
    public async Task Every_step_is_told_that_it_was_abandoned()
    {
        var desk = await LightDesk.Open();
        LightDesk.Recorded(await desk.Rounds.Abandon(LightDesk.Round, "开错了年度", Sample.Approver, Never));
        var (round, by, notice) = (LightDesk.Round, Sample.Approver, new NoticeToPost("公告栏", Sample.Year2026.From, null, null));
        foreach (var answer in (Answer[])[
            await desk.Rounds.Lock(round, null, true, by, null, Never),
            await desk.Rounds.Ask(round, new EntryId("ask"), new RoundVettingAsked("县税务局", Sample.Year2026.From), by, Never),
            await desk.Rounds.PostNotice(round, new EntryId("n"), notice, by, null, Never),
            await desk.Rounds.Admit(round, new EntryId("a"), [(Sample.East, new EntryId("x"))], "理由", by, Never),
            await desk.Rounds.Decide(round, new RoundDecided("会", Sample.Year2026.From, "1号", "同意", []), by, null, Never),
            (await desk.Rounds.Seal(round, by, _ => ValueTask.CompletedTask, null, Never)).Answer])
            LightDesk.Refused(Refusal.RoundGivenUp, answer);
    }
}
