using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Rulesets;

namespace MicroPoints.Web.Tests;

/// <summary>Lines that rules read are registered in their form, corrected in their words and days, and hostile ones are text.</summary>
public sealed class RegisterLinesTests(RealServer server) : IClassFixture<RealServer>
{
    private const string Path = $"/chambers/{RealServer.Chamber}/register", Members = "line-members", MembersOn = "line-on-members",
        Industry = "line-industry", IndustryOn = "line-on-industry";

    private async Task<Visitor> Clerk()
    {
        var workspace = server.Workspace;
        if (workspace.Regions.AdoptionOf("classified-management", RealServer.County, AsOf.On(workspace.Today)) is null)
            Assert.IsType<Runtime.Answer.Recorded>(await workspace.Adopt(RealServer.County, new AdoptRuleset(new EntryId("adopt-it"),
                (await workspace.Library.Published(workspace.Log, workspace.Kinds, default)).First(r => r.Id == "classified-management"),
                new DateOnly(2026, 1, 1), new Dictionary<string, SettingValue>()),
                new Actor(new ActorId("founder"), Role.Approver, RegionCode.Nation), default));
        return await server.SignedIn(Role.Clerk);
    }

    private async Task<Chamber> Registered() => (await server.Workspace.Chambers.View(new ChamberId(RealServer.Chamber),
        Period.Year(server.Workspace.Today.Year), AsOf.On(server.Workspace.Today), default)).Register!;

    private async Task<string?> On(string attribute, string day) =>
        (await Registered()).AttributeOn(attribute, DateOnly.ParseExact(day, "yyyy-MM-dd"));

    [Fact]
    public async Task A_day_alone_is_moved_either_way_and_other_lines_stay_as_they_are()
    {
        var clerk = await Clerk();
        Assert.Contains("已保存", (await clerk.Submit(Path, "lines", (Members, "120"), (MembersOn, "2026-04-01"),
            (Industry, "logistics"), (IndustryOn, "2026-02-01"))).Words, StringComparison.Ordinal);
        Assert.Contains("没有变化", (await clerk.Submit(Path, "lines", (Members, "120"), (Industry, "logistics"))).Words,
            StringComparison.Ordinal);
        var moved = await clerk.Submit(Path, "lines", (Members, "120"), (MembersOn, "2026-06-01"), (Industry, "logistics"));
        Assert.Contains("已登记从 2026-06-01 起", moved.Words, StringComparison.Ordinal);
        Assert.Contains("物流", moved.Words, StringComparison.Ordinal);
        Assert.Null(await On("members", "2026-05-31"));
        Assert.Equal("120", await On("members", "2026-06-01"));
        Assert.Contains("已登记从 2026-01-15 起", (await clerk.Submit(Path, "lines", (Members, "120"), (MembersOn, "2026-01-15"),
            (Industry, "logistics"))).Words, StringComparison.Ordinal);
        Assert.Equal("120", await On("members", "2026-01-15"));
        Assert.Equal(("logistics", null), (await On("industry", "2026-02-01"), await On("industry", "2026-01-31")));
    }

    [Theory]
    [InlineData("很多", "2026-03-01", "请填数字")]
    [InlineData("130", "", "请填从哪天起")]
    [InlineData("130", "2199-01-01", "在今天之后")]
    [InlineData("", "2026-03-01", "没有填内容")]
    public async Task A_line_that_is_not_right_is_told_beside_its_field_and_nothing_is_saved(string members, string on, string said)
    {
        const string second = "/chambers/c-02/register";
        var clerk = await Clerk();
        var before = await server.Heads();
        var refused = (await clerk.Submit(second, "lines", (Chamber.RegisteredOn, "2020-01-01"), (Members, members), (MembersOn, on),
            (Industry, "nothing-listed"), (IndustryOn, "2026-02-01"))).Words;
        Assert.Contains(said, refused, StringComparison.Ordinal);
        Assert.Contains("请从列出的当中选一个", refused, StringComparison.Ordinal);
        Assert.Equal(before, await server.Heads());
    }

    [Fact]
    public async Task A_value_that_the_rules_no_longer_list_stays_and_keeps_no_other_line_from_being_saved()
    {
        const string second = "/chambers/c-02/register";
        var clerk = await Clerk();
        Assert.IsType<Runtime.Answer.Recorded>(await server.Workspace.Register.Set(new ChamberId("c-02"),
            [new Runtime.RegisterLine("industry", "steam", new DateOnly(2026, 1, 10))],
            new Actor(new ActorId("earlier"), Role.Approver, RegionCode.Nation), default));
        Assert.Contains("value=\"steam\" selected", (await clerk.Get(second)).Text, StringComparison.Ordinal);
        Assert.Contains("已保存", (await clerk.Submit(second, "lines", (Members, "77"), (MembersOn, "2026-02-02"),
            (Industry, "steam"))).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script>alert")]
    [InlineData("\"onmouseover=\"alert(1)", "\"onmouseover")]
    [InlineData("=cmd|' /C calc'!A0", "<script>alert")]
    public async Task Hostile_text_is_text_in_every_field(string hostile, string alive)
    {
        var clerk = await Clerk();
        var approver = await server.SignedIn();
        foreach (var seen in (Seen[])[
            await clerk.Submit(Path, "rename", ("name", $"{hostile} "), ("name-on", hostile)),
            await clerk.Submit(Path, "rename", ("name", hostile), ("name-on", "2026-01-01")),
            await clerk.Submit(Path, "lines", (Chamber.RegisteredOn, hostile), (Members, hostile), (MembersOn, hostile),
                (Industry, hostile), (IndustryOn, hostile)),
            await approver.Submit(Path, "dissolve", ("end-on", hostile), ("why", hostile), ("sure", hostile)),
            await clerk.Get(Path), await clerk.Get($"/chambers/{RealServer.Chamber}")])
        {
            Assert.Equal(200, seen.Status);
            Assert.DoesNotContain(alive, seen.Text, StringComparison.Ordinal);
            Assert.Contains(hostile, seen.Words, StringComparison.Ordinal);
        }
        Assert.Equal(hostile, (await Registered()).Name);
        await clerk.Submit(Path, "rename", ("name", RealServer.Name), ("name-on", "2026-01-01"));
    }
}
