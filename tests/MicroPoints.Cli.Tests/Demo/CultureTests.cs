namespace MicroPoints.Cli.Tests.Demo;

/// <summary>The same year on machines set to other languages, calendars and times.</summary>
public sealed class CultureTests(CountyDemo demo) : IClassFixture<CountyDemo>
{
    [Theory]
    [InlineData("tr_TR.UTF-8", "Europe/Istanbul")]
    [InlineData("tr_TR.UTF-8", "Pacific/Kiritimati")]
    [InlineData("ar_SA.UTF-8", "Asia/Riyadh")]
    [InlineData("ar_SA.UTF-8", "America/Los_Angeles")]
    [InlineData("ar_EG.UTF-8", "Africa/Cairo")]
    [InlineData("zh_CN.UTF-8", "Asia/Shanghai")]
    [InlineData("zh_CN.UTF-8", "Etc/GMT+12")]
    [InlineData("zh_TW.UTF-8", "Asia/Taipei")]
    [InlineData("th_TH.UTF-8", "Asia/Bangkok")]
    [InlineData("th_TH.UTF-8", "America/Los_Angeles")]
    [InlineData("fa_IR.UTF-8", "Asia/Tehran")]
    [InlineData("he_IL.UTF-8", "Asia/Jerusalem")]
    [InlineData("hi_IN.UTF-8", "Asia/Kathmandu")]
    [InlineData("de_DE.UTF-8", "Europe/Berlin")]
    [InlineData("fr_FR.UTF-8", "Antarctica/Troll")]
    [InlineData("ja_JP.UTF-8", "Asia/Tokyo")]
    public async Task One_result_under_the_cultures_of(string language, string zone) =>
        await GivesTheSameResult(language, zone, "0", "exec", "--runtimeconfig", Cultures.Config(demo.Desk));

    [Theory]
    [InlineData("C", "UTC", "1")]
    [InlineData("tr_TR.UTF-8", "Asia/Kathmandu", "1")]
    [InlineData("ar_SA.UTF-8", "Pacific/Apia", "0")]
    [InlineData("", "Pacific/Marquesas", "0")]
    public async Task One_result_as_the_program_ships(string language, string zone, string invariant) =>
        await GivesTheSameResult(language, zone, invariant);

    private async Task GivesTheSameResult(string language, string zone, string invariant, params string[] host)
    {
        var start = CommandLine.Prepare(demo.Desk.Root, "demo", "--output", "json");
        foreach (var argument in host.Reverse()) start.ArgumentList.Insert(0, argument);
        (start.Environment["LANG"], start.Environment["LC_ALL"], start.Environment["TZ"]) = (language, language, zone);
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = invariant;
        var round = (await CommandLine.Run(start)).Fine().Json.GetProperty("round");
        Assert.Equal(Digest.Of(demo.Proof).ToString(), round.GetProperty("proof").GetProperty("sha256").GetString());
    }
}
