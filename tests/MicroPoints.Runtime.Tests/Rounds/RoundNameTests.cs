using MicroPoints.Conformance;
using MicroPoints.Rounds;

namespace MicroPoints.Runtime.Tests.Rounds;

/// <summary>Rounds have names for people, ids that nobody types, and a scope's period one annual round.</summary>
public sealed class RoundNameTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task The_second_of_a_kind_says_so_and_no_other_does()
    {
        var desk = await LightDesk.Open();
        var trial = LightDesk.Opened with { Purpose = RoundPurpose.Rehearsal, Period = Period.Year(2025) };
        Assert.Equal("2026 年度评价", await Name(desk, LightDesk.Round));
        Assert.Equal("2025 年度评价预演", await Opened(desk, "z", trial));
        desk.On("2026-12-02");
        Assert.Equal("2025 年度评价预演（第二次）", await Opened(desk, "a", trial));
        Assert.Equal("Rehearsal of the evaluation 2025, no. 2",
            (await desk.Rounds.NameOf(await desk.Rounds.Load(new RoundId("a"), Never), Never)).En);
    }

    [Fact]
    public async Task Another_annual_round_is_refused_whoever_opens_it_and_the_next_id_is_free()
    {
        var desk = await LightDesk.Open();
        Assert.Contains(LightDesk.Round.Value, LightDesk.Refused(Refusal.PeriodHasRound,
            await desk.Rounds.Open(new RoundId("another"), LightDesk.Opened, Sample.Approver, Never)), StringComparison.Ordinal);
        var elsewhere = await desk.Desk.Another();
        LightDesk.Refused(Refusal.PeriodHasRound,
            await elsewhere.Rounds.Open(new RoundId("another"), LightDesk.Opened, Sample.Approver, Never));
        var first = await Next(desk);
        LightDesk.Recorded(await desk.Rounds.Open(
            first, LightDesk.Opened with { Purpose = RoundPurpose.Rehearsal }, Sample.Approver, Never));
        Assert.Equal((new RoundId($"2026-rehearsal-{Sample.County}"), new RoundId($"2026-rehearsal-{Sample.County}-2")),
            (first, await Next(desk)));
    }

    private static ValueTask<RoundId> Next(LightDesk desk) =>
        desk.Rounds.NextId(Sample.Year2026, Sample.County, RoundPurpose.Rehearsal, Never);

    private static async Task<string> Opened(LightDesk desk, string id, RoundOpened opened)
    {
        LightDesk.Recorded(await desk.Rounds.Open(new RoundId(id), opened, Sample.Approver, Never));
        return await Name(desk, new RoundId(id));
    }

    private static async Task<string> Name(LightDesk desk, RoundId round) =>
        (await desk.Rounds.NameOf(await desk.Rounds.Load(round, Never), Never)).Zh;
}
