namespace MicroPoints.Web.Tests;

/// <summary>Which county it is can be said anew, also the first one again, and in another working year.</summary>
public sealed class StartPageTests(FreshServer server) : IClassFixture<FreshServer>
{
    [Fact]
    public async Task The_county_that_was_said_last_counts_whatever_was_said_before()
    {
        var link = new Uri(server.FirstLink);
        var clerk = new Visitor(link.GetLeftPart(UriPartial.Authority));
        Assert.Equal("/desk", (await clerk.Submit(link.AbsolutePath, "set-password",
            ("password", RealServer.Password), ("again", RealServer.Password))).Location);
        foreach (var (county, name) in ((string, string)[])
            [("990101", "澜屏县"), ("990102", "新屏县"), ("990101", "澜屏县"), ("990101", "澜屏县")])
        {
            Assert.Equal("/chambers/register", (await clerk.Submit("/start", "start", ("county", county), ("name", name),
                ("ruleset", "micro-points"))).Location);
            Assert.Equal((county, name), (server.Workspace.Regions.County!.County.Value, server.Workspace.Regions.County.Name));
            // The same in another year is another adoption, and no contradiction to the first.
            server.Now = server.Now.Year == 2027 ? new(2028, 1, 5, 2, 0, 0, TimeSpan.Zero) : server.Now;
            Assert.Equal("/desk", (await clerk.SignIn("经办人")).Location);
        }
    }
}
