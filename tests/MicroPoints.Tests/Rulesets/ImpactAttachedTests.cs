using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;

namespace MicroPoints.Tests.Rulesets;

/// <summary>A statement of impact belongs to an adoption, and one ruleset of several is that of the annual rounds.</summary>
public sealed class ImpactAttachedTests
{
    private static readonly StreamId County = StreamId.Parse("region:450123");
    private static readonly Ruleset Rules1 = Of(Line("M1", PerCount(1), "talk"));

    private static Decision Give(RegionState state, StreamCommand<RegionState> command, Actor? by = null)
    {
        var decision = command.Judge(state, Contexts.On("2026-01-10", by));
        if (decision is Decision.Accepted accepted)
            foreach (var draft in accepted.Entries) state.Apply(SealedEntry.Seal(state.Stream, state.Head, draft));
        return decision;
    }

    private static void Refuses(Refusal refusal, Decision decision) =>
        Assert.Equal(refusal, Assert.IsType<Decision.Refused>(decision).Reason);

    private static AdoptRuleset Adopt(string? reason = null) => new(
        new EntryId("a"), Rules1, D("2026-01-01"), new Dictionary<string, SettingValue>())
    { Reason = reason };

    private static AttachImpact Attach(string adoption) => new(new EntryId("i"), new EntryId(adoption), Digest.OfText("file"), 12);

    private static ChooseAnnualRuleset Choose(Ruleset ruleset) => new(new EntryId("c"), ruleset);

    [Fact]
    public void A_statement_is_found_by_its_adoption()
    {
        var region = new RegionState(County);
        Give(region, Adopt());
        Assert.Null(region.ImpactOf(new EntryId("a")));
        Assert.IsType<Decision.Accepted>(Give(region, Attach("a")));
        Assert.Equal(12, region.ImpactOf(new EntryId("a"))!.Bytes);
        Assert.IsType<Decision.Exists>(Give(region, Attach("a")));
    }

    [Fact]
    public void A_statement_without_its_adoption_is_refused()
    {
        var region = new RegionState(County);
        Refuses(Refusal.AdoptionUnknown, Give(region, Attach("a")));
        Give(region, Choose(Rules1));
        Refuses(Refusal.AdoptionUnknown, Give(region, Attach("c")));
    }

    [Fact]
    public void Only_an_approver_attaches_and_chooses()
    {
        var region = new RegionState(County);
        Give(region, Adopt());
        Refuses(Refusal.NotAnAuthority, Give(region, Attach("a"), Contexts.Clerk));
        Refuses(Refusal.NotAnAuthority, Give(region, Choose(Rules1), Contexts.Clerk));
    }

    [Fact]
    public void The_ruleset_of_annual_rounds_is_per_year_and_chosen_by_a_county()
    {
        Refuses(Refusal.RulesetNotAnnual, Give(new RegionState(County), Choose(Rules1 with { Period = PeriodLength.Quarter })));
        Refuses(Refusal.RegionBelowCounty, Give(new RegionState(StreamId.Parse("region:450123101")), Choose(Rules1),
            Contexts.Approver with { Scope = RegionCode.Nation }));
    }

    [Fact]
    public void The_last_choice_counts_from_when_it_was_recorded()
    {
        var region = new RegionState(County);
        Assert.Null(region.AnnualRuleset(AsOf.Everything));
        Give(region, Choose(Rules1));
        Assert.Equal("test", region.AnnualRuleset(AsOf.Everything)?.Choice.Ruleset);
        Assert.Null(region.AnnualRuleset(Calendar.EndOf(D("2026-01-09"))));
        Give(region, new ChooseAnnualRuleset(new EntryId("d"), Rules1 with { Id = "other" }));
        Assert.Equal("other", region.AnnualRuleset(AsOf.Everything)?.Choice.Ruleset);
    }

    [Fact]
    public void An_adoption_keeps_the_reason_given()
    {
        var region = new RegionState(County);
        var accepted = Assert.IsType<Decision.Accepted>(Give(region, Adopt("县委会议纪要")));
        Assert.Equal("县委会议纪要", accepted.Entries[0].Reason?.Text);
        Refuses(Refusal.ExistsWithDifferentReason, Give(region, Adopt("另一个")));
        Refuses(Refusal.TextNotPlain, Give(new RegionState(County), Adopt("a\u0007")));
    }
}
