namespace MicroPoints.Web.Tests;

public sealed class UsualDayTests(DeskServer server) : IClassFixture<DeskServer>
{
    [Theory]
    [InlineData("/record?chamber=990101001&kind=member.visited")]
    [InlineData("/record/many?kind=member.visited")]
    public async Task In_January_a_form_of_the_old_year_proposes_a_day_of_the_old_year(string path)
    {
        server.Now = new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);
        var page = await server.Clerk();
        await page.GotoAsync(path);
        Assert.Equal("2026-12-31", await page.Locator("#on").InputValueAsync());
    }
}
