namespace MicroPoints.Cli.Tests.County;

/// <summary>A region adopts a ruleset with settings.</summary>
public sealed class AdoptionTests
{
    [Fact]
    public async Task A_setting_changes_what_chambers_are_given()
    {
        using var desk = (await Lenient.Desk()).Write("changed.yaml", Lenient.Yaml);
        Assert.DoesNotContain("GL2", (await desk.Does("standings --scope 990101")).Out);
        await desk.Does(
            "activities record --chamber c-01 --kind party.coverage --on 2026-01-01 --option due-not-founded");
        Assert.DoesNotContain("GL2", (await desk.Does("standings --scope 990101")).Out);
        await desk.Does("rules adopt lenient.yaml --without-tests 试行 --scope 990101 --set party-limit=true");
        Assert.Contains("GL2", (await desk.Does("standings --scope 990101")).Out);
    }

    [Theory]
    [InlineData("--set colour=red", 2, "setting-unknown", "party-limit")]
    [InlineData("--set party-limit=maybe", 2, "setting-not-of-type", "switch")]
    [InlineData("--set party-limit", 1, "is not ID=VALUE", "party-limit")]
    [InlineData("--set party-limit=true --set party-limit=false", 1, "stands twice", "party-limit")]
    public async Task A_setting_that_cannot_be_is_refused(string settings, int code, string saying, string naming)
    {
        using var desk = await Lenient.Desk();
        var ran = await desk.Run($"rules adopt lenient.yaml --without-tests 试行 --scope 990101 {settings}");
        _ = code == 1 ? ran.CouldNotRun(saying, naming) : ran.No(saying, naming);
    }

    [Fact]
    public async Task A_published_version_is_frozen()
    {
        using var desk = await Lenient.Desk();
        desk.Write("changed.yaml", Lenient.Yaml + "# one more remark\n");
        (await desk.Run("rules adopt changed.yaml --scope 990101")).No("ruleset-version-exists", "another version");
    }

    [Fact]
    public async Task A_new_version_is_tested_or_it_is_said_why_not()
    {
        using var desk = (await Desk.WithChambers()).Write("lenient.yaml", Lenient.Yaml);
        (await desk.Run("rules adopt lenient.yaml --scope 990101")).No("ruleset-untested", "--without-tests", "lenient.test.yaml");
        desk.Write("lenient.test.yaml", "cases: []\n");
        (await desk.Run("rules adopt lenient.yaml --scope 990101")).No("lenient.yaml is not published");
        Assert.DoesNotContain("lenient", (await desk.Run("standings --scope 990101")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adopting_the_same_again_is_recognised()
    {
        using var desk = await Lenient.Desk();
        Assert.Contains("未重复登记",
            (await desk.Does("rules adopt lenient.yaml --without-tests 试行 --scope 990101 --from 2026-01-01 --set party-limit=false")).Out);
    }

    [Fact]
    public async Task A_region_of_its_own_follows_its_own()
    {
        using var desk = await Lenient.Desk();
        Assert.Equal("micro-points@lenient", await Ruleset(desk, "990101"));
        Assert.Equal("micro-points@2026.1", await Ruleset(desk, "990102"));
    }

    private static async Task<string?> Ruleset(Desk desk, string scope) =>
        (await desk.Does($"standings --scope {scope} --output json")).Json.GetProperty("ruleset").GetString();
}
