using System.Text.Json;
using MicroPoints.Documents;

namespace MicroPoints.Cli.Tests.Rulesets;

/// <summary>Several past periods are replayed at once, and what they come to is attached to an adoption.</summary>
public sealed class ImpactOverPeriodsTests
{
    private static string Own => File.ReadAllText(Repository.Ruleset)
        .Replace("ruleset: micro-points", "ruleset: county-points").Replace("value: 0.5", "value: 1");

    /// <summary>Something was recorded in two of the last three years: c-01 visited members in one, c-02 in the other.</summary>
    private static async Task<Desk> Desk()
    {
        var desk = (await Tests.Desk.WithChambers()).Write("own.yaml", Own);
        var year = DateTime.UtcNow.AddHours(8).Year;
        await desk.Does($"activities record --chamber c-01 --kind member.visited --on {year - 1}-03-02 --count 4 --id v-1");
        await desk.Does($"activities record --chamber c-02 --kind member.visited --on {year - 2}-03-02 --count 2 --id v-2");
        return desk;
    }

    private static string Year(int ago) => $"{DateTime.UtcNow.AddHours(8).Year - ago}";

    private static string Asked => $"rules impact {Repository.Ruleset} own.yaml --scope 990101";

    private static IReadOnlyList<string> Sheets(byte[] book) => [.. TableFiles.Instance.Read(book).Sheets.Select(s => s.Name)];

    [Fact]
    public async Task The_last_periods_are_summed_up_and_those_without_records_are_told_apart()
    {
        using var desk = await Desk();
        var ran = (await desk.Does($"{Asked} --periods 3 --out impact.xlsx")).Out;
        foreach (var words in (string[])[
            $"{Year(3)} 没有一家商会登记过当期发生的事项", $"从 {Year(2)} 起才有记录", $"what is replayed here begins with {Year(2)}",
            "按已经起用测算"]) Assert.Contains(words, ran, StringComparison.Ordinal);
        Assert.Matches($@"{Year(1)}\s+3\s+0\s+0\s+0\s+0\s+0\s+3.67\s+4.33", ran);
        Assert.Matches($@"{Year(3)}\s+—", ran);
        Assert.Equal(2, ran.Split("青石镇商会").Length - 1);
        Assert.Equal(["汇总", $"{Year(1)} 各商会", $"{Year(1)} 各类平均", $"{Year(1)} 分布", $"{Year(2)} 各商会", $"{Year(2)} 各类平均",
            $"{Year(2)} 分布"], Sheets(File.ReadAllBytes(desk.PathOf("impact.xlsx"))));
    }

    [Fact]
    public async Task Several_periods_answer_programs_with_their_sum_and_each_as_one_alone_would_be()
    {
        using var desk = await Desk();
        var json = (await desk.Does($"{Asked} --period {Year(3)} --period {Year(1)} --output json")).Json;
        var (summary, periods) = (json.GetProperty("summary"), json.GetProperty("periods"));
        Assert.Equal([Year(1), Year(3)], summary.EnumerateArray().Select(p => p.GetProperty("period").GetString()!));
        Assert.Equal(("4.33", true, false), (summary[0].GetProperty("meanAfter").GetString(),
            summary[0].GetProperty("hasData").GetBoolean(), periods[1].GetProperty("hasData").GetBoolean()));
        Assert.False(periods[1].TryGetProperty("chambers", out _));
        var alone = (await desk.Does($"{Asked} --output json")).Json;
        Assert.Equal(JsonSerializer.Serialize(periods[0]), JsonSerializer.Serialize(alone));
        Assert.Equal("c-01", alone.GetProperty("chambers")[0].GetProperty("chamber").GetString());
    }

    [Fact]
    public async Task One_period_without_records_is_said_and_no_chamber_is_shown_at_zero()
    {
        using var desk = await Desk();
        var ran = (await desk.Does($"{Asked} --period 2011")).Out;
        Assert.Contains("2011 没有一家商会登记过当期发生的事项", ran, StringComparison.Ordinal);
        Assert.DoesNotContain("青石镇商会", ran, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--period 2024 --periods 2", "stand together")]
    [InlineData("--period 2024 --period 2024", "--period 2024 stands twice")]
    [InlineData("--periods 0", "'0' is not a whole number from 1 to 10")]
    [InlineData("--periods 11", "'11' is not a whole number from 1 to 10")]
    [InlineData("--periods two", "'two' is not a whole number from 1 to 10")]
    [InlineData("--period 2024 --period 24", "'24' is not a period such as 2026")]
    [InlineData("--period 2001 --period 2002 --period 2003 --period 2004 --period 2005 --period 2006 --period 2007 --period 2008 "
        + "--period 2009 --period 2010 --period 2011", "at most 10 periods")]
    public async Task What_cannot_be_asked_is_said(string periods, string saying)
    {
        using var desk = (await Tests.Desk.WithChambers()).Write("own.yaml", Own);
        (await desk.Run($"{Asked} {periods}")).CouldNotRun(saying);
    }

    [Fact]
    public async Task An_adoption_carries_the_statement_of_what_it_changes()
    {
        using var desk = await Desk();
        var adopt = $"rules adopt own.yaml --scope 990101 --without-tests 试行 --impact {Year(1)} --impact {Year(3)}";
        var json = (await desk.Does($"{adopt} --output json")).Json;
        var impact = json.GetProperty("impact");
        Assert.Equal("micro-points@2026.1", impact.GetProperty("before").GetString());
        Assert.Equal(Year(1), Assert.Single(impact.GetProperty("periods").EnumerateArray()).GetString());
        var kept = Directory.EnumerateFiles(desk.PathOf("data"), "*", SearchOption.AllDirectories)
            .Single(f => f.Contains(impact.GetProperty("file").GetString()!, StringComparison.Ordinal));
        Assert.Equal(["汇总", $"{Year(1)} 各商会", $"{Year(1)} 各类平均", $"{Year(1)} 分布"], Sheets(File.ReadAllBytes(kept)));
        // Asked again, it is compared with what counted before, and is the same.
        var again = (await desk.Does(adopt)).Out;
        foreach (var words in (string[])["已有记录", "已附影响测算", impact.GetProperty("file").GetString()!, $"{Year(3)} 没有一家商会登记过当期发生的事项"])
            Assert.Contains(words, again, StringComparison.Ordinal);
        await desk.Does("verify");
    }

    [Fact]
    public async Task Where_a_statement_cannot_be_made_nothing_is_adopted()
    {
        using var desk = await Desk();
        const string adopt = "rules adopt own.yaml --scope 990101 --without-tests 试行 --impact";
        (await desk.Run($"{adopt} 2011")).No("nothing-to-replay", "2011", "adopt without a statement");
        (await desk.Run($"{adopt} 2025Q1")).No("period-not-of-ruleset");
        (await desk.Run($"{adopt} 2190")).No("on-in-future");
        (await desk.Run($"{adopt} 2025 --impact 2025")).CouldNotRun("--impact 2025 stands twice");
        (await desk.Run("standings --ruleset county-points --scope 990101")).No("nothing-adopted");
    }

    [Fact]
    public async Task A_ruleset_of_another_length_is_not_compared_with_what_counts()
    {
        using var desk = await Desk();
        desk.Write("quarter.yaml", Own.Replace("period: year", "period: quarter"));
        (await desk.Run($"rules adopt quarter.yaml --scope 990101 --without-tests 试行 --impact {Year(1)}")).No("period-not-of-ruleset");
    }

    [Fact]
    public async Task A_county_chooses_the_ruleset_of_its_annual_rounds_and_is_shown_it()
    {
        using var desk = await Desk();
        Assert.Contains("没有选定过", (await desk.Does("rules annual --scope 990101")).Out, StringComparison.Ordinal);
        (await desk.Run("rules annual county-points --scope 990101")).No("nothing-adopted", "choose one of micro-points");
        await desk.Does("rules adopt own.yaml --scope 990101 --without-tests 试行");
        Assert.Contains("已登记", (await desk.Does("rules annual county-points --scope 990101")).Out, StringComparison.Ordinal);
        Assert.Contains("已有记录", (await desk.Does("rules annual county-points --scope 990101")).Out, StringComparison.Ordinal);
        Assert.Contains("已登记", (await desk.Does("rules annual micro-points --scope 990101")).Out, StringComparison.Ordinal);
        Assert.Contains("已登记", (await desk.Does("rules annual county-points --scope 990101")).Out, StringComparison.Ordinal);
        var json = (await desk.Does("rules annual --scope 990101101 --output json")).Json;
        Assert.Equal(("county-points@2026.1", "990101"),
            (json.GetProperty("ruleset").GetString(), json.GetProperty("chosenBy").GetString()));
        (await desk.Run("rules annual county-points --scope 990101101")).No("region-below-county", "990101");
        Assert.Contains("micro-points@2026.1", (await desk.Does("rules annual --scope 990102")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_was_opened_by_another_ruleset_keeps_it_and_the_choice_says_so()
    {
        using var desk = await Desk();
        await desk.Does($"round open year --scope 990101 --period {Year(0)} --purpose annual");
        await desk.Does("rules adopt own.yaml --scope 990101 --without-tests 试行");
        Assert.Contains($"{Year(0)} 的年度评价已经按 micro-points 开始",
            (await desk.Does("rules annual county-points --scope 990101")).Out, StringComparison.Ordinal);
        Assert.Equal("micro-points",
            (await desk.Does("rules annual --scope 990101 --output json")).Json.GetProperty("thisYear").GetString());
    }
}
