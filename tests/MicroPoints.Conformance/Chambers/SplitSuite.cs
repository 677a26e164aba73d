namespace MicroPoints.Conformance;

/// <summary>One chamber with 8 visits is divided into two.</summary>
public abstract class SplitSuite : LineageSuite
{
    private static readonly ChamberId Hill = new("hill");
    private static readonly ChamberId River = new("river");

    private static SplitChamber Division(params string[] toRiver) => new(Sample.Id("division"), Sample.East, July,
    [
        Share(Hill, "east-visit-1", "east-visit-2", "east-visit-3"),
        Share(River, toRiver),
    ]);

    [Fact]
    public async Task Each_successor_carries_only_what_it_is_allocated()
    {
        await Done(Split(Division("east-visit-4")));
        Assert.Equal((3, 1), (await VisitsOf(Hill), await VisitsOf(River)));
        Assert.Equal([Hill, River], (await View(chamber: Sample.East)).Register?.Successors);
    }

    [Fact]
    public async Task What_nobody_was_allocated_stays_known_by_id()
    {
        await Done(Split(Division("east-visit-4")));
        await Refused(Refusal.ExistsInPredecessor, Sample.Visit("east-visit-8"), chamber: Hill);
        await Refused(Refusal.ChamberSplit, Sample.Visit("new"));
    }

    [Fact]
    public async Task An_event_allocated_twice_or_not_there_is_refused_and_nothing_is_written()
    {
        await RefusedWhole(Sample.East, Refusal.LineageInvalid, () => Split(Division("east-visit-1")));
        await RefusedWhole(River, Refusal.EntryNotFound, () => Split(Division("no-such-visit")));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public async Task After_a_crash_at_any_step_sending_again_completes_and_repeats_nothing(int step, bool afterAppend)
    {
        var through = new FaultyLog(Log, step, afterAppend);
        await Assert.ThrowsAsync<AppendUnknownException>(() => Split(Division("east-visit-4"), through));
        await Done(Split(Division("east-visit-4")));
        var before = await Heads();
        Assert.True((await Done(Split(Division("east-visit-4")))).IsReplay);
        Assert.Equal(before, await Heads());
        Assert.Equal((3, 1), (await VisitsOf(Hill), await VisitsOf(River)));
    }

    private async Task<long> VisitsOf(ChamberId chamber) => Sample.Visits((await View(chamber: chamber)).Tally);

    private static SplitShare Share(ChamberId successor, params string[] allocated) => new(
        successor, Sample.Registration(successor.Value, Sample.County), allocated.Select(Sample.Id).ToHashSet(), []);
}
