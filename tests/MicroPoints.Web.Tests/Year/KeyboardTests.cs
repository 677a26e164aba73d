using System.Text;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>What a clerk does most, without a mouse.</summary>
public sealed class KeyboardTests(DeskServer server) : IClassFixture<DeskServer>
{
    [Fact]
    public async Task One_activity_is_recorded()
    {
        var page = await server.Clerk();
        var keys = new Keyboard(page);
        await keys.Press(keys.Link("录入"));
        await keys.Choose(keys.Field("chamber"), "990101108");
        await keys.Choose(keys.Field("kind"), "member.visited");
        await keys.Press(keys.Button("下一步"));
        await keys.Type(keys.Field("count"), "2");
        await keys.Press(keys.Button("保存"));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已");
    }

    [Fact]
    public async Task A_table_is_imported()
    {
        var page = await server.Clerk();
        var keys = new Keyboard(page);
        await keys.Press(keys.Link("导入导出"));
        await keys.Give(keys.Field("file"), "汇总.csv", Encoding.UTF8.GetBytes("商会名称,M3\n澜屏县芦漪镇商会,1\n"));
        await keys.Press(keys.Button("上传并检查"));
        await keys.Press(keys.Button("确认导入"));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("新记 1 条");
    }
}
