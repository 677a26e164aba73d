using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Tests.Rulesets;

/// <summary>Which county an installation is for.</summary>
public sealed class NameCountyTests
{
    private static readonly Actor Nation = new(new ActorId("first"), Role.Approver, RegionCode.Nation);

    private static Decision Give(RegionState state, string county, string name, Actor? by = null)
    {
        var command = new NameCounty(new EntryId($"county-{county}-{name.Length}"), new RegionCode(county), name);
        var decision = command.Judge(state, Contexts.On("2026-01-10", by ?? Nation));
        if (decision is Decision.Accepted accepted)
            foreach (var draft in accepted.Entries) state.Apply(SealedEntry.Seal(state.Stream, state.Head, draft));
        return decision;
    }

    [Fact]
    public void The_county_named_last_counts()
    {
        var state = new RegionState(StreamId.Of(RegionCode.Nation));
        Assert.Null(state.County);
        Give(state, "990101", "澜屏县");
        Give(state, "990102", "新屏县");
        Assert.Equal(new CountyNamed(new RegionCode("990102"), "新屏县"), state.County);
    }

    [Theory]
    [InlineData("9901", "澜屏市", Refusal.RegionNotACounty)]
    [InlineData("990101001", "枫渚镇", Refusal.RegionNotACounty)]
    [InlineData("990101", " ", Refusal.CountyNameMissing)]
    [InlineData("990101", "澜屏县\n", Refusal.TextNotPlain)]
    public void Anything_but_a_county_with_a_name_is_refused(string county, string name, Refusal reason)
    {
        var state = new RegionState(StreamId.Of(RegionCode.Nation));
        Assert.Equal(reason, Assert.IsType<Decision.Refused>(Give(state, county, name)).Reason);
        Assert.Null(state.County);
    }

    [Theory]
    [InlineData("00", Role.Clerk, "region:00")]
    [InlineData("990101", Role.Approver, "region:00")]
    [InlineData("00", Role.Approver, "region:990101")]
    public void Only_an_approver_for_the_whole_country_names_it_and_in_its_stream(string scope, Role role, string stream)
    {
        var by = new Actor(new ActorId("somebody"), role, new RegionCode(scope));
        Assert.Equal(Refusal.NotAnAuthority,
            Assert.IsType<Decision.Refused>(Give(new RegionState(StreamId.Parse(stream)), "990101", "澜屏县", by)).Reason);
    }
}
