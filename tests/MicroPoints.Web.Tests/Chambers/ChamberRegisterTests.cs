using MicroPoints.Chambers;
using MicroPoints.Identity;

namespace MicroPoints.Web.Tests;

/// <summary>A chamber's lines of the register are corrected, and it is dissolved, by those who may.</summary>
public sealed class ChamberRegisterTests(RealServer server) : IClassFixture<RealServer>
{
    private const string Path = $"/chambers/{RealServer.Chamber}/register", Second = "/chambers/c-02/register";

    private string Today => Calendar.Text(server.Workspace.Today);

    private async Task<Chamber> Register(string id = RealServer.Chamber) => (await server.Workspace.Chambers.View(
        new ChamberId(id), Period.Year(server.Workspace.Today.Year), AsOf.On(server.Workspace.Today), default)).Register!;

    [Fact]
    public async Task A_clerk_renames_it_from_a_day_and_says_since_when_it_is_registered()
    {
        var clerk = await server.SignedIn(Role.Clerk);
        Assert.Contains($"href=\"{Path}\"", (await clerk.Get($"/chambers/{RealServer.Chamber}")).Text, StringComparison.Ordinal);
        var renamed = await clerk.Submit(Path, "rename", ("name", "青石新区商会"), ("name-on", "2026-01-01"));
        Assert.Contains("已保存", renamed.Words, StringComparison.Ordinal);
        Assert.Contains("曾用名", renamed.Words, StringComparison.Ordinal);
        Assert.Equal("青石新区商会", (await Register()).Name);
        Assert.Contains("没有变化", (await clerk.Submit(Path, "rename", ("name", "青石新区商会"), ("name-on", "2026-01-01"))).Words,
            StringComparison.Ordinal);
        Assert.Contains("已保存", (await clerk.Submit(Path, "lines", (Chamber.RegisteredOn, "2019-05-06"))).Words, StringComparison.Ordinal);
        Assert.Equal("2019-05-06", (await Register()).AttributeOn(Chamber.RegisteredOn, new DateOnly(2019, 5, 6)));
        Assert.Contains("不能清空", (await clerk.Submit(Path, "lines", (Chamber.RegisteredOn, ""))).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("白\u200B水乡商会", "看不见")]
    [InlineData("白水乡 商会", "看起来与名册上的")]
    [InlineData("白水乡商会", "同名")]
    [InlineData("", "请填商会名称")]
    public async Task A_name_that_nobody_could_tell_apart_is_refused_beside_its_field_with_the_bad_day(string name, string said)
    {
        var clerk = await server.SignedIn(Role.Clerk);
        var refused = (await clerk.Submit(Path, "rename", ("name", name), ("name-on", "2030-01-01"))).Words;
        Assert.Contains(said, refused, StringComparison.Ordinal);
        Assert.Contains("在今天之后", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("已保存", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_dissolved_by_an_approver_who_has_read_what_follows_with_a_day_and_a_reason()
    {
        await using var own = await SignInTests.Started();
        var (approver, clerk) = (await own.Server.SignedIn(), await own.Server.SignedIn(Role.Clerk));
        Assert.DoesNotContain("注销这家商会", (await clerk.Get(Second)).Words, StringComparison.Ordinal);
        await clerk.Submit(Second, "rename", ("name", "白水商会"), ("name-on", Today));
        (string, string)[] end = [("end-on", Today), ("why", "会员大会决议解散")];
        Assert.Contains("勾选确认", (await approver.Submit(Second, "dissolve", end)).Words, StringComparison.Ordinal);
        var bad = (await approver.Submit(Second, "dissolve", ("end-on", "昨天"), ("sure", "yes"))).Words;
        Assert.Contains("请填日期", bad, StringComparison.Ordinal);
        Assert.Contains("请写明为什么", bad, StringComparison.Ordinal);
        var done = (await approver.Submit(Second, "dissolve", [.. end, ("sure", "yes")])).Words;
        Assert.Contains("已注销", done, StringComparison.Ordinal);
        Assert.Contains("会员大会决议解散", done, StringComparison.Ordinal);
        Assert.DoesNotContain("注销这家商会", done, StringComparison.Ordinal);
        var reader = await own.Server.SignedIn(Role.Reader);
        var seen = (await reader.Get(Second)).Words;
        Assert.Contains("已注销", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("会员大会决议解散", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_change_the_register_sees_it_and_has_no_form()
    {
        var reader = await server.SignedIn(Role.Reader);
        var seen = (await reader.Get(Path)).Text;
        Assert.DoesNotContain("name=\"name-on\"", seen, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{Path}\"", (await reader.Get($"/chambers/{RealServer.Chamber}")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await reader.Get("/chambers/nobody/register")).Status);
    }
}
