namespace MicroPoints.Cli.Tests.Remote;

/// <summary>What an operator does while a server holds the directory: keys, the calendar, questions over all chambers.</summary>
public sealed class WhileServedTests
{
    private static Task<ServedDesk> Served() => ServedDesk.Of(new Desk().Write("chambers.csv", Desk.ChambersCsv)
        .Write("holidays.csv", File.ReadAllBytes(Path.Combine(Repository.Root, "rulesets", "holidays.csv"))),
        "chambers import chambers.csv", "keys add --role approver --scope 00 --id nation --key-file nation.key",
        "activities record --chamber c-01 --id v --kind member.visited --on 2026-03-01 --count 12",
        "activities record --chamber c-02 --id v --kind member.visited --on 2026-03-02 --count 10");

    [Fact]
    public async Task Keys_are_issued_listed_and_revoked()
    {
        await using var served = await Served();
        Assert.Matches("^mp_board_[A-Za-z0-9_-]{43}\r?\n$",
            (await served.Run("keys", "add", "--role", "reader", "--scope", "990101", "--id", "board", "--label", "看板")).Fine().Out);
        (await served.Run("keys", "add", "--role", "clerk", "--scope", "990101", "--id", "desk", "--key-file", "desk.key")).Fine();
        (await served.Run("standings", "--api-key", "@desk.key")).Fine();
        (await served.Run("keys", "add", "--role", "clerk", "--scope", "990101", "--id", "desk")).No("exists-with-different-content");
        (await served.Run("keys", "add", "--role", "clerk", "--scope", "990202", "--key-file", "far.key")).No("region-unknown");
        Assert.False(File.Exists(served.Desk.PathOf("far.key")));
        Assert.Contains("看板", (await served.Run("keys", "list")).Fine().Out);
        Assert.Contains("已登记", (await served.Run("keys", "revoke", "desk", "--reason", "换人")).Fine().Out);
        Assert.Contains("未重复登记", (await served.Run("keys", "revoke", "desk", "--reason", "换人")).Fine().Out);
        (await served.Run("keys", "revoke", "desk", "--reason", "遗失")).No("key-already-revoked");
        (await served.Run("standings", "--api-key", "@desk.key")).CouldNotRun("key-required");
    }

    [Fact]
    public async Task The_calendar_is_put_in_force_and_shown()
    {
        await using var served = await Served();
        (await served.Run("calendar", "show")).No("no calendar is imported");
        (await served.Run("calendar", "import", "holidays.csv")).No("not-an-authority");
        string[] nation = ["--api-key", "@nation.key"];
        Assert.Contains("已登记", (await served.Run(["calendar", "import", "holidays.csv", .. nation])).Fine().Out);
        Assert.Contains("未重复登记", (await served.Run(["calendar", "import", "holidays.csv", .. nation])).Fine().Out);
        Assert.Contains("2018–2026，共 320 天", (await served.Run("calendar", "show")).Fine().Out);
        Assert.Equal(39, (await served.Run("calendar", "show", "2026", "--output", "json")).Fine()
            .Json.GetProperty("days").GetArrayLength());
        (await served.Run("calendar", "show", "2030")).No("covers 2018–2026, not 2030");
    }

    [Fact]
    public async Task Activities_are_found_as_in_a_directory_page_by_page()
    {
        await using var served = await Served();
        var first = (await served.Run("activities", "find", "--limit", "1", "--output", "json")).Fine().Json;
        Assert.Equal("12", first.GetProperty("activities")[0].GetProperty("number").GetString());
        var rest = (await served.Run("activities", "find", "--after", first.GetProperty("next").GetString()!, "--limit", "1")).Fine().Out;
        Assert.Contains("c-02", rest);
        Assert.DoesNotContain("c-01", rest);
        (await served.Run("activities", "find", "--after", "here")).No("cursor-invalid");
        var there = (await served.Run("activities", "find", "--from", "2026-03-02")).Fine().Out;
        await served.Stop();
        Assert.Equal((await served.Desk.Does("activities find --from 2026-03-02 --data served")).Out, there);
    }
}
