using System.Text;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A county of many chambers, whose table takes a while, and whose pages wait for nothing.</summary>
public sealed class CountyOfMany : RealServer
{
    public const int Many = 1_200;
    public const string FileName = "年度汇总表.csv";
    private static readonly string[] Columns = ["M1", "M2", "M3", "E1", "E2", "E4", "G2", "G3", "G4", "V2", "N2", "N3", "X1"];

    public static int Lines => Many * Columns.Length;

    internal override ServerOptions Options => base.Options with { PagesAnswerWithin = TimeSpan.Zero };

    public LongWorks Works => Running.Services.GetRequiredService<LongWorks>();

    public static ChamberId IdOf(int number) => new($"m-{number:0000}");

    /// <param name="more">Makes it another table.</param>
    public static byte[] Table(int more = 0) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, Many)
        .Select(i => $"{IdOf(i)},第{i}镇商会,{string.Join(',', Columns.Select(_ => 1 + more + i % 3))}\n")
        .Prepend($"商会编号,商会名称,{string.Join(',', Columns)}\n")));

    public async Task Register()
    {
        var founder = new Actor(new ActorId("founder"), Role.Approver, RegionCode.Nation);
        await Parallel.ForAsync(1, Many + 1, async (i, cancel) => Assert.IsType<Answer.Recorded>(await Workspace.Chambers.Run(
            IdOf(i), founder, new ChangeChamber(new RegisterChamber(
                new EntryId("register"), $"第{i}镇商会", "township", new RegionCode($"{County}{1 + i % 900:000}"), [], null)), cancel)));
    }

    /// <summary>A browser without script in which a clerk has signed in.</summary>
    public async Task<IPage> Clerk(Account account)
    {
        var page = await (await (await Browser.Get()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Running.Address,
            JavaScriptEnabled = false,
            Locale = "zh-CN",
        })).NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=who]", account.Id.Value);
        await page.FillAsync("[name=password]", Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        return page;
    }

    /// <summary>Up to the preview, from which one press imports.</summary>
    public static async Task Send(IPage page, byte[] table)
    {
        await page.GotoAsync("/imports");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload
        {
            Name = FileName,
            MimeType = "text/csv",
            Buffer = table,
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并检查" }).ClickAsync();
    }
}
