using MicroPoints.Conformance;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime.Tests.Rounds;

/// <summary>A round is for the chambers of its scope: whatever names another is told which round that is, and where it is for.</summary>
public sealed class ForeignChamberTests
{
    private static readonly ChamberId Foreign = new("foreign");
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task An_application_of_a_chamber_of_another_county_is_refused()
    {
        var desk = await Desk();
        Refuses(await desk.Rounds.Apply(RoundDesk.Round, Foreign, Sample.Province, Never), "990102", "r-2026");
        Assert.Empty((await desk.State()).Applicants);
    }

    [Fact]
    public async Task Entries_of_a_chamber_of_another_county_are_not_admitted_whether_they_are_there_or_not()
    {
        var desk = await Desk();
        await desk.Lock();
        await desk.Record(Foreign, Sample.Visit("late"), Sample.Province);
        foreach (var entry in (string[])["late", "nowhere"])
            Refuses(await desk.Rounds.Admit(RoundDesk.Round, Sample.Id("admit"), [(Foreign, Sample.Id(entry))], "异议成立",
                Sample.Approver, Never), "990102", "r-2026");
    }

    [Fact]
    public async Task A_meeting_takes_no_chamber_of_another_county()
    {
        var desk = await Desk();
        await desk.Lock();
        Refuses(await desk.Rounds.Decide(RoundDesk.Round, new RoundDecided("主席办公会", Calendar.DayOf(desk.Now), "1", "同意",
            [new Departure("award-nomination", Foreign, true, "会议决定")]), Sample.Approver, null, Never), "990102", "r-2026");
    }

    [Fact]
    public async Task Nothing_is_declared_in_a_county_for_a_chamber_of_another()
    {
        var desk = await Desk();
        var ruleset = desk.ReadRuleset(RoundDesk.Bytes("micro-points/micro-points.yaml"), desk.Workspace.Kinds);
        Refuses(await Declare("no", Foreign), "990102");
        Assert.IsType<Answer.Recorded>(await Declare("yes", Sample.East));
        Assert.IsType<Answer.Recorded>(await Declare("all", null));

        async Task<Answer> Declare(string id, ChamberId? chamber) => await desk.Workspace.Declare(Sample.County,
            new DeclareNotApplicable(Sample.Id(id), ruleset, Sample.Year2026, "X1", chamber, "本年无此类事项"), Sample.Approver, Never);
    }

    private static async Task<RoundDesk> Desk()
    {
        var desk = await RoundDesk.Open(Sample.East);
        await desk.Record(Foreign, new ChangeChamber(Sample.Registration("foreign", new RegionCode("991101"))), Sample.Province);
        return desk;
    }

    private static void Refuses(Answer answer, params string[] says)
    {
        var refused = Assert.IsType<Answer.Refused>(answer);
        Assert.Equal(Refusal.ChamberUnknown, refused.Reason);
        Assert.All((string[])["foreign", .. says], what => Assert.Contains(what, refused.Detail, StringComparison.Ordinal));
    }
}
