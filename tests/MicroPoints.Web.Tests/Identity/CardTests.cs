using MicroPoints.Activities;
using MicroPoints.Ledger;

namespace MicroPoints.Web.Tests;

/// <summary>A chamber's card at its link: this chamber alone, for as long as the link holds.</summary>
public sealed class CardTests(RealServer server) : IClassFixture<RealServer>
{
    [Fact]
    public async Task A_link_is_issued_shown_once_with_a_code_and_shows_the_card_until_it_is_taken_back()
    {
        var approver = await server.SignedIn();
        var page = await approver.Submit("/chamber-links", "links", ("issue", RealServer.Chamber));
        var link = AccountsPageTests.LinkIn(page.Text);
        Assert.Contains("<svg class=\"qr\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(link, (await approver.Get("/chamber-links")).Words, StringComparison.Ordinal);

        var card = await server.Visitor().Get(link);
        Assert.Equal(200, card.Status);
        Assert.Contains(RealServer.Name, card.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("白水乡", card.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("位次", card.Words, StringComparison.Ordinal);
        Assert.Contains("noindex", card.Headers["X-Robots-Tag"], StringComparison.Ordinal);
        Assert.DoesNotContain("<form", card.Text, StringComparison.Ordinal);

        var issued = server.Workspace.ChamberLinks.List(RealServer.County).Single(l => l.RevokedAt is null);
        await approver.Submit("/chamber-links", "links", ("revoke", issued.Id.Value));
        Assert.Equal(404, (await server.Visitor().Get(link)).Status);
    }

    [Fact]
    public async Task A_link_of_a_day_that_came_shows_nothing()
    {
        await using var own = await SignInTests.Started();
        var approver = await own.Server.SignedIn();
        var until = Calendar.Text(own.Server.Workspace.Today.AddDays(1));
        var link = AccountsPageTests.LinkIn((await approver.Submit("/chamber-links", "links",
            ("issue", RealServer.Chamber), ("until", until))).Text);
        Assert.Equal(200, (await own.Server.Visitor().Get(link)).Status);
        own.Server.Later(TimeSpan.FromDays(1));
        Assert.Equal(404, (await own.Server.Visitor().Get(link)).Status);
    }

    [Fact]
    public async Task An_unknown_link_is_not_found_and_asking_too_often_is_told_to_wait()
    {
        await using var own = await SignInTests.Started();
        var visitor = own.Server.Visitor();
        var unknown = await visitor.Get($"/c/{new string('A', 43)}");
        Assert.Equal((404, true), (unknown.Status, unknown.Words.Contains("链接无效", StringComparison.Ordinal)));
        var told = 200;
        for (var i = 0; i < 200 && told != 429; i++) told = (await visitor.Get($"/c/{i}")).Status;
        Assert.Equal(429, told);
    }

    [Fact]
    public async Task A_link_shows_the_last_year_that_has_records_and_every_other_by_its_own_link()
    {
        await using var own = await SignInTests.Started();
        var (approver, now) = (await own.Server.SignedIn(), own.Server.Workspace.Today);
        var link = AccountsPageTests.LinkIn((await approver.Submit("/chamber-links", "links", ("issue", RealServer.Chamber))).Text);
        foreach (var year in (int[])[now.Year - 1, now.Year])
        {
            await Record(own.Server, $"visit-{year}", new DateOnly(year, 1, 15));
            Assert.Contains($"{year} 年度积分卡", (await own.Server.Visitor().Get(link)).Words, StringComparison.Ordinal);
        }
        foreach (var other in (int[])[now.Year - 1, now.Year - 2])
        {
            Assert.Contains($"href=\"{link}?year={other}\"", (await own.Server.Visitor().Get(link)).Text, StringComparison.Ordinal);
            var seen = await own.Server.Visitor().Get($"{link}?year={other}");
            Assert.Equal(200, seen.Status);
            Assert.Contains($"看 {now.Year} 年度", seen.Words, StringComparison.Ordinal);
            Assert.DoesNotContain($"{now.Year} 年度积分卡", seen.Words, StringComparison.Ordinal);
        }
        foreach (var nonsense in (string[])["1999", "<script>", "-1"])
            Assert.Contains($"{now.Year} 年度积分卡",
                (await own.Server.Visitor().Get($"{link}?year={Uri.EscapeDataString(nonsense)}")).Words, StringComparison.Ordinal);
    }

    private static async Task Record(RealServer server, string id, DateOnly on) => Assert.IsType<Runtime.Answer.Recorded>(
        await server.Workspace.Chambers.Run(new ChamberId(RealServer.Chamber), SealedYear.By, new RecordActivity(
            new EntryId(id), new KindId("member.visited"), On.Day(on), new Measured.Count(1)), default));

    [Fact]
    public async Task A_link_lets_nobody_see_anything_else()
    {
        var approver = await server.SignedIn();
        var link = AccountsPageTests.LinkIn((await approver.Submit("/chamber-links", "links", ("issue", RealServer.Chamber))).Text);
        var visitor = server.Visitor();
        await visitor.Get(link);
        Assert.Equal(302, (await visitor.Get($"/chambers/{RealServer.Chamber}")).Status);
        Assert.Null(visitor.Session);
    }
}
