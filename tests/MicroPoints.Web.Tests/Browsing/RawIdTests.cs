using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>An id is for programs: no page of the desk and no file's name shows one where a name belongs.</summary>
/// <remarks>Left to those who cite or sign in by them, and marked as codes: clause numbers such as M1, and accounts.</remarks>
public sealed class RawIdTests(SealedServer server) : IClassFixture<SealedServer>
{
    [Fact]
    public async Task No_page_of_a_sealed_county_shows_an_id()
    {
        var ids = await Ids();
        var page = await server.Desk.Clerk();
        var seen = new List<string>();
        // A ruleset's print is what lines are cited by, with their ids.
        foreach (var (_, path) in SealedServer.Pages.Where(p => p.Path != "/rules/micro-points"))
        {
            Assert.Equal(200, (await page.GotoAsync(path))!.Status);
            foreach (var words in await SealedServer.Words(page, ".code"))
                seen.AddRange(ids.Matches(words).Select(m => $"{path}: {m.Value} in {words}"));
        }
        Assert.Equal([], seen.Distinct());
    }

    [Fact]
    public async Task Rounds_and_objections_are_called_by_their_names()
    {
        var page = await server.Desk.Clerk();
        await page.GotoAsync("/rounds");
        foreach (var name in (string[])["2026 年度评价（澜屏县）", "2026 年度评价预演（澜屏县）", "2026 年度评价预演（澜屏县）（第二次）"])
            await Assertions.Expect(Listed(page, name)).ToHaveCountAsync(1);
        await Listed(page, "2026 年度评价（澜屏县）").ClickAsync();
        Assert.StartsWith("2026 年度评价（澜屏县）", await page.TitleAsync(), StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("2026 年度评价（澜屏县）");
        await Assertions.Expect(page.Locator(".objection h3")).ToContainTextAsync("第 1 号异议");
        await page.GotoAsync("/desk");
        await Assertions.Expect(page.Locator(".todo")).ToContainTextAsync("“2026 年度评价预演（澜屏县）（第二次）”还没有完成");
    }

    private static ILocator Listed(IPage page, string name) =>
        page.Locator("main table").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    [Fact]
    public async Task No_file_that_is_saved_is_called_by_an_id()
    {
        var page = await server.Desk.Clerk();
        foreach (var path in (string[])["papers/notice", "papers.zip", "proof"])
        {
            var answer = await page.Context.APIRequest.GetAsync($"/rounds/{SealedYear.Round}/{path}");
            var name = WebUtility.UrlDecode(answer.Headers["content-disposition"]);
            Assert.Contains("2026 年度评价（澜屏县）", name.Replace('+', ' '), StringComparison.Ordinal);
            Assert.DoesNotContain(SealedYear.Round.Value, name, StringComparison.Ordinal);
        }
        var book = await page.Context.APIRequest.GetAsync($"/exports/rounds/{SealedYear.Round}.xlsx");
        Assert.DoesNotContain(SealedYear.Round.Value, book.Headers["content-disposition"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_the_county_say_what_its_pages_say()
    {
        var page = await server.Desk.Clerk();
        var rounds = await Sheets(page, "rounds");
        Assert.Contains("2026 年度评价（澜屏县）", rounds, StringComparison.Ordinal);
        Assert.Contains("已封存", rounds, StringComparison.Ordinal);
        Assert.DoesNotMatch(await Ids(), rounds);
        var county = await Sheets(page, "county");
        Assert.Contains("已封存：2026 年度评价（澜屏县）", county, StringComparison.Ordinal);
        Assert.Contains("各类平均得分", county, StringComparison.Ordinal);
        var imports = await Sheets(page, "imports");
        Assert.Contains("导入记录", imports, StringComparison.Ordinal);
        Assert.All((string[])[rounds, county, imports], list =>
        {
            Assert.Contains("程序生成，非真实数据", list, StringComparison.Ordinal);
            Assert.Contains("澜屏县", list, StringComparison.Ordinal);
        });
    }

    private static async Task<string> Sheets(IPage page, string list)
    {
        var answer = await page.Context.APIRequest.GetAsync($"/exports/{list}.xlsx");
        Assert.Equal(200, answer.Status);
        using var book = new ZipArchive(new MemoryStream(await answer.BodyAsync()));
        return string.Join('\n', book.Entries
            .Where(e => e.FullName is "xl/sharedStrings.xml" || e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
            .Select(e => Regex.Replace(new StreamReader(e.Open()).ReadToEnd(), "<[^>]*oddFooter>[^<]*|<[^>]*>", " ")));
    }

    /// <summary>Everything that has an id in the county, as whole words.</summary>
    private async Task<Regex> Ids()
    {
        var (workspace, ids) = (server.Desk.Workspace, new HashSet<string> { "annual", "rehearsal", "light" });
        foreach (var (stream, _) in await workspace.Log.Cut(RegionCode.Nation, default))
        {
            if (stream.Type is StreamType.Chamber or StreamType.Round) ids.Add(stream.Name);
            if (stream.Type is StreamType.Chamber or StreamType.Round)
                await foreach (var entry in workspace.Log.Read(stream, 0, default)) ids.Add(entry.Id.Value);
        }
        // Of 5A and its like the title is the id.
        foreach (var kind in workspace.Kinds.Kinds) ids.UnionWith([kind.Id.Value,
            .. kind.Options.Where(o => !o.Title.Zh.Contains(o.Id, StringComparison.Ordinal)).Select(o => o.Id)]);
        var round = await workspace.Rounds.Load(SealedYear.Round, default);
        var ruleset = await workspace.Rounds.FrozenRuleset(round, default);
        ids.UnionWith([ruleset.Id, .. ruleset.Outcomes.Select(o => o.Id), .. ruleset.Categories.Select(c => c.Id),
            .. ruleset.Grades.Select(g => g.Id), .. ruleset.Sources.Select(s => s.Id)]);
        return new Regex($"(?<![A-Za-z0-9._:-])({string.Join('|', ids.Select(Regex.Escape))})(?![A-Za-z0-9_:-])");
    }
}
