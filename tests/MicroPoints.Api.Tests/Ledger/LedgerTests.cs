using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class LedgerTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task The_ledger_is_read_page_by_page_and_chains()
    {
        var chamber = await server.Chamber();
        for (var i = 0; i < 4; i++) await server.Record(chamber, Visit.Of($"v-{i}"));
        var (entries, after) = (new List<System.Text.Json.Nodes.JsonNode>(), "0");
        while (after is not null)
        {
            var page = (await server.Get($"/api/v1/chambers/{chamber}/ledger?limit=2&after={after}")).Is(200);
            entries.AddRange(page.Json["entries"]!.AsArray().Select(e => e!));
            after = page["nextAfter"];
        }
        Assert.Equal([1, 2, 3, 4, 5], entries.Select(e => (int)e["sequence"]!));
        Assert.Equal(entries.SkipLast(1).Select(e => e["hash"]!.ToString()), entries.Skip(1).Select(e => e["previous"]!.ToString()));
        Assert.Equal("chamber-registered/1", entries[0]["type"]!.ToString());
        Assert.Equal("member.visited", entries[1]["activity"]!["kind"]!.ToString());
    }

    [Fact]
    public async Task The_reason_stands_in_the_ledger_for_those_who_see_words_and_the_entry_for_everybody()
    {
        var chamber = await server.Chamber();
        await server.Record(chamber, Visit.Of("v").Replace("}", ",\"reason\":\"张三走访三家\"}"));
        foreach (var path in (string[])["ledger", "activities/v"])
        {
            foreach (var role in (Role[])[Role.Clerk, Role.Approver, Role.Auditor])
                Assert.Contains("张三走访三家", (await server.Get($"/api/v1/chambers/{chamber}/{path}", role)).Is(200).Text);
            foreach (var role in (Role[])[Role.Reader, Role.Sandbox])
            {
                var seen = (await server.Get($"/api/v1/chambers/{chamber}/{path}", role)).Is(200).Text;
                Assert.DoesNotContain("张三", seen);
                Assert.Contains("member.visited", seen);
            }
        }
    }
}
