using System.IO.Compression;
using System.Runtime.Versioning;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A county's whole year by one person with one account and no script, from the unpacked program to the packed papers.</summary>
[SupportedOSPlatform("linux")]
[Collection(SingleFileRuns.Name)]
public sealed class YearTests(SingleFile single) : IDisposable
{
    private const int ClicksMax = 60;
    private const string Called = "2026 年度评价（澜屏县）";

    private readonly string _folder = single.Unpacked();
    private Clicked _program = null!;
    private Uri _opened = null!;

    [Fact]
    public async Task One_person_takes_a_county_from_the_first_link_to_the_sealed_papers()
    {
        var hand = new Hand(await DoubleClick(new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero)));
        await Begin(hand);
        await ImportTheYear(hand);
        await ImportLists(hand);
        await LookAtACard(hand);
        var round = await ToTheNotice(hand);
        await Object(hand);

        // The notice runs a week; the window is closed meanwhile, and nobody is signed in any more.
        Assert.Equal(0, await _program.Close());
        hand.Page = await DoubleClick(new DateTimeOffset(2027, 1, 14, 2, 0, 0, TimeSpan.Zero));
        await SignIn(hand);
        await hand.Follow($"“{Called}”还没有完成");
        await DecideAndSeal(hand);
        EveryPaperSaysWhatItShould(await hand.Download("下载全部文书（压缩包）"));
        await EveryPageOfTheYearFits(round);
        Assert.True(hand.Clicks <= ClicksMax, $"{hand.Clicks} clicks, at most {ClicksMax} are asked of a clerk");
        await File.WriteAllTextAsync(EveryPageTests.PictureOf("year-clicks") + ".txt", $"{hand.Clicks} clicks\n");
        await AChamberSeesItsSealedCard();
    }

    public void Dispose() => _program.Dispose();

    /// <summary>Starts the program on a day, and opens a browser where it says.</summary>
    private async Task<IPage> DoubleClick(DateTimeOffset on, params string[] arguments)
    {
        _program = new Clicked(_folder, single.Empty(), on, arguments);
        _opened = new Uri(await _program.Link());
        return await Window();
    }

    private async Task<IPage> Window(int width = 1280, bool scripts = false) =>
        await (await (await Browser.Get()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = _opened.GetLeftPart(UriPartial.Authority),
            JavaScriptEnabled = scripts,
            Locale = "zh-CN",
            IgnoreHTTPSErrors = true,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        })).NewPageAsync();

    private async Task Begin(Hand hand)
    {
        await hand.Open(_opened.ToString());
        await hand.Page.GetByLabel("新密码").FillAsync(RealServer.Password);
        await hand.Page.GetByLabel("再输一次").FillAsync(RealServer.Password);
        await hand.Press("保存并登录");
        await Picture(hand, "year-first");
        await hand.Page.Locator("#county").FillAsync(YearTables.County);
        await Picture(hand, "year-start");
        await hand.Press("采用并开始");
        await Assertions.Expect(hand.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("填写它的名称");
        await hand.Page.Locator("#name").FillAsync("澜屏县");
        await hand.Press("采用并开始");

        await hand.Give("商会名册.xlsx", YearTables.Register());
        await Picture(hand, "year-register");
        await hand.Press("上传并登记");
        await Assertions.Expect(hand.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("新登记 15 家商会");
        await hand.Press("换到 2026 年度", hand.Page.Locator("footer"));
    }

    private static async Task ImportTheYear(Hand hand)
    {
        await hand.Go("导入导出");
        var template = await hand.Download("下载年度汇总表模板");
        await hand.Give("2026年度汇总表.xlsx", YearTables.Annual(template, mistakes: true));
        await hand.Press("上传并检查");
        await Assertions.Expect(hand.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("有 3 处要先改好");
        foreach (var said in (string[])["C2", "三次", "芦苇荡商会", "F4"])
            await Assertions.Expect(hand.Page.Locator("main")).ToContainTextAsync(said);
        await Picture(hand, "year-mistakes");
        await hand.Give("2026年度汇总表.xlsx", YearTables.Annual(template, mistakes: false));
        await hand.Press("重新上传");
        await hand.Press("确认导入");
        await Assertions.Expect(hand.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("新记");
    }

    /// <summary>Three departments' lists, each with a mistake: a count below nothing, no document, a day that no month has.</summary>
    private static async Task ImportLists(Hand hand)
    {
        await Import(hand, "成功调解纠纷", d => YearTables.List("成功调解纠纷", i => d && i == 3 ? -2 : 6 - i / 3, "澜司函〔2026〕41号"), "-2");
        await Import(hand, "参与网格、综治或社区服务", d => YearTables.List("参与网格、综治或社区服务", i => 4 - i / 4, d ? "" : "澜民函〔2026〕17号"), "文号");
        await Import(hand, "应急物资或志愿支援", d => YearTables.List("应急物资或志愿支援", i => i < 8 ? 2 : CellValue.Empty, "澜应急函〔2026〕9号",
            i => d && i == 0 ? "2026年6月31日" : "2026-06-30"), "6月31日");
    }

    private static async Task Import(Hand hand, string title, Func<bool, byte[]> list, string mistake)
    {
        await hand.Go("导入导出");
        await hand.Give($"{title}.xlsx", list(true));
        await hand.Press("上传并检查");
        await Assertions.Expect(hand.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("什么都没有写入");
        await Assertions.Expect(hand.Page.Locator("main")).ToContainTextAsync(mistake);
        await hand.Give($"{title}.xlsx", list(false));
        await hand.Press("重新上传");
        await Assertions.Expect(hand.Page.Locator("main")).ToContainTextAsync($"部门清单：{title}");
        await hand.Press("确认导入");
        await Assertions.Expect(hand.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("新记");
    }

    private static async Task LookAtACard(Hand hand)
    {
        await hand.Go("商会");
        await Picture(hand, "year-chambers");
        await hand.Follow(YearTables.Names[0]);
        await Assertions.Expect(hand.Page.Locator("main")).ToContainTextAsync("优秀");
        await Picture(hand, "year-card");
    }

    private static async Task<string> ToTheNotice(Hand hand)
    {
        await hand.Go("年度评价");
        await hand.Press("开始");
        var round = new Uri(hand.Page.Url).Segments[^1];
        await hand.PressAndArrive("锁定", "#vetting #bodies");
        var page = hand.Page;
        await page.Locator("#vetting #bodies").FillAsync("县市场监管局\n县税务局");
        await hand.Press("登记", page.Locator("#vetting"));
        await hand.Click(page.Locator("#vetting form").Last.GetByRole(AriaRole.Button, new() { Name = "登记" }));
        await page.Locator("#notice #place").FillAsync("县政府网站");
        await hand.PressAndArrive("登记公示", "#objections summary");
        await Assertions.Expect(page.Locator("#notice")).ToContainTextAsync("2027年1月12日止");
        await Picture(hand, "year-notice");
        return round;
    }

    /// <summary>Somebody's disputes were forgotten: it gains points and a place, and the one before it loses its place.</summary>
    private static async Task Object(Hand hand)
    {
        var page = hand.Page;
        await hand.Click(page.Locator("#objections summary"));
        await hand.Choose("#about", YearTables.Names[13]);
        await page.Locator("#who").FillAsync("竹园镇商会秘书长");
        await page.Locator("#what").FillAsync("漏记了一件调解");
        await hand.Press("登记", page.Locator("#objections"));
        await hand.Follow("需要补录的，先在这里补录");
        await hand.Choose("#kind", "成功调解纠纷");
        await hand.Press("下一步");
        await page.Locator("#count").FillAsync("1");
        await page.Locator("#on").FillAsync("2026-11-20");
        await hand.Press("保存");
        await hand.Follow("回到异议处理");
        await page.Locator(".objection #reason").FillAsync("经核查属实");
        await hand.PressAndArrive("采纳并重算", ".objection tbody tr");
        Assert.Equal(2, await page.Locator(".objection tbody tr").CountAsync());
        await page.Locator("#notice #place").FillAsync("县政府网站");
        await hand.PressAndArrive("登记公示", "#notice.step-waiting");
        await Assertions.Expect(page.Locator("#notice .state")).ToHaveTextAsync("等待中");
    }

    private async Task SignIn(Hand hand)
    {
        await hand.Open(_opened.ToString());
        await hand.Page.GetByLabel("姓名或账号").FillAsync("经办人");
        await hand.Page.GetByLabel("密码").FillAsync(RealServer.Password);
        await hand.Press("登录");
    }

    private static async Task DecideAndSeal(Hand hand)
    {
        var page = hand.Page;
        await page.Locator("#minutes").FillAsync("〔2027〕1号");
        await hand.Click(page.Locator("#decision fieldset").First.Locator("input[type=checkbox]:checked").First);
        await page.Locator("#decision fieldset").First.Locator("input[maxlength]").First.FillAsync("因欠缴会费，本年暂不推荐");
        await hand.PressAndArrive("确定", "#decision.step-done");
        await Assertions.Expect(page.Locator("#decision")).ToContainTextAsync("因欠缴会费，本年暂不推荐");
        await hand.PressAndArrive("封存", "#seal.step-done");
        await Assertions.Expect(page.Locator("#seal")).ToContainTextAsync("已封存");
        await Picture(hand, "year-sealed");
    }

    /// <summary>What must be read in each paper: whom the meeting chose and whom not, who objected, until when the notice ran.</summary>
    private static readonly (string Paper, string[] Says)[] Papers =
    [
        ("申报（自评）表", ["自评分", "M1", "签名（盖章）"]), ("征求意见函和回执", ["县市场监管局", "县税务局", "枫渚镇商会"]),
        ("汇总表（A3）", ["枫渚镇商会", "100", "竹园镇商会", "27.1"]), ("公示", ["芦漪镇商会", "2027年1月12日"]),
        ("公示情况说明", ["竹园镇商会", "采纳，已重新计算", "第二次"]), ("会议议题材料", ["枫渚镇商会", "青石镇商会"]),
        ("通报", ["芦漪镇商会", "〔2027〕1号"]), ("情况汇报", ["评价范围内商会15家", "采纳1件", "会议调整1处"]),
    ];

    private static void EveryPaperSaysWhatItShould(byte[] packed)
    {
        using var zip = new ZipArchive(new MemoryStream(packed));
        var texts = zip.Entries.ToDictionary(e => e.FullName, TextOf);
        Assert.Equal(8 + 15, texts.Count);
        foreach (var (paper, says) in Papers)
        {
            var text = texts[$"{Called} {paper}.docx"];
            foreach (var words in says) Assert.Contains(words, text, StringComparison.Ordinal);
        }
        foreach (var (name, place) in YearTables.Names.Select((n, i) => (n, i)))
        {
            var slip = texts[$"致商会得分反馈单/{Called} 致商会得分反馈单 {name}.docx"];
            Assert.Contains(name, slip, StringComparison.Ordinal);
            Assert.DoesNotContain(YearTables.Names[(place + 1) % YearTables.Names.Count], slip, StringComparison.Ordinal);
        }
        // Why the meeting passed somebody over is for the meeting and that chamber, not for everybody's announcement.
        Assert.DoesNotContain("因欠缴会费", texts[$"{Called} 通报.docx"], StringComparison.Ordinal);
    }

    private static string TextOf(ZipArchiveEntry entry)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Bytes(entry)), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document));
        return document.MainDocumentPart!.Document.Body!.InnerText;
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var kept = new MemoryStream();
        stream.CopyTo(kept);
        return kept.ToArray();
    }

    /// <summary>Pages that only a county that has come so far shows, at both widths, and for people who cannot see or point.</summary>
    private async Task EveryPageOfTheYearFits(string round)
    {
        foreach (var width in (int[])[1280, 390])
        {
            var page = await Window(width, scripts: true);
            await SignIn(new Hand(page));
            await page.GetByRole(AriaRole.Button, new() { Name = "换到 2026 年度" }).ClickAsync();
            await page.GotoAsync("/imports");
            var undo = await page.GetByRole(AriaRole.Link, new() { Name = "撤销这次导入" }).First.GetAttributeAsync("href");
            await page.GotoAsync($"/chambers/{YearTables.County}014");
            var reverse = await page.GetByRole(AriaRole.Link, new() { Name = "更正" }).First.GetAttributeAsync("href");
            foreach (var (name, path) in ((string, string)[])[("round", $"/rounds/{round}"), ("uses", $"/rounds/{round}/uses"),
                ("start", "/start"), ("undo", undo!), ("reverse", reverse!), ("imports", "/imports"), ("rounds", "/rounds"),
                ("card", $"/chambers/{YearTables.County}014")])
            {
                Assert.Equal(200, (await page.GotoAsync(path))!.Status);
                var beyond = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
                Assert.True(beyond <= 0, $"{name} scrolls sideways");
                await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"year-{name}-{width}"), FullPage = true });
                if (Browser.HasAxe) Assert.Empty(await EveryPageTests.Findings(page));
            }
        }
    }

    /// <summary>The county puts its pages on the network and hands a link to a chamber, which reads it on a phone and at a desk.</summary>
    private async Task AChamberSeesItsSealedCard()
    {
        using var certificate = new CertificateFile();
        Assert.Equal(0, await _program.Close());
        // A machine without a network has nobody to put the pages on it for.
        string[] lan = LanTests.Outer is not { } outer ? [] : ["--desk", "--lan", "--listen", "0.0.0.0:0", "--hosts",
            $"localhost,127.0.0.1,{outer}", "--certificate", certificate.Path, "--certificate-password-file", certificate.PasswordFile];
        var hand = new Hand(await DoubleClick(new DateTimeOffset(2027, 1, 15, 2, 0, 0, TimeSpan.Zero), lan));
        await SignIn(hand);
        await hand.Page.GotoAsync("/chamber-links");
        Assert.Equal(lan.Length == 0 ? 1 : 0, await hand.Page.Locator("main .warn").CountAsync());
        await hand.Press($"给 {YearTables.Names[13]} 发放链接");
        var link = await hand.Page.Locator("textarea.handed-on").InputValueAsync();
        Assert.StartsWith(_opened.GetLeftPart(UriPartial.Authority), link, StringComparison.Ordinal);
        foreach (var width in (int[])[390, 1280])
        {
            var page = await Window(width, scripts: true);
            Assert.Equal(200, (await page.GotoAsync(link))!.Status);
            var said = await page.Locator("main").InnerTextAsync();
            foreach (var words in (string[])["2026 年度积分卡", $"已经年度评价确认（{Called}，2027年1月14日封存）", "27.1", "成功调解纠纷"])
                Assert.Contains(words, said, StringComparison.Ordinal);
            foreach (var other in YearTables.Names.Where(n => n != YearTables.Names[13]).Append("台账现在").Append("位次"))
                Assert.DoesNotContain(other, said, StringComparison.Ordinal);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
            await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"year-chamber-{width}"), FullPage = true });
            if (Browser.HasAxe) Assert.Empty(await EveryPageTests.Findings(page));
            await page.GetByRole(AriaRole.Link, new() { Name = "看 2027 年度" }).ClickAsync();
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2027 年度积分卡");
        }
    }

    private static Task Picture(Hand hand, string name) =>
        hand.Page.ScreenshotAsync(new PageScreenshotOptions { Path = EveryPageTests.PictureOf(name), FullPage = true });
}
