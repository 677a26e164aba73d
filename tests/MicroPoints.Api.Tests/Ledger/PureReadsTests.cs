using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class PureReadsTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Every_GET_twice_leaves_every_head_as_it_was()
    {
        var chamber = await server.Chamber();
        await server.Record(chamber, Visit.Of("v"));
        var heads = await server.Heads();
        string[] paths = ["/api/v1/chambers", $"/api/v1/chambers/{chamber}", $"/api/v1/chambers/{chamber}/ledger",
            $"/api/v1/chambers/{chamber}/activities/v", $"/api/v1/chambers/{chamber}/scorecard?period=2026",
            "/api/v1/standings?period=2026", "/api/v1/coverage", "/api/v1/rulesets", "/api/v1/rulesets/micro-points/versions/2026.1",
            "/api/v1/adoptions", "/api/v1/identity", "/api/v1/rounds", "/api/v1/not-applicable", "/api/v1/regions/990101/rules",
            "/api/v1/activities", "/api/v1/keys", "/api/v1/audit", "/health/live", "/health/ready", "/openapi/v1.json", "/"];
        foreach (var path in paths)
            for (var i = 0; i < 2; i++) (await server.Get(path, Role.Approver)).Is(200);
        Assert.Equal(heads, await server.Heads());
    }
}
