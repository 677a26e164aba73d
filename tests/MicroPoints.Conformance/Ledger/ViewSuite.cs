namespace MicroPoints.Conformance;

/// <summary>What a question about one chamber sees.</summary>
public abstract class ViewSuite : ChamberSuite
{
    [Fact]
    public async Task Looking_twice_leaves_every_head_as_it_was()
    {
        await Recorded(Sample.Visit("visit-1"));
        var before = await Heads();
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(1, Sample.Visits((await View()).Tally));
            Assert.Null((await View(chamber: Sample.West)).Register);
        }
        Assert.Equal(before, await Heads());
    }

    [Fact]
    public async Task A_view_names_the_chamber_its_head_and_its_entries()
    {
        await Recorded(Sample.Visit("visit-1"));
        var view = await View();
        Assert.Equal("east", view.Register?.Name);
        Assert.Equal(Assert.Single(await Heads()).Head, view.Head);
        Assert.Equal(["register", "visit-1"], (await view.Entries(CancellationToken.None)).Select(e => e.Id.Value));
    }

    [Fact]
    public async Task A_view_stays_as_it_was_while_the_chamber_goes_on()
    {
        await Recorded(Sample.Visit("visit-1"));
        var view = await View();
        await Recorded(Sample.Visit("visit-2"));
        Assert.Equal(1, Sample.Visits(view.Tally));
        Assert.Equal(view.Head.Sequence, (await view.Entries(CancellationToken.None))[^1].Sequence);
    }

    [Theory]
    [InlineData("2026-02-28", 1)]
    [InlineData("2026-03-01", 3)]
    [InlineData("2026-12-31", 3)]
    [InlineData("2027-06-30", 3)]
    public async Task A_view_counts_facts_up_to_its_day_and_never_beyond_the_period(string day, long visits)
    {
        await Recorded(Sample.Visit("january", on: "2026-01-31", times: 1));
        await Recorded(Sample.Visit("march", on: "2026-03-01", times: 2));
        Clock.Now = new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await Recorded(Sample.Visit("next-year", on: "2027-01-01", times: 4));
        Assert.Equal(visits, Sample.Visits((await View(day)).Tally));
    }

    [Fact]
    public async Task A_visit_in_March_recorded_in_July_counts_as_of_June_but_was_not_known_in_June()
    {
        await Recorded(Sample.Visit("visit-1", on: "2026-03-01"));
        var june = new DateOnly(2026, 6, 30);
        Assert.Equal(1, Sample.Visits((await At(AsOf.On(june))).Tally));
        var known = await At(AsOf.KnownOn(june, june));
        Assert.Equal(0, Sample.Visits(known.Tally));
        Assert.Null(known.Register);
    }

    [Fact]
    public async Task A_reversal_counts_from_the_instant_it_was_recorded()
    {
        await Recorded(Sample.Visit("visit-1"));
        Clock.Now = Sample.Now.AddDays(1);
        await Recorded(Sample.Reversal("undo", "visit-1"));
        var day = new DateOnly(2026, 12, 31);
        Assert.Equal(1, Sample.Visits((await At(new AsOf(day, Clock.Now.AddMilliseconds(-1)))).Tally));
        Assert.Equal(0, Sample.Visits((await At(new AsOf(day, Clock.Now))).Tally));
    }

    [Fact]
    public async Task A_state_is_read_on_the_day_of_the_question()
    {
        await Recorded(Sample.Listing("listed", on: "2026-03-10", expires: new DateOnly(2026, 6, 1)));
        var tally = (await View()).Tally;
        Assert.Equal(StateStatus.Missing, Sample.ListingOn(tally, "2026-03-09").Status);
        Assert.Equal(StateStatus.Holds, Sample.ListingOn(tally, "2026-05-31").Status);
        Assert.Equal(StateStatus.Ended, Sample.ListingOn(tally, "2026-06-01").Status);
    }

    [Fact]
    public async Task A_state_recorded_in_2024_still_holds_in_2026()
    {
        await Recorded(Sample.Listing("listed", on: "2024-05-01"));
        var reading = Sample.ListingOn((await View()).Tally, "2026-12-31");
        Assert.Equal(("listed", new DateOnly(2024, 5, 1)), (reading.Choice, reading.Since));
    }

    private Task<ChamberView> At(AsOf at) =>
        Host.View(Sample.East, Sample.Year2026, at, CancellationToken.None).AsTask();
}
