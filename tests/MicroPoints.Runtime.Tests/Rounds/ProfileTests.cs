using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Rounds;

namespace MicroPoints.Runtime.Tests.Rounds;

public sealed class ProfileTests
{
    private static readonly RegionCode Province = new("99");

    private static async Task Choose(RoundDesk desk, RegionCode region, string profile, Actor by) =>
        Assert.IsType<Answer.Recorded>(await desk.Workspace.Choose(
            region, new ChooseProfile(Sample.Id($"choose-{region}-{profile.Length}"), profile, "县工联〔2026〕3号"), by, default));

    [Fact]
    public async Task A_county_inherits_the_nearest_choice_above_it_and_its_own_takes_its_place()
    {
        var desk = await RoundDesk.Open(Sample.East);
        Assert.Equal("light", desk.Workspace.Regions.ProfileOf(Sample.County).Id);
        await Choose(desk, Province, "light+notice-10", Sample.Province);
        Assert.Equal("light+notice-10", desk.Workspace.Regions.ProfileOf(Sample.County).Id);
        await Choose(desk, Sample.County, "light", Sample.Approver);
        Assert.Equal("light", desk.Workspace.Regions.ProfileOf(Sample.County).Id);
        Assert.Equal("light+notice-10", desk.Workspace.Regions.ProfileOf(new RegionCode("990103")).Id);
    }

    [Fact]
    public async Task It_is_still_in_force_when_the_log_is_opened_again()
    {
        var desk = await RoundDesk.Open(Sample.East);
        await Choose(desk, Sample.County, "light+vetting-optional", Sample.Approver);
        Assert.False((await desk.Another()).Regions.ProfileOf(Sample.County).IsVettingRequired);
    }
}
