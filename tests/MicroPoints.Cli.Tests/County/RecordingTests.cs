namespace MicroPoints.Cli.Tests.County;

/// <summary>A clerk records what chambers did.</summary>
public sealed class RecordingTests
{
    private const string Record = "activities record --chamber c-01 --id a-1 --on 2026-04-12 --kind ";

    [Theory]
    [InlineData("member.visited --count 3", "M1", "1.5")]
    [InlineData("volunteer.served --quantity 12.5", null, null)]
    [InlineData("member.satisfaction --answered 30 --satisfied 28 --asked 35", "M4", "6")]
    [InlineData("pledge.signed --done 20 --of 40", "I4", "1")]
    [InlineData("project.brokered --option signed --key 新能源配件厂", "V1", "2")]
    [InlineData("finance-rules.adopted --flag true", "I3", "1")]
    [InlineData("federation.awarded --points 1.5 --reason 组织会员抗旱送水", "J5", "1.5")]
    public async Task Each_measure_is_recorded_and_says_what_it_credits(
        string activity, string? indicator, string? points)
    {
        using var desk = await Desk.WithChambers();
        var answer = (await desk.Does($"{Record}{activity} --output json")).Json;
        Assert.Equal("recorded", answer.GetProperty("answer").GetString());
        var credited = answer.GetProperty("credited").EnumerateArray()
            .Select(l => (l.GetProperty("indicator").GetString(), l.GetProperty("counted").GetString()));
        Assert.Equal((indicator, points), credited.SingleOrDefault());
    }

    [Fact]
    public async Task The_same_again_answers_exists_with_the_first_answer()
    {
        using var desk = await Desk.WithChambers();
        var first = (await desk.Does(Record + "member.visited --count 3 --output json")).Json;
        var again = (await desk.Does(Record + "member.visited --count 3 --output json")).Json;
        Assert.Equal("exists", again.GetProperty("answer").GetString());
        foreach (var same in (string[])["sequence", "hash", "recorded"])
            Assert.Equal(first.GetProperty(same).ToString(), again.GetProperty(same).ToString());
    }

    [Fact]
    public async Task The_same_id_with_another_count_is_refused_by_name()
    {
        using var desk = await Desk.WithChambers();
        await desk.Does(Record + "member.visited --count 3");
        (await desk.Run(Record + "member.visited --count 4")).No("exists-with-different-count");
    }

    [Fact]
    public async Task Without_an_id_equal_activities_are_one_and_the_clerk_is_told()
    {
        using var desk = await Desk.WithChambers();
        await desk.Does("activities record --chamber c-01 --kind member.visited --on 2026-04-12 --count 3");
        var again = await desk.Does("activities record --chamber c-01 --kind member.visited --on 2026-04-12 --count 3");
        Assert.Contains("未重复登记", again.Out);
        Assert.Contains("--id", again.Out);
    }

    [Fact]
    public async Task A_reversal_takes_the_points_back_once()
    {
        using var desk = await Desk.WithChambers();
        await desk.Does(Record + "member.visited --count 3");
        var before = await Points(desk);
        await desk.Does("activities reverse --chamber c-01 --target a-1 --reason 重复登记");
        Assert.Equal(before - 1.5m, await Points(desk));
        Assert.Contains("已撤销", (await desk.Does("activities list c-01")).Out);
        (await desk.Run("activities reverse --chamber c-01 --target a-1 --id u-2 --reason 再来"))
            .No("entry-already-reversed");
    }

    [Fact]
    public async Task A_scorecard_answers_as_of_a_day_and_as_known_at_another()
    {
        using var desk = await Desk.WithChambers();
        var before = await Points(desk);
        await desk.Does(Record + "member.visited --count 3");
        Assert.Equal(before + 1.5m, await Points(desk));
        Assert.Equal(before, await Points(desk, "--as-of 2026-04-11"));
        Assert.Equal(before + 1.5m, await Points(desk, "--as-of 2026-04-12"));
        (await desk.Run("scorecard c-01 --known-at 2026-04-12")).No("was not on the register at 2026-04-12");
    }

    [Fact]
    public async Task Every_line_of_a_scorecard_has_its_clause()
    {
        using var desk = await Desk.WithChambers();
        var lines = (await desk.Does("scorecard c-01 --output json"))
            .Json.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(34, lines.Count);
        Assert.All(lines, l => Assert.NotEmpty(l.GetProperty("clause").GetString()!));
    }

    [Fact]
    public async Task What_does_not_apply_is_said_once_with_its_reason()
    {
        using var desk = await Desk.WithChambers();
        await desk.Does("rules not-applicable X1 --scope 990101 --period 2026 --reason 全年未发生突发事件");
        Assert.Contains("不适用", (await desk.Does("scorecard c-01")).Out);
        (await desk.Run("rules not-applicable M1 --scope 990101 --period 2026 --reason 不想"))
            .No("indicator-always-applicable");
    }

    private static async Task<decimal> Points(Desk desk, string when = "--period 2026") => decimal.Parse(
        (await desk.Does($"scorecard c-01 {when} --output json"))
            .Json.GetProperty("points").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
