using System.Text;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

public sealed class ImportTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Good = "商会名称,M1,M3\n澜屏县枫渚镇商会,3,2\n澜屏县芦漪镇商会,,1\n";

    [Fact]
    public async Task A_table_is_mended_previewed_imported_and_taken_back()
    {
        var page = await server.Clerk(scripts: false);
        var before = await Records(page);
        await Send(page, "汇总.csv", "商会名称,M1,M3\n澜屏县枫渚镇商会,三次,2\n没有的商会,1,1\n澜屏县芦漪镇商会,-4,1\n");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("什么都没有写入");
        foreach (var cell in (string[])["B2", "B4"]) await Assertions.Expect(page.Locator("main")).ToContainTextAsync(cell);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("没有的商会");
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "确认导入" }).CountAsync());
        Assert.Equal(before, await Records(page));

        await Send(page, "汇总.csv", Good);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("新增 3 条");
        Assert.Equal(before, await Records(page));
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认导入" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("新记 3 条");
        Assert.Equal(before + 2, await Records(page));

        await Send(page, "汇总.csv", Good);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已经记过 3 条");
        await page.GotoAsync("/imports");
        await page.GetByRole(AriaRole.Link, new() { Name = "撤销这次导入" }).First.ClickAsync();
        await page.Locator("#reason").FillAsync("表拿错了");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销整次导入" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("撤回 3 条");
    }

    [Fact]
    public async Task A_table_of_another_year_stays_in_it_when_it_is_mended()
    {
        var page = await server.Clerk(scripts: false);
        await Send(page, "汇总.csv", "商会名称,M1,什么列\n没有的商会,1,无\n");
        await page.GotoAsync($"{page.Url}{(page.Url.Contains('?') ? '&' : '?')}year=2025");
        await page.GetByRole(AriaRole.Button, new() { Name = "按这样再看一遍" }).ClickAsync();
        Assert.Contains("year=2025", page.Url, StringComparison.Ordinal);
        await page.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "汇总.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Good) });
        await page.GetByRole(AriaRole.Button, new() { Name = "重新上传" }).ClickAsync();
        Assert.Contains("year=2025", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("坏的.xlsx", "PK\u0003\u0004 broken", "")]
    [InlineData("文档.xlsx", "%PDF-1.7", "PDF")]
    [InlineData("网页.xlsx", "<html><body>商会</body></html>", "网页")]
    public async Task What_is_no_table_is_refused_in_words(string name, string content, string saying)
    {
        var page = await server.Clerk(scripts: false);
        await Send(page, name, content);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("什么都没有写入");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(saying);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(50)]
    public async Task A_file_that_is_too_large_is_refused_in_words(int megabytes)
    {
        var page = await server.Clerk(scripts: false);
        var folder = Directory.CreateTempSubdirectory("micropoints-upload-");
        var file = Path.Combine(folder.FullName, "大表.xlsx");
        await File.WriteAllBytesAsync(file, new byte[megabytes << 20]);
        await page.GotoAsync("/imports");
        await page.Locator("#file").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并检查" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("没有导入");
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/imports/template.xlsx")]
    [InlineData("/imports/template-member.visited.xlsx")]
    [InlineData("/exports/standings.xlsx")]
    [InlineData("/exports/activities.xlsx")]
    [InlineData("/exports/chambers.xlsx")]
    [InlineData("/exports/coverage.xlsx")]
    [InlineData("/exports/county.xlsx")]
    [InlineData("/exports/rounds.xlsx")]
    [InlineData("/exports/imports.xlsx")]
    [InlineData("/exports/chambers/990101001.xlsx")]
    public async Task Lists_and_templates_are_workbooks_for_whoever_signed_in(string path)
    {
        var page = await server.Clerk();
        var answer = await page.Context.APIRequest.GetAsync(server.Address + path);
        Assert.Equal(200, answer.Status);
        Assert.Equal("PK"u8.ToArray(), (await answer.BodyAsync())[..2]);
        var nobody = await (await server.Visitor()).Context.APIRequest.GetAsync(server.Address + path, new() { MaxRedirects = 0 });
        Assert.Equal(302, nobody.Status);
    }

    private static async Task Send(IPage page, string name, string content)
    {
        await page.GotoAsync("/imports");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload
        {
            Name = name,
            MimeType = "application/octet-stream",
            Buffer = Encoding.UTF8.GetBytes(content),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并检查" }).ClickAsync();
    }

    private static async Task<int> Records(IPage page)
    {
        await page.GotoAsync("/chambers/990101110");
        return await page.Locator(".timeline li:not(.reversed)").CountAsync();
    }
}
