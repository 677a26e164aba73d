using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Tests.Rulesets;

namespace MicroPoints.Runtime.Tests.Streams;

/// <summary>What one process recorded counts in the other once it has caught up, and chambers' entries at once.</summary>
public sealed class TakingOverTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly RoundId Round = new("r-2026");
    private static readonly StandingsQuery Live = new("micro-points", Sample.Year2026, Sample.County, null, null, []);

    private static async Task<Points> TotalOf(Workspace at, ChamberId chamber) =>
        (await at.Lists.Ask(Live, null, Never)).Rows.Single(r => r.Id == chamber).Total;

    private static async Task<Answer> Lock(Workspace at, bool closes = false) =>
        await at.Rounds.Lock(Round, null, closes, Sample.Approver, null, Never);

    private static WorkingCalendar CalendarOf(int year) =>
        WorkingCalendar.Of([new CalendarDay(new DateOnly(year, 10, 1), false, "国庆节")]);

    [Fact]
    public async Task A_key_issued_in_one_acts_in_the_other_and_one_revoked_does_not()
    {
        var two = await TwoProcesses.Open();
        var (key, secret) = await two.A.Keys.Issue(
            new NewKey(null, null, Role.Clerk, Sample.County, null), Sample.Approver, Never);
        await two.B.CatchUp(Never);
        Assert.NotNull(two.B.Keys.Authenticate(secret));
        await two.A.Keys.Revoke(key.Id, "lost", Sample.Approver, Never);
        await two.B.CatchUp(Never);
        Assert.Null(two.B.Keys.Authenticate(secret));
    }

    [Fact]
    public async Task A_revocation_sent_again_to_the_other_process_holds_there_at_once()
    {
        var two = await TwoProcesses.Open();
        var (key, secret) = await two.A.Keys.Issue(
            new NewKey(null, null, Role.Clerk, Sample.County, null), Sample.Approver, Never);
        await two.B.CatchUp(Never);
        await two.A.Keys.Revoke(key.Id, "lost", Sample.Approver, Never);
        Assert.IsType<Answer.Exists>(await two.B.Keys.Revoke(key.Id, "lost", Sample.Approver, Never));
        Assert.Null(two.B.Keys.Authenticate(secret));
    }

    [Fact]
    public async Task An_adoption_in_one_counts_in_the_other_and_moves_its_standings()
    {
        var two = await TwoProcesses.Open(Sample.East, Sample.West);
        await TwoProcesses.Recorded(two.A, Sample.East, Sample.Visit("v"));
        await two.B.CatchUp(Never);
        var (before, changes) = (await TotalOf(two.B, Sample.East), two.B.Changes);
        await two.AdoptTwofold(two.A);
        await two.B.CatchUp(Never);
        Assert.True(two.B.Changes > changes);
        Assert.True(await TotalOf(two.B, Sample.East) > before, "still scored by the version before");
        Assert.Equal(await TotalOf(two.A, Sample.East), await TotalOf(two.B, Sample.East));
        Assert.Equal(two.A.Regions.Heads, two.B.Regions.Heads);
    }

    [Fact]
    public async Task A_change_here_after_one_elsewhere_puts_both_in_force()
    {
        var two = await TwoProcesses.Open(Sample.East);
        await two.AdoptTwofold(two.A);
        var ruleset = (await two.B.Library.Get("micro-points",
            two.B.Regions.AdoptionOf("micro-points", Sample.County, AsOf.On(two.B.Today))!.Hash, two.B.Kinds, Never)).Ruleset;
        var later = new AdoptRuleset(
            Sample.Id("later"), ruleset, two.B.Today.AddDays(1), new Dictionary<string, SettingValue>());
        Assert.IsType<Answer.Recorded>(await two.B.Adopt(Sample.County, later, Sample.Country, Never));
        Assert.Equal(2, two.B.Regions.Heads.Find(StreamId.Of(Sample.County)).Sequence);
        Assert.Equal("2026.2", two.B.Regions.AdoptionOf("micro-points", Sample.County, AsOf.On(two.B.Today))!.Version);
        // The turn that brings the same again changes nothing.
        var version = two.B.Regions.Version;
        await two.B.CatchUp(Never);
        Assert.Equal(version, two.B.Regions.Version);
    }

    [Fact]
    public async Task A_region_that_two_take_over_at_once_is_taken_over_once()
    {
        var two = await TwoProcesses.Open();
        await two.AdoptTwofold(two.A);
        two.Log.AfterRead = async () =>
        {
            two.Log.AfterRead = null;
            await two.B.Regions.TakeOver(Sample.County, two.Log, Never);
        };
        await two.B.CatchUp(Never);
        Assert.Equal(two.A.Regions.Heads, two.B.Regions.Heads);
    }

    [Fact]
    public async Task A_visit_recorded_in_one_is_in_the_others_standings_after_its_next_turn()
    {
        var two = await TwoProcesses.Open(Sample.East, Sample.West);
        var (before, list) = (await TotalOf(two.B, Sample.East), await two.B.Lists.Ask(Live, null, Never));
        await TwoProcesses.Recorded(two.A, Sample.East, Sample.Visit("v"));
        await two.B.CatchUp(Never);
        Assert.True(await TotalOf(two.B, Sample.East) > before);
        Assert.NotEqual(list.Inputs!.Digest, (await two.B.Lists.Ask(Live, null, Never)).Inputs!.Digest);
    }

    [Fact]
    public async Task What_names_a_list_by_its_inputs_never_names_heads_that_it_does_not_know()
    {
        var two = await TwoProcesses.Open(Sample.East, Sample.West);
        var kept = await two.B.Lists.Ask(Live, null, Never);
        await TwoProcesses.Recorded(two.A, Sample.East, Sample.Visit("v"));
        await two.AdoptTwofold(two.A);
        // Kept since before: it names what it was made of, whatever the log holds by now.
        var same = await two.B.Lists.Ask(Live, null, Never);
        Assert.Equal((kept.Rows, kept.Inputs!.Digest), (same.Rows, same.Inputs!.Digest));
        Assert.NotEqual((await two.Log.Cut(Sample.County, Never)).Of(StreamType.Chamber), same.Inputs.Chambers);
        await two.B.CatchUp(Never);
        var after = await two.B.Lists.Ask(Live, null, Never);
        Assert.Equal((await two.Log.Cut(Sample.County, Never)).Of(StreamType.Chamber), after.Inputs!.Chambers);
        Assert.Equal((await two.A.Lists.Ask(Live, null, Never)).Inputs!.Digest, after.Inputs.Digest);
    }

    [Fact]
    public async Task A_turn_that_brings_nothing_leaves_the_rows_and_what_names_them()
    {
        var two = await TwoProcesses.Open(Sample.East, Sample.West);
        var before = await two.B.Lists.Ask(Live, null, Never);
        await two.B.CatchUp(Never);
        var after = await two.B.Lists.Ask(Live, null, Never);
        Assert.NotSame(before, after);
        Assert.Same(before.Rows, after.Rows);
        Assert.Same(before.Inputs, after.Inputs);
    }

    [Fact]
    public async Task A_scorecard_shows_what_was_recorded_elsewhere_before_any_turn()
    {
        var two = await TwoProcesses.Open(Sample.East, Sample.West);
        await two.B.Lists.Ask(Live, null, Never);
        await TwoProcesses.Recorded(two.A, Sample.East, Sample.Visit("v"));
        var answer = await two.B.Standings.Ask(Live, Sample.East, Never);
        Assert.Equal(await TotalOf(two.A, Sample.East), Assert.Single(answer.Cards).Total);
        // It is a card among the chambers as they were read for it, and not the slow one of last resort.
        Assert.NotNull(answer.Inputs);
    }

    [Fact]
    public async Task A_period_closed_by_a_lock_in_one_is_closed_in_the_other_at_once()
    {
        var two = await TwoProcesses.Open(Sample.East);
        await TwoProcesses.OpenRound(two.A, Round);
        // The session in the other process has the chamber at hand as it was before.
        await TwoProcesses.Recorded(two.B, Sample.East, Sample.Visit("before"));
        Assert.IsType<Answer.Recorded>(await Lock(two.A, closes: true));
        var refused = Assert.IsType<Answer.Refused>(
            await two.B.Chambers.Run(Sample.East, Sample.Approver, Sample.Visit("after"), Never));
        Assert.Equal(Refusal.PeriodClosed, refused.Reason);
    }

    [Fact]
    public async Task A_lock_goes_by_what_was_adopted_and_declared_elsewhere_before_it()
    {
        var two = await TwoProcesses.Open(Sample.East);
        await TwoProcesses.OpenRound(two.A, Round);
        await two.AdoptTwofold(two.A);
        Assert.IsType<Answer.Recorded>(await Lock(two.B));
        Assert.Equal("2026.2", (await two.A.Rounds.Load(Round, Never)).Locked!.Snapshot.RulesetVersion);
    }

    [Fact]
    public async Task Two_locks_of_one_round_at_once_give_one()
    {
        var two = await TwoProcesses.Open(Sample.East, Sample.West);
        await TwoProcesses.OpenRound(two.A, Round);
        var other = (Answer?)null;
        two.Log.BeforeAppend = async stream =>
        {
            if (stream != StreamId.Of(Round) || other is not null) return;
            other = new Answer.Refused(Refusal.HeadMoved, "not yet");
            // All is judged and sealed, and the other process locks before it is appended.
            other = await Lock(two.B);
        };
        var late = Assert.IsType<Answer.Exists>(await Lock(two.A));
        var first = Assert.IsType<Answer.Recorded>(other);
        Assert.Equal(first.Entries.Single().Hash, late.First.Hash);
        Assert.Single((await two.B.Rounds.Load(Round, Never)).Entries, e => e.Body is RoundLocked);
    }

    [Fact]
    public async Task A_round_sealed_elsewhere_is_history_after_the_next_turn()
    {
        var two = await TwoProcesses.Open(Sample.East);
        await two.B.Lists.Ask(Live, null, Never);
        var changes = two.B.Watched.ChangesOf(StreamType.Round);
        await TwoProcesses.OpenRound(two.A, Round);
        await two.B.CatchUp(Never);
        Assert.True(two.B.Watched.ChangesOf(StreamType.Round) > changes);
        Assert.Single((await two.B.Lists.Ask(Live, null, Never)).Inputs!.Rounds);
    }

    [Fact]
    public async Task A_ruleset_adopted_elsewhere_that_counts_kinds_just_published_is_read_by_them()
    {
        var two = await TwoProcesses.Open(Sample.East);
        await two.A.PublishKinds(KindsDesk.Next("2026.2", KindsDesk.Trees));
        await TwoProcesses.Recorded(two.A, Sample.East, KindsDesk.Planted("t-1"));
        var ruleset = await two.A.Published(KindsDesk.Counting());
        await two.A.Adopt(ruleset, Sample.County, "adopt");
        // A change here takes the region over before the turn comes that would bring the kinds.
        Assert.IsType<Answer.Recorded>(await two.B.Choose(
            Sample.County, new ChooseProfile(Sample.Id("profile"), "light", "试行"), Sample.Country, Never));
        Assert.Equal("2026.2", two.B.Kinds.Version);
        var list = await two.B.Lists.Ask(Live with { Ruleset = ruleset.Id }, null, Never);
        Assert.Equal(new Points(600), Assert.Single(list.Rows).Total);
    }

    [Fact]
    public async Task Of_two_files_published_at_once_the_later_follows_the_earlier()
    {
        var two = await TwoProcesses.Open();
        var other = (KindsAnswer?)null;
        two.Log.BeforeAppend = async stream =>
        {
            if (stream != StreamId.OfRuleset(RulesetState.Activities) || other is not null) return;
            other = new KindsAnswer(new Answer.Refused(Refusal.HeadMoved, "not yet"), new CheckedKinds(null, []), null);
            other = await two.B.PublishKinds(KindsDesk.Next("2026.2", KindsDesk.Trees));
        };
        // Its file has no trees: written after the shipped one it takes nothing away, after the other's it does.
        var late = await two.A.PublishKinds(KindsDesk.Next("2026.3", ""));
        Assert.IsType<Answer.Recorded>(other!.Answer);
        Assert.Equal(Refusal.ActivitiesNotSuccessor, Assert.IsType<Answer.Refused>(late.Answer).Reason);
        Assert.Equal("2026.2", two.A.Kinds.Version);
    }

    [Fact]
    public async Task A_calendar_imported_in_one_is_in_force_in_the_other()
    {
        var two = await TwoProcesses.Open();
        foreach (var year in (int[])[2025, 2026])
        {
            await two.A.Calendars.Import(CalendarOf(year), Sample.Country, Never);
            await two.B.CatchUp(Never);
            Assert.Equal([year], two.B.Calendar!.Years);
        }
    }

    [Fact]
    public async Task Processes_that_open_an_empty_log_at_once_find_the_same_rules()
    {
        var two = new TwoProcesses();
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(two.Another)));
        Assert.All(opened, w => Assert.Equal(opened[0].Kinds.Hash, w.Kinds.Hash));
        Assert.All(opened, w => Assert.NotNull(w.Regions.AdoptionOf("micro-points", Sample.County, AsOf.On(w.Today))));
        Assert.Equal(1, (await two.Log.Cut(RegionCode.Nation, Never)).Find(StreamId.Of(RegionCode.Nation)).Sequence);
    }

    [Fact]
    public async Task The_second_to_open_an_empty_log_finishes_what_the_first_began()
    {
        var two = new TwoProcesses();
        var second = (Workspace?)null;
        var appends = 0;
        two.Log.BeforeAppend = async _ =>
        {
            // The first has published the ruleset and judged its adoption.
            if (++appends == 2) second = await two.Another();
        };
        var first = await two.Another();
        Assert.Equal(second!.Regions.Heads, first.Regions.Heads);
        Assert.Single(first.Regions.Heads);
    }
}
