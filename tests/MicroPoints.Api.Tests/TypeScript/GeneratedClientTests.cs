using MicroPoints.Identity;

namespace MicroPoints.Api.Tests.TypeScript;

public sealed class GeneratedClientTests(RoundServer server) : IClassFixture<RoundServer>
{
    [NodeFact]
    public async Task A_client_generated_from_the_document_runs_the_demos_calls()
    {
        var installed = await Npm.Run("ci --prefer-offline --no-audit --no-fund", TimeSpan.FromSeconds(120));
        if (!installed.IsDone) throw new SkippedException($"the packages cannot be had here: {installed.Text}");

        var chamber = await server.Chamber();
        var check = await Npm.Run("run --silent check", TimeSpan.FromSeconds(120), ("MICROPOINTS_ADDRESS", server.Running.Address),
            ("MICROPOINTS_KEY", server.Key(Role.Clerk)), ("MICROPOINTS_CHAMBER", chamber));

        Assert.True(check.IsDone, check.Text);
        Assert.Contains("recorded 2, credited ", check.Text);
        Assert.Contains("exists 2\nrefused 409 exists-with-different-points\n", check.Text);
        Assert.Contains("scorecard micro-points@2026.1 ", check.Text);
        Assert.Contains("standings of 1, points ", check.Text);
        Assert.Equal(2, (await server.Get($"/api/v1/chambers/{chamber}/ledger")).Json["entries"]!.AsArray().Count);
    }
}
