namespace MicroPoints.Conformance;

/// <summary>Two chambers with 8 visits each go into one.</summary>
public abstract class MergerSuite : LineageSuite
{
    [Fact]
    public async Task The_successor_carries_the_events_of_all_predecessors()
    {
        await Done(Merge());
        var view = await View(chamber: Sample.Union);
        Assert.Equal(16, Sample.Visits(view.Tally));
        Assert.Equal([Sample.East, Sample.West], view.Register?.Predecessors);
        Assert.Equal(July, (await View(chamber: Sample.East)).Register?.EndedOn);
    }

    [Fact]
    public async Task States_are_restated_and_not_carried()
    {
        await Recorded(Sample.Listing("east-listed", on: "2026-03-10"));
        await Done(Merge());
        var tally = (await View(chamber: Sample.Union)).Tally;
        Assert.Equal(July, Sample.ListingOn(tally, "2026-07-31").Since);
        Assert.Single(tally.Cells(Sample.Listed));
    }

    [Fact]
    public async Task Keys_of_both_unite()
    {
        await Recorded(Sample.ProjectStep("a", "signed", "bridge"));
        await Recorded(Sample.ProjectStep("b", "landed", "bridge"), chamber: Sample.West);
        await Done(Merge());
        var reading = new TallyReading((await View(chamber: Sample.Union)).Tally, Sample.Kinds, Sample.Year2026, July);
        Assert.Equal(2, Assert.Single(reading.Keys(Sample.Project)).Facts.Count);
    }

    [Fact]
    public async Task What_was_reversed_is_not_carried()
    {
        await Recorded(Sample.Reversal("undo", "east-visit-1"));
        await Done(Merge());
        Assert.Equal(15, Sample.Visits((await View(chamber: Sample.Union)).Tally));
    }

    [Fact]
    public async Task A_known_id_at_a_closed_chamber_exists_and_an_unknown_one_names_the_successor()
    {
        await Done(Merge());
        Assert.IsType<Answer.Exists>(await Run(Sample.Visit("east-visit-1")));
        var refused = Assert.IsType<Answer.Refused>(await Run(Sample.Visit("new")));
        Assert.Equal(Refusal.ChamberMerged, refused.Reason);
        Assert.Contains("union", refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("east-visit-1")]
    [InlineData("east-visit-2")]
    [InlineData("undo")]
    public async Task An_id_known_to_a_predecessor_is_refused_at_the_successor(string id)
    {
        await Recorded(Sample.Reversal("undo", "east-visit-2"));
        await Done(Merge());
        await Refused(Refusal.ExistsInPredecessor, Sample.Visit(id), chamber: Sample.Union);
        await Recorded(Sample.Visit("new"), chamber: Sample.Union);
    }

    [Fact]
    public async Task A_chamber_may_go_into_one_that_is_there_already()
    {
        await Done(Merge(Merger with { Predecessors = [Sample.East], Successor = Sample.West, Register = null }));
        Assert.Equal(16, Sample.Visits((await View(chamber: Sample.West)).Tally));
    }

    [Fact]
    public async Task Sending_a_merger_again_answers_with_replays_and_adds_nothing()
    {
        Assert.False((await Done(Merge())).IsReplay);
        var before = await Heads();
        Assert.True((await Done(Merge())).IsReplay);
        Assert.Equal(before, await Heads());
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public async Task After_a_crash_at_any_step_sending_again_completes_and_repeats_nothing(int step, bool afterAppend)
    {
        await Assert.ThrowsAsync<AppendUnknownException>(() => Merge(through: new FaultyLog(Log, step, afterAppend)));
        await Done(Merge());
        Assert.Equal(16, Sample.Visits((await View(chamber: Sample.Union)).Tally));
        Assert.Equal([10L, 10, 20], (await Heads()).Of(StreamType.Chamber).OrderBy(h => h.Head.Sequence)
            .Select(h => h.Head.Sequence));
    }

    [Fact]
    public async Task A_merger_that_cannot_be_completed_writes_nothing_anywhere()
    {
        var notListed = Sample.Listing("x", on: "2026-07-01", option: "no-such-option");
        await RefusedWhole(Sample.Union, Refusal.OptionUnknown, () => Merge(Merger with { Restated = [notListed] }));
        await RefusedWhole(Sample.Union, Refusal.ChamberUnknown, () => Merge(Merger with { Register = null }));
        await RefusedWhole(Sample.Union, Refusal.LineageInvalid, () => Merge(Merger with { Predecessors = [] }));
        var unknown = Merger with { Predecessors = [Sample.East, new ChamberId("nobody")] };
        await RefusedWhole(new ChamberId("nobody"), Refusal.ChamberUnknown, () => Merge(unknown));
    }
}
