using System.Text;
using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Conformance;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using static MicroPoints.Runtime.Tests.Rounds.LightDesk;

namespace MicroPoints.Runtime.Tests.Rounds;

/// <summary>What an outcome records stands in each chamber's ledger, and what cannot is told and keeps nothing from the others.</summary>
public sealed class HonourTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>Both chambers get help, which is to be recorded; West has ended since the lock.</summary>
    private static async Task<LightDesk> Decided(bool isWestEnded = true)
    {
        const string Help = "    when: { grade-is: D }\n    offered: automatic\n";
        var desk = new LightDesk
        {
            Desk = await RoundDesk.OpenUnder(rules => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(rules).Replace(
                Help, Help + "    records: { kind: term-audit.completed }\n", StringComparison.Ordinal)), Sample.East, Sample.West),
        };
        await desk.Desk.Workspace.Calendars.Import(
            WorkingCalendar.Of([new(Day("2026-10-01"), false, "国庆节"), new(Day("2027-01-01"), false, "元旦")]), Sample.Country, Never);
        Recorded(await desk.Rounds.Open(Round, Opened, Sample.Approver, Never));
        Recorded(await desk.Lock());
        Recorded(await desk.Ask());
        desk.On("2026-12-02");
        Recorded(await desk.Reply(VettingReply.NoObjection));
        Recorded(await desk.Notice());
        desk.On("2027-01-05");
        Recorded(await desk.Decide());
        if (isWestEnded) await desk.Desk.Record(Sample.West,
            new ChangeChamber(new DissolveChamber(Sample.Id("ended"), Day("2027-01-04"), "会员大会决议")));
        return desk;
    }

    private static async Task<IReadOnlyList<UnrecordedHonour>> Missing(LightDesk desk)
    {
        var state = await desk.State();
        var evaluation = (await desk.Rounds.Evaluate(state, null, Never)).Evaluation;
        var missing = await desk.Rounds.UnrecordedHonours(state, evaluation, Never);
        Assert.Equal(missing.Select(m => (m.Chamber, m.Outcome)), await desk.Rounds.HonoursLeft(state, evaluation, Never));
        return missing;
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_told_when_the_round_is_sealed_and_whenever_it_is_asked()
    {
        var desk = await Decided();
        var told = Assert.Single((await desk.Seal()).Unrecorded);
        Assert.Equal((Sample.West, "assistance", Refusal.ChamberDissolved), (told.Chamber, told.Outcome.Id, told.Reason));
        Assert.Contains("2027-01-04", told.Detail, StringComparison.Ordinal);
        Assert.Equal(told, Assert.Single(await Missing(desk)));
        var east = await desk.Desk.Workspace.Chambers.View(Sample.East, Sample.Year2026, AsOf.On(Day("2027-01-05")), Never);
        Assert.Single(await east.Entries(Never), e => e.Body is ActivityRecorded { Fact.Kind.Value: "term-audit.completed" });
    }

    [Fact]
    public async Task Nothing_is_told_where_all_of_it_is_recorded_nor_before_the_seal()
    {
        var desk = await Decided(isWestEnded: false);
        Assert.Empty(await Missing(desk));
        Assert.Empty((await desk.Seal()).Unrecorded);
        Assert.Empty(await Missing(desk));
    }
}
