using System.Text.Json;

namespace MicroPoints.Cli.Tests.County;

/// <summary>Chambers come, change their names, merge, divide and end.</summary>
public sealed class RegisterTests
{
    [Fact]
    public async Task Importing_the_register_again_adds_nobody()
    {
        using var desk = await Desk.WithChambers();
        var again = (await desk.Does("chambers import chambers.csv --output json")).Json;
        Assert.Equal((3, 0, 3), (Int(again, "rows"), Int(again, "registered"), Int(again, "existed")));
    }

    [Fact]
    public async Task A_new_name_holds_from_its_day()
    {
        using var desk = await Desk.WithChambers();
        await desk.Does("chambers rename c-01 新青石商会 --on 2026-05-01");
        Assert.Equal("新青石商会", await Property(desk, "c-01", "name"));
        Assert.Equal("青石镇商会", await Property(desk, "c-01", "name", "--as-of 2026-04-30"));
    }

    [Fact]
    public async Task A_merger_carries_what_was_done_and_closes_the_old_ledgers()
    {
        using var desk = await Lenient.Desk();
        const string merger = "chambers merge c-01 c-02 --into c-20 --name 合并商会 --region 990101101 --on 2026-07-01";
        await desk.Does(merger);
        Assert.Equal("c-20", await Property(desk, "c-01", "successors"));
        Assert.Contains("22", (await desk.Does("scorecard c-20")).Out);
        (await desk.Run("activities record --chamber c-01 --kind member.visited --on 2026-08-01 --count 1"))
            .No("chamber-merged", "c-20");
        Assert.Contains("未重复办理", (await desk.Does(merger)).Out);
    }

    [Fact]
    public async Task A_split_gives_each_successor_what_it_is_allocated()
    {
        using var desk = await Lenient.Desk();
        desk.Write("new.csv", "id,name,kind,region\nc-31,甲镇商会,township,990101103\nc-32,乙镇商会,township,990101104\n");
        await desk.Does("chambers import new.csv");
        await desk.Does("chambers split c-01 --into c-31=v --into c-32 --on 2026-07-01");
        Assert.Equal("c-31 c-32", await Property(desk, "c-01", "successors"));
        Assert.Equal(("12", "0"), (await Visits(desk, "c-31"), await Visits(desk, "c-32")));
    }

    [Fact]
    public async Task A_dissolved_chamber_takes_no_more()
    {
        using var desk = await Desk.WithChambers();
        await desk.Does("chambers dissolve c-03 --on 2026-06-30");
        Assert.Equal("False", await Property(desk, "c-03", "alive"));
        (await desk.Run("activities record --chamber c-03 --kind member.visited --on 2026-07-01 --count 1"))
            .No("chamber-dissolved");
    }

    [Fact]
    public async Task Standings_of_a_day_in_the_past_still_know_the_old_names()
    {
        using var desk = await Desk.WithChambers();
        await desk.Does("chambers rename c-02 新白沙商会 --on 2026-05-01");
        Assert.Contains("白沙镇商会", (await desk.Does("standings --scope 990101 --as-of 2026-04-30")).Out);
        Assert.Contains("新白沙商会", (await desk.Does("standings --scope 990101 --as-of 2026-05-01")).Out);
    }

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static async Task<string> Property(
        Desk desk, string chamber, string property, string when = "--scope 990101") =>
        (await desk.Does($"chambers list {when} --output json")).Json.GetProperty("chambers").EnumerateArray()
            .Single(c => c.GetProperty("id").GetString() == chamber).GetProperty(property).ToString();

    private static async Task<string> Visits(Desk desk, string chamber) =>
        (await desk.Does($"scorecard {chamber} --output json")).Json.GetProperty("lines").EnumerateArray()
            .Single(l => l.GetProperty("id").GetString() == "M1").GetProperty("counted").GetString()!;

    [Fact]
    public async Task A_merger_restates_what_holds_for_the_successor()
    {
        using var desk = await Desk.WithChambers();
        await desk.Does("chambers merge c-01 --into c-02 --on 2026-07-01 --state party.coverage=instructor");
        var lines = (await desk.Does("scorecard c-02 --output json")).Json.GetProperty("lines");
        var party = lines.EnumerateArray().Single(l => l.GetProperty("id").GetString() == "P1");
        Assert.Equal("3", party.GetProperty("points").GetString());
    }
}
