namespace MicroPoints.Conformance;

/// <summary>What every source of tallies gives to rounds and standings.</summary>
public abstract class TallySourceSuite : ChamberSuite
{
    private ITallySource Tallies => TalliesOver(Log);

    [Fact]
    public async Task A_cut_is_folded_through_its_heads_and_not_beyond()
    {
        await Recorded(Sample.Visit("visit-1"));
        var cut = await Heads();
        await Recorded(Sample.Visit("visit-2"));
        await Recorded(Sample.Reversal("undo", "visit-1"));
        var tallies = Assert.Single(await At(cut));
        Assert.Equal((1, cut[0].Head), (Sample.Visits(tallies.Tally), tallies.Head));
    }

    [Fact]
    public async Task The_order_of_chambers_and_of_recording_does_not_matter()
    {
        foreach (var (chamber, ids) in ((ChamberId, string)[])[(Sample.West, "abc"), (Sample.Union, "cab")])
        {
            await Registered(chamber);
            foreach (var id in ids) await Recorded(Sample.Visit($"{id}", times: id), chamber: chamber);
        }
        var forth = await At(Runtime.Heads.Of(await Heads()));
        var back = await At(Runtime.Heads.Of((await Heads()).Reverse()));
        Assert.Equal(forth.Select(t => t.Tally.Digest()), back.Select(t => t.Tally.Digest()));
        Assert.Equal(forth[1].Tally.Digest(), forth[2].Tally.Digest());
    }

    [Fact]
    public async Task A_fold_equals_what_recording_kept_step_by_step()
    {
        await Recorded(Sample.Visit("visit-1"));
        await Recorded(Sample.ProjectStep("step", "signed", "bridge"));
        await Recorded(Sample.Listing("listed", on: "2026-03-10"));
        await Recorded(Sample.Reversal("undo", "visit-1"));
        var loaded = await Log.Load(StreamId.Of(Sample.East), 2026, [], CancellationToken.None);
        var stepwise = ((LedgerState)loaded.State).Tally.Digest();
        Assert.Equal(stepwise, Assert.Single(await At(await Heads())).Tally.Digest());
        Assert.Equal(stepwise, (await One(AsOf.On(Sample.Year2026.LastDay))).Tally.Digest());
    }

    [Fact]
    public async Task Earlier_years_are_answered_and_later_ones_are_not()
    {
        await Recorded(Sample.Visit("in-2024", on: "2024-05-01"));
        await Recorded(Sample.Visit("in-2025", on: "2025-05-01", times: 2));
        await Recorded(Sample.Visit("in-2026", on: "2026-05-01", times: 4));
        var tallies = await Tallies.At(await Heads(), Period.Year(2025), CancellationToken.None).SingleAsync();
        Assert.Equal(3, Sample.Visits(tallies.Tally));
        Assert.Equal(new DateOnly(2025, 12, 31), tallies.At.Day);
    }

    [Fact]
    public async Task One_chamber_is_answered_as_of_a_day_and_as_known_at_an_instant()
    {
        await Recorded(Sample.Visit("visit-1"));
        Clock.Now = Sample.Now.AddDays(1);
        await Recorded(Sample.Reversal("undo", "visit-1"));
        var (early, late) = (new DateOnly(2026, 2, 28), new DateOnly(2026, 6, 30));
        Assert.Equal(0, Sample.Visits((await One(new AsOf(early, Sample.Now))).Tally));
        Assert.Equal(1, Sample.Visits((await One(new AsOf(late, Sample.Now))).Tally));
        Assert.Equal(0, Sample.Visits((await One(AsOf.On(late))).Tally));
    }

    [Fact]
    public async Task The_register_is_answered_as_known_at_the_instant()
    {
        Clock.Now = Sample.Now.AddDays(1);
        await Recorded(new ChangeChamber(new RenameChamber(Sample.Id("rename"), "East End", new DateOnly(2026, 7, 1))));
        Assert.Equal("east", (await One(new AsOf(Sample.Year2026.LastDay, Sample.Now))).Register?.Name);
        Assert.Equal("East End", (await One(AsOf.On(Sample.Year2026.LastDay))).Register?.Name);
        Assert.Null((await One(new AsOf(Sample.Year2026.LastDay, Sample.Now.AddDays(-1)))).Register);
    }

    [Fact]
    public async Task An_unknown_chamber_has_an_empty_tally()
    {
        var tallies = await Tallies.One(
            Sample.West, Sample.Year2026, AsOf.On(Sample.Year2026.LastDay), CancellationToken.None);
        Assert.Null(tallies.Register);
        Assert.Empty(tallies.Tally.Kinds);
    }

    [Fact]
    public async Task A_cut_that_the_log_does_not_hold_is_an_error_and_not_an_empty_tally()
    {
        var (stream, head) = Assert.Single(await Heads());
        var later = Runtime.Heads.Of([new StreamHead(stream, new Head(head.Sequence + 1, head.Hash))]);
        var other = Runtime.Heads.Of([new StreamHead(stream, head with { Hash = Digest.OfText("another") })]);
        await Assert.ThrowsAsync<StoreException>(() => At(later));
        await Assert.ThrowsAsync<StoreException>(() => At(other));
    }

    [Fact]
    public async Task Reading_tallies_twice_leaves_every_head_as_it_was()
    {
        await Recorded(Sample.Visit("visit-1"));
        var before = await Heads();
        for (var time = 0; time < 2; time++) await At(before);
        await One(AsOf.On(Sample.Year2026.LastDay));
        Assert.Equal(before, await Heads());
    }

    private Task<List<ChamberTallies>> At(Heads cut) =>
        Tallies.At(cut, Sample.Year2026, CancellationToken.None).ToListAsync().AsTask();

    private Task<ChamberTallies> One(AsOf at) =>
        Tallies.One(Sample.East, Sample.Year2026, at, CancellationToken.None).AsTask();
}
