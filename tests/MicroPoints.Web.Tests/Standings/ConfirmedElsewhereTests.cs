using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Web.Tests;

/// <summary>Whoever works on a township or on the city sees what the county's round sealed of the chambers there.</summary>
public sealed class ConfirmedElsewhereTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Township = "990101001", Is = "已经年度评价确认（2026 年度评价（澜屏县），2027年1月13日封存）";

    [Fact]
    public async Task A_county_s_seal_is_seen_from_a_township_and_from_the_city_until_a_chamber_lies_outside_it()
    {
        await SealedYear.In(server);
        var (township, city) = (await SignedIn(Township), await SignedIn("9901"));
        foreach (var path in (string[])["/desk", "/chambers", $"/chambers/{Township}", "/county"])
        {
            Assert.Contains(Is, Said(await township.Get(path)), StringComparison.Ordinal);
            var seen = await city.Get(path);
            Assert.Contains(Is, Said(seen), StringComparison.Ordinal);
            Assert.Contains($"href=\"/rounds/{SealedYear.Round}\"", seen.Text, StringComparison.Ordinal);
        }
        // The county's round is not a township's to open.
        Assert.DoesNotContain($"/rounds/{SealedYear.Round}", (await township.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains("全县 2026 年度的评价已经开始", (await township.Get("/rounds")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("/chambers/990101002\"", (await township.Get("/chambers")).Text, StringComparison.Ordinal);
        Assert.Contains("/chambers/990101002\"", (await city.Get("/chambers")).Text, StringComparison.Ordinal);

        Assert.IsType<Answer.Recorded>(await server.Workspace.Chambers.Run(new ChamberId("elsewhere"), SealedYear.By, new ChangeChamber(
            new Chambers.RegisterChamber(new EntryId("register"), "别县商会", "township", new RegionCode("990102001"), [], null)), default));
        Assert.DoesNotContain(Is, Said(await city.Get("/chambers")), StringComparison.Ordinal);
        Assert.Contains(Is, Said(await city.Get($"/chambers/{Township}")), StringComparison.Ordinal);
        Assert.Contains(Is, Said(await township.Get("/chambers")), StringComparison.Ordinal);
    }

    /// <summary>The words without what marks a round as a link.</summary>
    private static string Said(Seen seen) => seen.Words.Replace($"<a href=\"/rounds/{SealedYear.Round}\">", "", StringComparison.Ordinal)
        .Replace("）</a>，", "），", StringComparison.Ordinal);

    private async Task<Visitor> SignedIn(string scope)
    {
        var accounts = server.Workspace.Accounts;
        var account = await accounts.Open(new NewAccount(null, $"经办人 {scope}", Role.Clerk, new RegionCode(scope)), SealedYear.By, default);
        var (_, secret) = await accounts.IssueLink(account.Id, SealedYear.By, default);
        var visitor = new Visitor(server.Address);
        Assert.Equal("/desk", (await visitor.Submit($"/set-password/{secret}", "set-password",
            ("password", RealServer.Password), ("again", RealServer.Password))).Location);
        return visitor;
    }
}
