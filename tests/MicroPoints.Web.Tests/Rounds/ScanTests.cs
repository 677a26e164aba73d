using System.Text;
using MicroPoints.Rounds;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>Signed scans sent to a round and fetched again, without script.</summary>
public sealed class ScanTests : IClassFixture<DeskServer>, IAsyncLifetime
{
    private const string Page = "/rounds/2026-rehearsal-990101";

    /// <summary>One empty page, as a scanner's program would begin and end it.</summary>
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("""
        %PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
        trailer << /Root 1 0 R >>
        %%EOF

        """);

    private readonly DeskServer _server;
    private IPage _page = null!;

    public ScanTests(DeskServer server) => _server = server;

    public async Task InitializeAsync()
    {
        _page = await _server.Clerk(scripts: false);
        if ((await _page.GotoAsync(Page))!.Status == 200) return;
        await _page.GotoAsync("/rounds");
        await _page.Locator("input[value=rehearsal]").CheckAsync();
        await Press(_page, "开始");
    }

    public Task DisposeAsync() => _page.Context.CloseAsync();

    private async Task<IReadOnlyList<Paper>> Papers() =>
        (await _server.Workspace.Rounds.Load(new RoundId("2026-rehearsal-990101"), default)).Papers;

    private async Task<bool> IsKept(byte[] file)
    {
        await using var kept = await _server.Workspace.Scans!.Open(Digest.Of(file), default);
        return kept is not null;
    }

    [Fact]
    public async Task A_scan_is_kept_and_fetched_again_byte_for_byte_to_be_saved()
    {
        byte[] file = [.. Pdf, .. "% one"u8];
        await Send(file, "公告栏 照片.PDF.exe", "Notice", "公告栏<script>");
        var row = _page.Locator("#scans tbody tr").Filter(new() { HasText = "公告栏<script>" });
        await Assertions.Expect(row).ToContainTextAsync("公示");
        Assert.EndsWith("#scans", _page.Url, StringComparison.Ordinal);

        var link = await row.GetByRole(AriaRole.Link).GetAttributeAsync("href");
        var answer = await _page.Context.APIRequest.GetAsync(link!);
        Assert.Equal(200, answer.Status);
        Assert.Equal(file, await answer.BodyAsync());
        Assert.Equal(("application/pdf", "nosniff"), (answer.Headers["content-type"], answer.Headers["x-content-type-options"]));
        Assert.StartsWith("attachment;", answer.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("2026 年度评价预演（澜屏县） 公示.pdf"), answer.Headers["content-disposition"], StringComparison.Ordinal);

        var stranger = await _server.Visitor();
        await stranger.GotoAsync(link!);
        Assert.StartsWith($"{_server.Address}/sign-in", stranger.Url, StringComparison.Ordinal);
        foreach (var wrong in (string[])[$"{Page}/scans/nothing",
            link!.Replace("2026-rehearsal-990101", "elsewhere", StringComparison.Ordinal)])
            Assert.Equal(404, (await _page.Context.APIRequest.GetAsync(wrong)).Status);
        await Fits();
    }

    [Theory]
    [InlineData("真的.pdf", "MZ a program", "内容不是 PDF")]
    [InlineData("网页.png", "<html><script>alert(1)</script>", "内容不是 PDF")]
    [InlineData("表格.docx", "PK\u0003\u0004 xl/workbook.xml", "内容不是 PDF")]
    [InlineData("空的.pdf", "", "是空的")]
    public async Task What_is_no_scan_by_its_own_bytes_is_refused_and_nothing_is_kept(string name, string content, string saying)
    {
        var before = (await Papers()).Count;
        await Send(Encoding.Latin1.GetBytes(content), name, "Minutes", "会议纪要扫描件");
        await Assertions.Expect(_page.Locator("#scans").GetByRole(AriaRole.Alert)).ToContainTextAsync(saying);
        Assert.Equal("会议纪要扫描件", await _page.Locator("#scan-note").InputValueAsync());
        Assert.Equal(before, (await Papers()).Count);
        Assert.False(await IsKept(Encoding.Latin1.GetBytes(content)));
    }

    [Fact]
    public async Task One_that_is_too_large_is_refused_in_words_and_not_kept()
    {
        var file = new byte[Limits.ScanBytesMax + 1];
        Pdf.CopyTo(file, 0);
        var folder = Directory.CreateTempSubdirectory("micropoints-scan-");
        var path = Path.Combine(folder.FullName, "大.pdf");
        await File.WriteAllBytesAsync(path, file);
        await Choose("Minutes", "");
        await _page.Locator("#scan-file").SetInputFilesAsync(path);
        await Press(_page, "上传");
        await Assertions.Expect(_page.Locator("#scans").GetByRole(AriaRole.Alert)).ToContainTextAsync("超过 20 MB");
        Assert.False(await IsKept(file));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Another_paper_says_what_it_is_and_refused_it_leaves_no_file()
    {
        byte[] file = [.. Pdf, .. "% other"u8];
        await Send(file, "其他.pdf", "Other", "");
        await Assertions.Expect(_page.Locator("#scans").GetByRole(AriaRole.Alert)).ToContainTextAsync("请写明");
        Assert.False(await IsKept(file));
        await Send(file, "其他.pdf", "Other", "商会书面申请");
        Assert.True(await IsKept(file));
    }

    [Fact]
    public async Task A_form_from_elsewhere_attaches_nothing()
    {
        byte[] file = [.. Pdf, .. "% forged"u8];
        var form = _page.Context.APIRequest.CreateFormData();
        form.Set("_handler", "scan");
        form.Set("scan-kind", "Notice");
        form.Set("scan-file", new FilePayload { Name = "a.pdf", MimeType = "application/pdf", Buffer = file });
        Assert.Equal(400, (await _page.Context.APIRequest.PostAsync(Page, new() { Multipart = form })).Status);
        Assert.False(await IsKept(file));
    }

    private async Task Send(byte[] file, string name, string kind, string note)
    {
        await Choose(kind, note);
        await _page.Locator("#scan-file").SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
        await Press(_page, "上传");
    }

    private async Task Choose(string kind, string note)
    {
        if (!await _page.Locator("#scan-kind").IsVisibleAsync()) await _page.Locator("#scans summary").ClickAsync();
        await _page.Locator("#scan-kind").SelectOptionAsync(kind);
        await _page.Locator("#scan-note").FillAsync(note);
    }

    private async Task Fits()
    {
        foreach (var width in (int[])[1280, 390])
        {
            var page = await _server.Clerk(width);
            await page.GotoAsync(Page);
            await page.Locator("#scans summary").ClickAsync();
            await page.Locator("#scans").ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"scans-{width}") });
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
            Assert.Empty(await EveryPageTests.Findings(page));
            await page.Context.CloseAsync();
        }
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
}
