using MicroPoints.Server;

namespace MicroPoints.Web.Tests;

/// <summary>Browsers send a machine's cookies to every port of it: two desks there leave each other's alone.</summary>
public sealed class TwoDesksTests
{
    [Fact]
    public async Task Whoever_signs_in_to_a_second_desk_of_the_machine_stays_signed_in_at_the_first_and_in_its_language()
    {
        await using var first = await SignInTests.Started();
        await using var second = await SignInTests.Started();
        var (one, two) = (await first.Server.Account(), await second.Server.Account());
        var here = first.Server.Visitor();
        var there = here.At(second.Server.Running.Address);

        Assert.Equal("/desk", (await here.SignIn(one.Id.Value)).Location);
        Assert.Equal("/desk", (await there.SignIn(two.Id.Value)).Location);
        Assert.Equal((true, true), (await here.IsIn(), await there.IsIn()));

        await here.Post("/language", ("__RequestVerificationToken", await here.TokenOf("/desk")), ("to", "en"), ("back", "/desk"));
        Assert.Contains("Sign out", (await here.Get("/desk")).Words, StringComparison.Ordinal);
        Assert.Contains("退出", (await there.Get("/desk")).Words, StringComparison.Ordinal);

        Assert.Equal("/sign-in", (await there.SignOut()).Location);
        Assert.Equal((true, false), (await here.IsIn(), await there.IsIn()));
    }

    [Fact]
    public void A_demo_and_a_county_have_cookies_of_other_names_and_the_same_ones_after_each_start()
    {
        var county = new ServerOptions { Data = "data" };
        Assert.Equal(CookieMark.Of(county), CookieMark.Of(county with { Data = Path.GetFullPath("data") + "/" }));
        Assert.NotEqual(CookieMark.Of(county), CookieMark.Of(county with { Demo = true }));
        Assert.NotEqual(CookieMark.Of(county), CookieMark.Of(county with { Data = "other" }));
    }

    [Fact]
    public void Processes_over_one_database_share_theirs_and_a_password_changes_nothing()
    {
        ServerOptions Over(string text) => new() { Database = new ConnectionText(text) };
        Assert.Equal(CookieMark.Of(Over("Host=db;Database=m;Username=a;Password=x")),
            CookieMark.Of(Over("host=db;database=m;username=b;password=y") with { Data = "elsewhere" }));
        Assert.NotEqual(CookieMark.Of(Over("Host=db;Database=m")), CookieMark.Of(Over("Host=db;Database=n")));
    }
}
