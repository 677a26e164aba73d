namespace MicroPoints.Cli.Tests.County;

/// <summary>Vetting, notice, objections and papers by hand, and what an annual round refuses before its day.</summary>
public sealed class CeremonyTests
{
    private static readonly string Today = Calendar.Text(Calendar.DayOf(DateTimeOffset.UtcNow)),
        Later = Calendar.Text(Calendar.DayOf(DateTimeOffset.UtcNow).AddDays(60));

    private static readonly string Ask = $"round vet ask year --body 县税务局 --letter-on {Today}",
        Reply = $"round vet reply year --body 县税务局 --reply no-objection --on {Today}",
        Notice = $"round notice year --place 公告栏 --posted {Today} --confirm-last-day {Later}",
        Object = $"round object year o-1 --on {Today} --who 白沙镇商会张三 --what 漏记走访 --chamber c-02",
        Decide = $"round decide year --meeting 主席办公会 --on {Today} --minutes 1";

    private static async Task<Desk> Opened(string purpose)
    {
        var desk = await Lenient.Desk();
        await desk.Does($"round open year --scope 990101 --period 2026 --purpose {purpose}");
        await desk.Does("round lock year");
        return desk;
    }

    private static async Task<string[]> States(Desk desk) =>
        [.. (await desk.Does("round steps year --output json")).Json.GetProperty("steps").EnumerateArray()
            .Select(s => s.GetProperty("state").GetString()!)];

    [Fact]
    public async Task An_annual_round_refuses_each_step_before_its_day_and_says_which()
    {
        using var desk = await Opened("annual");
        (await desk.Run(Notice)).No("vetting-incomplete", "no body was asked");
        await desk.Does(Ask);
        (await desk.Run(Decide)).No("vetting-incomplete", "县税务局");
        await desk.Does(Reply);
        (await desk.Run(Decide)).No("notice-missing");
        Assert.Contains(Later, (await desk.Does(Notice)).Out);
        Assert.Equal(["done", "done", "waiting", "waiting", "blocked", "blocked"], await States(desk));
        (await desk.Run(Decide)).No("notice-running", Later);
        (await desk.Run("activities record --chamber c-02 --id late --kind member.visited --on 2026-04-12 --count 5"))
            .No("period-closed");
    }

    [Fact]
    public async Task An_accepted_objection_lists_who_moved_and_asks_for_a_new_notice()
    {
        using var desk = await Opened("annual");
        foreach (var line in (string[])[Ask, Reply, Notice, Object,
            $"activities late-window c-02 --period 2026 --through {Later} --reason 异议核查",
            "activities record --chamber c-02 --id late --kind cooperation.matched --on 2026-04-12 --count 1"]) await desk.Does(line);
        var moved = (await desk.Does("round answer year o-1 --admit c-02:late --reason 经核查属实 --output json")).Json.GetProperty("moved");
        Assert.Equal("c-02", moved[0].GetProperty("chamber").GetString());
        Assert.Equal((2, 1), (moved[0].GetProperty("before").GetProperty("place").GetInt32(),
            moved[0].GetProperty("after").GetProperty("place").GetInt32()));
        Assert.Equal("c-01", moved[1].GetProperty("chamber").GetString());
        Assert.Contains("2 → 1", (await desk.Does("round moved year --objection o-1")).Out);
        Assert.Equal("open", (await States(desk))[2]);
        (await desk.Run(Decide)).No("notice-outdated", "c-02");
        await desk.Does(Notice.Replace("公告栏", "网站"));
        Assert.Contains("没有变动", (await desk.Does("round moved year")).Out);
    }

    [Fact]
    public async Task A_rehearsal_skips_what_it_likes_but_gives_nothing_to_a_chamber_on_hold()
    {
        using var desk = await Opened("rehearsal");
        await desk.Does(Ask);
        await desk.Does($"round vet reply year --body 县税务局 --reply objection --on {Today} --chamber c-01 --reason 欠税未缴");
        (await desk.Run(Decide)).No("chamber-on-hold", "c-01", "县税务局");
        await desk.Does("round vet release year c-01 --body 县税务局 --reason 已补缴");
        await desk.Does(Decide);
        await desk.Does("round seal year");
        await desk.Does("round replay data/proofs/year.zip");
        Assert.Equal(["done", "done", "skipped", "skipped", "done", "done"], await States(desk));
    }

    [Fact]
    public async Task Each_verb_again_is_recognised()
    {
        using var desk = await Opened("rehearsal");
        desk.Write("scan.jpg", "scan");
        string[] lines = [Ask, Reply, Notice, Object, "round answer year o-1 --reject --reason 无记录",
            "round attach year scan.jpg --kind notice --note 公告栏照片"];
        foreach (var line in lines) await desk.Does(line);
        foreach (var line in lines) Assert.Contains("未重复登记", (await desk.Does(line)).Out);
        var shown = (await desk.Does("round show year")).Out;
        foreach (var what in (string[])["无异议", "公告栏照片", "张三", "不成立", Later]) Assert.Contains(what, shown);
        Assert.Equal("noticed", (await desk.Does("round show year --output json")).Json.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("round answer year o-1 --reason 无", "--reject")]
    [InlineData("round answer year o-1 --reason 无 --reject --admit c-02:late", "--reject")]
    [InlineData("round answer year o-1 --reason 无 --admit late", "CHAMBER:ENTRY")]
    [InlineData("round attach year nowhere.jpg --kind notice", "there is no file nowhere.jpg")]
    [InlineData("round attach year sha256:abc --kind notice", "64")]
    [InlineData("round attach year sha256:abc --kind photo", "photo")]
    [InlineData("round vet reply year --body 县税务局 --reply maybe --on 2026-12-01", "maybe")]
    public async Task What_cannot_be_read_is_said(string line, string says)
    {
        using var desk = await Opened("rehearsal");
        (await desk.Run(line)).CouldNotRun(says);
    }
}
