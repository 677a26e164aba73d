using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;

namespace MicroPoints.Tests.Rulesets;

/// <summary>Publishing, adopting, and declaring what does not apply: dated, recorded decisions.</summary>
public sealed class AdoptionTests
{
    private static readonly StreamId County = StreamId.Parse("region:450123"), File = StreamId.Parse("ruleset:test");

    private static readonly Ruleset Rules1 =
        Of(Line("X1", PerCount(1), "visit") with { MayBeNotApplicable = true }, Line("M1", PerCount(1), "talk")) with
        {
            Settings = [Switch("s", true), new("n", SettingType.Number, SettingValue.Of(P(1)), Kinds.Title("n")),
            new("l", SettingType.List, SettingValue.Of((List<string>)["A"]), Kinds.Title("l"))],
        };

    private static Decision Give<T>(T state, StreamCommand<T> command, string on = "2026-01-10",
        Actor? by = null) where T : StreamState
    {
        var decision = command.Judge(state, Contexts.On(on, by));
        if (decision is Decision.Accepted accepted)
            foreach (var draft in accepted.Entries) state.Apply(SealedEntry.Seal(state.Stream, state.Head, draft));
        return decision;
    }

    private static void Refuses(Refusal refusal, Decision decision) =>
        Assert.Equal(refusal, Assert.IsType<Decision.Refused>(decision).Reason);

    private static AdoptRuleset Adopt(string id, string from, params (string Id, SettingValue Value)[] settings) =>
        new(new EntryId(id), Rules1, D(from), settings.ToDictionary(s => s.Id, s => s.Value));

    private static DeclareNotApplicable Declare(string id, string indicator, string? chamber = null,
        string reason = "quiet year") =>
        new(new EntryId(id), Rules1, Period.Year(2026), indicator, chamber is null ? null : new ChamberId(chamber),
            reason);

    [Fact]
    public void Only_an_authority_adopts_and_declares()
    {
        Refuses(Refusal.NotAnAuthority, Give(new RegionState(County), Adopt("a", "2026-01-01"), by: Contexts.Clerk));
        Refuses(Refusal.NotAnAuthority, Give(new RegionState(County), Declare("d", "X1"), by: Contexts.Clerk));
        Refuses(Refusal.NotAnAuthority,
            Give(new RegionState(County), Adopt("a", "2026-01-01"), by: Contexts.Approver with { Scope = new("46") }));
    }

    [Theory]
    [InlineData("00", true)]
    [InlineData("45", true)]
    [InlineData("4501", true)]
    [InlineData("450123", true)]
    [InlineData("450123101", false)]
    public void A_county_a_city_and_a_province_adopt_and_a_township_inherits(string region, bool adopts)
    {
        var decision = Give(new RegionState(StreamId.Parse($"region:{region}")), Adopt("a", "2026-01-01"),
            by: Contexts.Approver with { Scope = RegionCode.Nation });
        if (adopts) Assert.IsType<Decision.Accepted>(decision);
        else Refuses(Refusal.RegionBelowCounty, decision);
    }

    [Fact]
    public void Settings_are_known_and_of_their_type()
    {
        Refuses(Refusal.SettingUnknown,
            Give(new RegionState(County), Adopt("a", "2026-01-01", ("z", SettingValue.Of(true)))));
        Refuses(Refusal.SettingNotOfType,
            Give(new RegionState(County), Adopt("a", "2026-01-01", ("s", SettingValue.Of(P(2))))));
        Refuses(Refusal.SettingNotOfType,
            Give(new RegionState(County), Adopt("a", "2026-01-01", ("n", SettingValue.Of(true)))));
        Refuses(Refusal.SettingNotOfType,
            Give(new RegionState(County), Adopt("a", "2026-01-01", ("l", SettingValue.Of(P(2))))));
        Refuses(Refusal.TextNotPlain,
            Give(new RegionState(County), Adopt("a", "2026-01-01", ("l", SettingValue.Of((List<string>)["A\u001B"])))));
    }

    [Fact]
    public void The_adoption_that_began_last_by_the_day_and_was_known_by_the_instant_is_in_force()
    {
        var region = new RegionState(County);
        Give(region, Adopt("a", "2026-01-01"), "2026-01-10");
        Give(region, Adopt("b", "2026-07-01", ("s", SettingValue.Of(false))), "2026-02-10");
        Assert.Null(region.AdoptionOf("test", AsOf.On(D("2025-12-31"))));
        Assert.Empty(region.AdoptionOf("test", AsOf.On(D("2026-06-30")))!.Settings);
        Assert.Single(region.AdoptionOf("test", AsOf.On(D("2026-07-01")))!.Settings);
        Assert.Empty(region.AdoptionOf("test", AsOf.KnownOn(D("2026-07-01"), D("2026-02-09")))!.Settings);
        Assert.Null(region.AdoptionOf("another", AsOf.On(D("2026-07-01"))));
    }

    [Fact]
    public void The_same_adoption_again_exists_and_another_under_its_id_is_refused()
    {
        var region = new RegionState(County);
        Give(region, Adopt("a", "2026-01-01"));
        Assert.IsType<Decision.Exists>(Give(region, Adopt("a", "2026-01-01"), "2026-05-01"));
        Refuses(Refusal.ExistsWithDifferentContent, Give(region, Adopt("a", "2026-02-01")));
    }

    [Fact]
    public void What_may_not_be_not_applicable_never_is()
    {
        Refuses(Refusal.IndicatorAlwaysApplicable, Give(new RegionState(County), Declare("d", "M1")));
        Refuses(Refusal.IndicatorUnknown, Give(new RegionState(County), Declare("d", "Z9")));
        Refuses(Refusal.ReasonMissing, Give(new RegionState(County), Declare("d", "X1", reason: " ")));
        Refuses(Refusal.TextNotPlain, Give(new RegionState(County), Declare("d", "X1", reason: "quiet\u0007")));
        Refuses(Refusal.ReasonTooLong, Give(new RegionState(County), Declare("d", "X1", reason: new string('长', 2_001))));
    }

    [Fact]
    public void A_declaration_is_of_a_region_or_of_one_chamber_with_its_reason()
    {
        var region = new RegionState(County);
        Give(region, Declare("d", "X1", "a"), "2026-03-01");
        IEnumerable<(string, string)> Of(string chamber, int year = 2026, string known = "2026-03-01") =>
            region.NotApplicable("test", Period.Year(year), new ChamberId(chamber), Calendar.EndOf(D(known)));
        Assert.Equal([("X1", "quiet year")], Of("a"));
        Assert.Empty(Of("b"));
        Assert.Empty(Of("a", 2025));
        Assert.Empty(Of("a", known: "2026-02-28"));
        Give(region, Declare("e", "X1"), "2026-03-01");
        Assert.Single(Of("b"));
    }

    [Fact]
    public void A_declaration_with_another_reason_under_its_id_is_refused()
    {
        var region = new RegionState(County);
        Give(region, Declare("d", "X1"));
        Assert.IsType<Decision.Exists>(Give(region, Declare("d", "X1")));
        Refuses(Refusal.ExistsWithDifferentReason, Give(region, Declare("d", "X1", reason: "another")));
    }

    private static PublishRuleset Publish(string id, string version, params byte[] bytes) =>
        new(new EntryId(id), version, bytes);

    [Fact]
    public void A_published_version_is_frozen()
    {
        var file = new RulesetState(File);
        Assert.IsType<Decision.Accepted>(Give(file, Publish("p", "1", 1, 2)));
        Refuses(Refusal.RulesetVersionExists, Give(file, Publish("q", "1", 1, 3)));
        Assert.IsType<Decision.Accepted>(Give(file, Publish("q", "2", 1, 3)));
        Assert.Equal("2", file.Find(Digest.Of([1, 3]))!.Version);
    }

    [Fact]
    public void A_ruleset_has_a_greatest_size()
    {
        Refuses(Refusal.RulesetTooLarge,
            Give(new RulesetState(File), Publish("p", "1", new byte[Limits.RulesetBytesMax + 1])));
    }

    /// <summary>Ids and versions are the same for everybody, so what one county published would bind all others.</summary>
    [Theory]
    [InlineData("ruleset:test")]
    [InlineData("ruleset:activities")]
    [InlineData("ruleset:calendar")]
    public void Only_an_approver_for_the_whole_country_publishes(string stream)
    {
        foreach (var scope in (string[])["45", "4501", "450123", "450123001"])
            Refuses(Refusal.NotAnAuthority, Published(Role.Approver, scope));
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Approver))
            Refuses(Refusal.NotAnAuthority, Published(role, "00"));
        Assert.IsType<Decision.Accepted>(Published(Role.Approver, "00"));

        Decision Published(Role role, string scope) => Give(new RulesetState(StreamId.Parse(stream)), Publish("p", "1", 1),
            by: new Actor(new ActorId("somebody"), role, new RegionCode(scope)));
    }

    /// <summary>A county adopts for itself and what lies below it, never for those above or beside it.</summary>
    [Theory]
    [InlineData("region:450123", true)]
    [InlineData("region:450124", false)]
    [InlineData("region:4501", false)]
    [InlineData("region:45", false)]
    [InlineData("region:00", false)]
    public void An_approver_adopts_and_declares_within_the_own_region(string stream, bool may)
    {
        var county = new Actor(new ActorId("somebody"), Role.Approver, new RegionCode("450123"));
        foreach (var command in (StreamCommand<RegionState>[])[Adopt("a", "2026-01-01"), Declare("d", "X1")])
            if (Give(new RegionState(StreamId.Parse(stream)), command, by: county) is var decision && may)
                Assert.IsType<Decision.Accepted>(decision);
            else Refuses(Refusal.NotAnAuthority, decision);
    }

    [Fact]
    public void A_county_declares_for_a_township_and_nobody_adopts_for_one()
    {
        var county = new Actor(new ActorId("somebody"), Role.Approver, new RegionCode("450123"));
        var township = StreamId.Parse("region:450123001");
        Assert.IsType<Decision.Accepted>(Give(new RegionState(township), Declare("d", "X1"), by: county));
        Refuses(Refusal.RegionBelowCounty, Give(new RegionState(township), Adopt("a", "2026-01-01"), by: county));
    }
}
