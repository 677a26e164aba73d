namespace MicroPoints.Conformance;

/// <summary>Recording one command at a time: places, instants, retries and lost answers.</summary>
public abstract class RecordingSuite : ChamberSuite
{
    [Fact]
    public async Task A_recorded_activity_has_the_next_sequence_and_seals_the_entry_before()
    {
        var register = (await Entries(Sample.East))[0];
        var visit = await Recorded(Sample.Visit("visit-1"));
        Assert.Equal((2, register.Hash), (visit.Sequence, visit.Previous));
        Assert.Equal(visit.Hash, (await Entries(Sample.East))[1].ComputeHash());
    }

    [Fact]
    public async Task Sending_the_same_again_answers_exists_with_the_first_sequence_and_hash()
    {
        var first = await Recorded(Sample.Visit("visit-1"));
        await Recorded(Sample.Visit("visit-2"));
        var again = Assert.IsType<Answer.Exists>(await Run(Sample.Visit("visit-1")));
        Assert.Equal(first.Head, again.First.Head);
        Assert.Equal(3, (await Heads())[0].Head.Sequence);
    }

    [Fact]
    public async Task Another_actor_at_another_time_sending_the_same_is_a_replay()
    {
        var first = await Recorded(Sample.Visit("visit-1"));
        Clock.Now = Clock.Now.AddDays(40);
        var again = Assert.IsType<Answer.Exists>(await Run(Sample.Visit("visit-1"), Sample.Approver));
        Assert.Equal(first.Head, again.First.Head);
    }

    [Fact]
    public async Task A_replay_after_reopening_answers_the_first_sequence_and_hash()
    {
        var first = await Recorded(Sample.Visit("visit-1") with { Reason = "走访会员" });
        await Fixture.Reopen();
        var answer = await HostOver(Log).Run(
            Sample.East, Sample.Clerk, Sample.Visit("visit-1") with { Reason = "走访会员" }, CancellationToken.None);
        Assert.Equal(first.Head, Assert.IsType<Answer.Exists>(answer).First.Head);
    }

    [Fact]
    public async Task Evidence_is_a_set_so_another_order_is_the_same_content()
    {
        Digest[] evidence = [Digest.OfText("letter"), Digest.OfText("photo"), Digest.OfText("minutes")];
        await Recorded(Sample.Visit("visit-1") with { Evidence = evidence });
        Assert.IsType<Answer.Exists>(await Run(Sample.Visit("visit-1") with { Evidence = [.. evidence.Reverse()] }));
    }

    [Fact]
    public async Task The_actor_the_instant_and_the_rules_in_force_are_sealed()
    {
        Host = HostOver(Log, new RulesOfCounty());
        Clock.Now = new DateTimeOffset(2026, 7, 11, 3, 4, 5, TimeSpan.Zero).AddTicks(6_789_999);
        var visit = await Recorded(Sample.Visit("visit-1"));
        Assert.Equal(Sample.Clerk.Id, visit.By);
        Assert.Equal("2026-07-11T03:04:05.678Z", Calendar.Text(visit.At));
        Assert.Equal(0, visit.At.Ticks % TimeSpan.TicksPerMillisecond);
        Assert.Equal(RulesOfCounty.Adopted, visit.Rules);
    }

    [Fact]
    public async Task A_clock_set_back_never_makes_a_stream_run_backwards()
    {
        var first = await Recorded(Sample.Visit("visit-1"));
        Clock.Now = Clock.Now.AddHours(-3);
        Assert.Equal(first.At, (await Recorded(Sample.Visit("visit-2"))).At);
        Clock.Now = Sample.Now.AddHours(1);
        Assert.Equal(Sample.Now.AddHours(1), (await Recorded(Sample.Visit("visit-3"))).At);
    }

    [Fact]
    public async Task An_activity_of_an_unknown_chamber_is_refused() =>
        await Refused(Refusal.ChamberUnknown, Sample.Visit("visit-1"), chamber: Sample.West);

    [Fact]
    public async Task A_clerk_of_another_county_is_refused() => await Refused(
        Refusal.NotAllowed, Sample.Visit("visit-1"), new Actor(new ActorId("far"), Role.Clerk, Sample.Elsewhere));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_lost_answer_the_same_sending_finds_out_and_records_once(bool afterAppend)
    {
        Host = HostOver(new FaultyLog(Log, failing: 2, afterAppend));
        await Recorded(Sample.Visit("visit-1"));
        await Assert.ThrowsAsync<AppendUnknownException>(() => Run(Sample.Visit("visit-2")));
        var answer = await Run(Sample.Visit("visit-2"));
        Assert.Equal(afterAppend, answer is Answer.Exists);
        Assert.Equal(3, (await Heads())[0].Head.Sequence);
        Assert.Equal(2, Sample.Visits((await View()).Tally));
    }

    private sealed class RulesOfCounty : IRulesInForce
    {
        public static readonly Digest Adopted = Digest.OfText("adoption");
        public Digest? For(RegionCode region) => region == Sample.County ? Adopted : null;
    }
}
