using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;

namespace MicroPoints.Tests.Rulesets;

/// <summary>A region ends what it adopted itself, from a day, with a reason; and may adopt again.</summary>
public sealed class EndAdoptionTests
{
    private static readonly StreamId County = StreamId.Parse("region:450123");
    private static readonly Ruleset Rules1 = Of(Line("M1", PerCount(1), "talk"));

    private static Decision Give(RegionState state, StreamCommand<RegionState> command, string on = "2026-01-10", Actor? by = null)
    {
        var decision = command.Judge(state, Contexts.On(on, by));
        if (decision is Decision.Accepted accepted)
            foreach (var draft in accepted.Entries) state.Apply(SealedEntry.Seal(state.Stream, state.Head, draft));
        return decision;
    }

    private static RegionState Region(params (string From, string On)[] adoptions)
    {
        var state = new RegionState(County);
        foreach (var (from, on) in adoptions) Assert.IsType<Decision.Accepted>(Give(state, Adopt($"a-{from}-{on}", from), on));
        return state;
    }

    private static AdoptRuleset Adopt(string id, string from, string version = "1") =>
        new(new EntryId(id), Rules1 with { Version = version }, D(from), new Dictionary<string, SettingValue>());

    private static EndAdoption End(string from, string id = "end", string reason = "改用省里的办法", string ruleset = "test",
        params RoundUnderAdoption[] rounds) => new(new EntryId(id), ruleset, D(from), reason) { OwnRounds = rounds };

    private static void Refuses(Refusal refusal, Decision decision) =>
        Assert.Equal(refusal, Assert.IsType<Decision.Refused>(decision).Reason);

    private static bool Counts(RegionState state, string day, string known = "2029-12-31") =>
        state.AdoptionOf("test", AsOf.KnownOn(D(day), D(known))) is not null;

    [Fact]
    public void From_its_day_on_nothing_counts_and_before_it_was_known_all_did()
    {
        var state = Region(("2026-01-01", "2026-01-10"));
        Assert.IsType<Decision.Accepted>(Give(state, End("2026-07-01"), "2026-06-20"));
        Assert.True(Counts(state, "2026-06-30"));
        Assert.False(Counts(state, "2026-07-01"));
        Assert.True(Counts(state, "2026-07-01", known: "2026-06-19"));
        Assert.Empty(state.Rulesets(AsOf.On(D("2026-07-01"))));
        Assert.Equal("改用省里的办法", state.EndOf(state.Adoptions[0].Entry)?.Reason?.Text);
    }

    [Fact]
    public void An_adoption_to_come_is_ended_too_and_one_made_afterwards_counts_as_it_says()
    {
        var state = Region(("2026-01-01", "2026-01-10"), ("2027-01-01", "2026-01-11"));
        Assert.IsType<Decision.Accepted>(Give(state, End("2026-07-01"), "2026-06-20"));
        Assert.False(Counts(state, "2027-06-30"));
        // The form proposes the year's first day; whoever adopts after the end means it.
        Assert.IsType<Decision.Accepted>(Give(state, Adopt("again", "2026-01-01", "2"), "2026-08-01"));
        Assert.True(Counts(state, "2026-07-02"));
        Assert.False(Counts(state, "2026-07-02", known: "2026-07-31"));
        Assert.Equal("2", state.AdoptionOf("test", AsOf.On(D("2026-06-30")))!.Version);
    }

    [Fact]
    public void An_end_comes_earlier_by_another_and_one_that_changes_nothing_is_refused()
    {
        var state = Region(("2026-01-01", "2026-01-10"));
        Refuses(Refusal.AdoptionNotOwn, Give(state, End("2026-07-01", ruleset: "another")));
        Assert.IsType<Decision.Accepted>(Give(state, End("2027-01-01")));
        Refuses(Refusal.AdoptionNotOwn, Give(state, End("2027-01-01", "same-day")));
        Refuses(Refusal.AdoptionNotOwn, Give(state, End("2028-01-01", "later")));
        Assert.IsType<Decision.Accepted>(Give(state, End("2026-10-01", "earlier")));
        Assert.False(Counts(state, "2026-10-01"));
        Refuses(Refusal.AdoptionNotOwn, Give(new RegionState(County), End("2026-07-01")));
    }

    [Fact]
    public void The_same_again_exists_and_another_under_its_id_is_refused()
    {
        var state = Region(("2026-01-01", "2026-01-10"));
        Give(state, End("2026-07-01"));
        Assert.IsType<Decision.Exists>(Give(state, End("2026-07-01")));
        Refuses(Refusal.ExistsWithDifferentContent, Give(state, End("2026-08-01")));
        Refuses(Refusal.ExistsWithDifferentReason, Give(state, End("2026-07-01", reason: "另一个理由")));
    }

    [Fact]
    public void Only_an_authority_ends_and_says_why()
    {
        var state = Region(("2026-01-01", "2026-01-10"));
        Refuses(Refusal.NotAnAuthority, Give(state, End("2026-07-01"), by: Contexts.Clerk));
        Refuses(Refusal.ReasonMissing, Give(state, End("2026-07-01", reason: " ")));
        Refuses(Refusal.TextNotPlain, Give(state, End("2026-07-01", reason: "废止\u0007")));
        Refuses(Refusal.RegionBelowCounty, Give(new RegionState(StreamId.Parse("region:450123101")), End("2026-07-01"),
            by: Contexts.Approver with { Scope = RegionCode.Nation }));
    }

    [Fact]
    public void What_was_chosen_for_annual_rounds_is_replaced_before_it_is_ended()
    {
        var state = Region(("2026-01-01", "2026-01-10"));
        Give(state, new ChooseAnnualRuleset(new EntryId("annual"), Rules1));
        Refuses(Refusal.RulesetIsAnnual, Give(state, End("2026-07-01")));
        Give(state, new ChooseAnnualRuleset(new EntryId("other"), Rules1 with { Id = "another" }));
        Assert.IsType<Decision.Accepted>(Give(state, End("2026-07-01")));
    }

    /// <summary>An annual round or a rehearsal of 2026, how far it is, and the day; null where nothing is in the way.</summary>
    [Theory]
    [InlineData(true, "draft", "2026-07-01", Refusal.AdoptionInRound)]
    [InlineData(true, "draft", "2027-03-01", Refusal.AdoptionInRound)]
    [InlineData(true, "draft", "2025-12-31", null)]
    [InlineData(true, "locked", "2026-12-31", Refusal.AdoptionInRound)]
    [InlineData(true, "locked", "2025-12-31", Refusal.AdoptionPeriodLocked)]
    [InlineData(true, "locked", "2027-01-01", null)]
    [InlineData(true, "sealed", "2026-12-31", Refusal.AdoptionPeriodLocked)]
    [InlineData(true, "sealed", "2027-01-01", null)]
    [InlineData(false, "draft", "2026-07-01", Refusal.AdoptionInRound)]
    [InlineData(false, "draft", "2027-03-01", null)]
    [InlineData(false, "locked", "2026-07-01", Refusal.AdoptionInRound)]
    [InlineData(false, "sealed", "2026-07-01", null)]
    public void A_round_keeps_its_rules(bool isAnnual, string state, string from, Refusal? refusal)
    {
        var decision = Give(Region(("2025-01-01", "2025-01-10")), End(from, rounds: new RoundUnderAdoption(
            new RoundId("r"), Period.Year(2026), isAnnual, state != "draft", state == "sealed")), "2027-01-10");
        if (refusal is { } reason) Refuses(reason, decision);
        else Assert.IsType<Decision.Accepted>(decision);
    }

    /// <summary>Whatever is adopted and ended, what counts is what a list read from the back says.</summary>
    [Fact]
    public void Random_decisions_are_read_as_they_were_meant()
    {
        foreach (var seed in Enumerable.Range(0, 200))
        {
            var (random, state) = (new Random(seed), new RegionState(County));
            var decided = new List<(int On, int From, bool IsEnd)>();
            for (var on = 0; on < 12; on++)
            {
                var (from, isEnd) = (random.Next(40), random.Next(3) == 0);
                var decision = Give(state, isEnd ? End(Day(from), $"d-{on}") : Adopt($"d-{on}", Day(from), $"{on}"), Day(on));
                if (decision is Decision.Accepted) decided.Add((on, from, isEnd));
                else Refuses(Refusal.AdoptionNotOwn, decision);
            }
            for (var known = -1; known < 12; known++)
                for (var day = 0; day < 42; day++)
                    Assert.Equal(Meant(decided.Where(d => d.On <= known).ToList(), day),
                        state.AdoptionOf("test", AsOf.KnownOn(D(Day(day)), D(Day(known))))?.Version);
        }

        static string Day(int number) => Calendar.Text(new DateOnly(2026, 1, 1).AddDays(number));
    }

    private static string? Meant(List<(int On, int From, bool IsEnd)> decided, int day)
    {
        (int On, int From)? best = null;
        foreach (var (on, from, isEnd) in decided)
            if (isEnd && from <= day) best = null;
            else if (!isEnd && from <= day && !(best?.From > from)) best = (on, from);
        return best?.On.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
