using MicroPoints.Conformance;
using MicroPoints.Ledger;
using MicroPoints.Rounds;

namespace MicroPoints.Runtime.Tests.Rounds;

/// <summary>An annual round in the light profile, step by step, in a workspace in memory. West leads East by one visit.</summary>
internal sealed class LightDesk
{
    public static readonly RoundId Round = new("y-2026");
    public const string Tax = "县税务局";
    private static readonly CancellationToken Never = CancellationToken.None;

    public required RoundDesk Desk { get; init; }
    public RoundService Rounds => Desk.Rounds;

    public static RoundOpened Opened => new("micro-points", Sample.Year2026, Sample.County, [], RoundPurpose.Annual, "light", null);

    /// <summary>Opened on Tuesday 1 December 2026, with a calendar of both years.</summary>
    public static async Task<LightDesk> Open()
    {
        var desk = new LightDesk { Desk = await RoundDesk.Open(Sample.East, Sample.West) };
        await desk.Desk.Record(Sample.East, Sample.Visit("v-1"));
        await desk.Desk.Record(Sample.West, Sample.Visit("v-1", times: 2));
        await desk.Desk.Workspace.Calendars.Import(WorkingCalendar.Of([new(Day("2026-10-01"), false, "国庆节"),
            new(Day("2027-01-01"), false, "元旦")]), Sample.Country, Never);
        Recorded(await desk.Rounds.Open(Round, Opened, Sample.Approver, Never));
        return desk;
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    /// <summary>Ten in the morning of a day.</summary>
    public LightDesk On(string day)
    {
        Desk.Now = new DateTimeOffset(Day(day), new TimeOnly(10, 0), Calendar.ShanghaiOffset);
        return this;
    }

    public Task<RoundState> State() => Rounds.Load(Round, Never).AsTask();

    public async Task<Answer> Lock() => await Rounds.Lock(Round, null, false, Sample.Clerk, null, Never);

    public async Task<Answer> Ask() => await Rounds.Ask(Round, Sample.Id("ask-tax"),
        new RoundVettingAsked(Tax, Calendar.DayOf(Desk.Now)), Sample.Clerk, Never);

    public async Task<Answer> Reply(VettingReply reply, params ChamberId[] chambers) => await Rounds.Reply(Round,
        Sample.Id("reply-tax"), new RoundVettingReplied(Tax, reply, Calendar.DayOf(Desk.Now), chambers),
        chambers.Length > 0 ? "欠税未缴" : null, Sample.Clerk, Never);

    public async Task<Answer> Notice(string id = "notice", DateOnly? confirmed = null) => await Rounds.PostNotice(Round,
        Sample.Id(id), new NoticeToPost("县政府网站", Calendar.DayOf(Desk.Now), null, confirmed), Sample.Clerk, null, Never);

    public async Task<Answer> Object(string id = "o-1") => await Rounds.Receive(Round, Sample.Id(id),
        new ObjectionToReceive(Sample.East, Calendar.DayOf(Desk.Now), "东街商会 张三", "漏记走访"), Sample.Clerk, Never);

    public async Task<Answer> ObjectToAll(string id = "o-1") => await Rounds.Receive(Round, Sample.Id(id),
        new ObjectionToReceive(null, Calendar.DayOf(Desk.Now), "东街商会 张三", "名单有误"), Sample.Clerk, Never);

    public Task<AnsweredObjection> Accept(string id = "o-1", params string[] entries) => Admit(id, Sample.East, entries);

    /// <summary>Accepts an objection and admits entries of one chamber.</summary>
    public async Task<AnsweredObjection> Admit(string id, ChamberId chamber, params string[] entries) => await Rounds.AnswerObjection(
        Round, Sample.Id(id), new AnswerToGive(true, "经核查属实", [.. entries.Select(e => (chamber, Sample.Id(e)))]),
        Sample.Approver, null, Never);

    public async Task<AnsweredObjection> Reject(string id = "o-1") => await Rounds.AnswerObjection(
        Round, Sample.Id(id), new AnswerToGive(false, "走访无记录", []), Sample.Approver, null, Never);

    /// <summary>Records visits of East into the closed year, through a late window.</summary>
    public async Task RecordLate(string id, long times)
    {
        await Desk.Record(Sample.East, new OpenLateWindow(
            Sample.Id($"window-{id}"), Sample.Year2026, Calendar.DayOf(Desk.Now), "异议核查"));
        await Desk.Record(Sample.East, Sample.Visit(id, times: times));
    }

    public async Task<Answer> Decide() => await Rounds.Decide(Round, new RoundDecided("主席办公会",
        Calendar.DayOf(Desk.Now), "〔2026〕14号", "同意", []), Sample.Approver, null, Never);

    public async Task<SealedProof> Seal()
    {
        var (answer, proof) = await Rounds.Seal(Round, Sample.Approver, _ => ValueTask.CompletedTask, null, Never);
        Recorded(answer);
        return proof!;
    }

    public async Task<IReadOnlyList<RoundStepState>> Steps() =>
        [.. (await Rounds.Steps(Round, Never)).Select(l => l.State)];

    /// <summary>Locked on 1 December, vetted and noticed on the 2nd: through the 9th.</summary>
    public static async Task<LightDesk> Noticed()
    {
        var desk = await Open();
        Recorded(await desk.Lock());
        Recorded(await desk.Ask());
        desk.On("2026-12-02");
        Recorded(await desk.Reply(VettingReply.NoObjection));
        Recorded(await desk.Notice());
        return desk;
    }

    public static void Recorded(Answer answer) => Assert.True(answer is Answer.Recorded, (answer as Answer.Refused)?.Detail);

    public static string Refused(Refusal refusal, Answer answer)
    {
        var refused = Assert.IsType<Answer.Refused>(answer);
        Assert.Equal(refusal, refused.Reason);
        return refused.Detail;
    }
}
