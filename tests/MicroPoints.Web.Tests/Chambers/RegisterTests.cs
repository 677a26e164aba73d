using System.Text;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using MicroPoints.Server;

namespace MicroPoints.Web.Tests;

/// <summary>Putting chambers on the register: everything that is wrong is told at once, and nothing is written until it is right.</summary>
public sealed class RegisterTests(RegisterTests.RealCounty server) : IClassFixture<RegisterTests.RealCounty>
{
    private const string Path = "/chambers/register";

    /// <summary>A desk of a county that the list of townships knows.</summary>
    public sealed class RealCounty : RealServer
    {
        internal override ServerOptions Options => base.Options with { Scope = new RegionCode("110101") };
    }

    private async Task<Visitor> Clerk()
    {
        var account = await server.Workspace.Accounts.Open(new NewAccount(null, $"某人 {Guid.NewGuid():n}", Role.Approver,
            RegionCode.Nation), new Actor(new ActorId("founder"), Role.Approver, RegionCode.Nation), default);
        var (_, secret) = await server.Workspace.Accounts.IssueLink(account.Id,
            new Actor(new ActorId("founder"), Role.Approver, RegionCode.Nation), default);
        var visitor = server.Visitor();
        await visitor.Submit($"/set-password/{secret}", "set-password", ("password", RealServer.Password), ("again", RealServer.Password));
        return visitor;
    }

    [Fact]
    public async Task Every_bad_field_of_every_row_of_a_table_is_told_with_where_it_stands()
    {
        var (clerk, heads) = (await Clerk(), await server.Heads());
        var told = (await clerk.Upload(Path, "table", "名册.csv", Encoding.UTF8.GetBytes("商会名称,区划代码,成立日期,编号\n"
            + "青石\u200B镇商会,110101999,昨天,a\n白水镇商会,110101001,2030-01-01,b\n白水镇 商会,110101001,,c\n"))).Words;
        Assert.All((string[])["有 5 处", "第 2 行“名称”：名称第 3 个字符看不见", "第 2 行“地区”：清单里没有代码 110101999", "第 2 行“成立日期”：“昨天”不是日期",
            "第 3 行“成立日期”：2030-01-01 在今天之后", "第 4 行“名称”：看起来与第 3 行的“白水镇商会”一样", "name=\"unlisted\""],
            s => Assert.Contains(s, told, StringComparison.Ordinal));
        Assert.Equal(heads, await server.Heads());
    }

    [Fact]
    public async Task A_code_that_the_list_lacks_is_registered_once_it_is_said_to_be_right()
    {
        var clerk = await Clerk();
        (string, string)[] one = [("name", "新设街道商会"), ("kind", "street"), ("region", "110101998")];
        Assert.Contains("清单里没有代码 110101998", (await clerk.Submit(Path, "one", one)).Words, StringComparison.Ordinal);
        Assert.Contains("新登记 1 家", (await clerk.Submit(Path, "one", [.. one, ("unlisted", "yes")])).Words, StringComparison.Ordinal);
        var table = Encoding.UTF8.GetBytes("商会名称,区划代码\n新设镇商会,110101997\n");
        Assert.Contains("清单里没有代码", (await clerk.Upload(Path, "table", "a.csv", table)).Words, StringComparison.Ordinal);
        Assert.Contains("新登记 1 家", (await clerk.Upload(Path, "table", "a.csv", table, ("unlisted", "yes"))).Words,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_bad_field_of_one_chamber_is_told_beside_it()
    {
        var told = (await (await Clerk()).Submit(Path, "one",
            ("name", "青石\u2060镇商会"), ("kind", "street"), ("region", "99"), ("founded", "昨天"))).Words;
        Assert.All((string[])["有 3 处", "id=\"name-problem\"", "id=\"region-problem\"", "id=\"founded-problem\"", "U+2060"],
            s => Assert.Contains(s, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Townships_whose_names_look_the_same_are_told_apart_first()
    {
        var (clerk, heads) = (await Clerk(), await server.Heads());
        var told = (await clerk.Submit(Path, "places", ("take", "110101002"), ("take", "110101003"),
            ("name-110101002", "联合商会"), ("name-110101003", "联合　商会"))).Words;
        Assert.Contains("看起来与", told, StringComparison.Ordinal);
        Assert.Equal(heads, await server.Heads());
    }
}
