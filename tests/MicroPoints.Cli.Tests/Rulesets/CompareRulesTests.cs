using System.Text.Json;

namespace MicroPoints.Cli.Tests.Rulesets;

/// <summary>Two files are compared in words and by what they would have done; a version is published once its tests pass.</summary>
public sealed class CompareRulesTests
{
    private static readonly string Shipped = File.ReadAllText(Repository.Ruleset);

    private static string Own => Shipped.Replace("ruleset: micro-points", "ruleset: county-points").Replace("value: 0.5", "value: 1");

    private const string Passing = "suite: county-points 2026.1\ncases:\n  - name: Two visits\n    given: "
        + "[ { kind: member.visited, on: '2026-06-30', count: 2 } ]\n    then: { points: { M1: 2 }, only: [ M1 ] }\n";

    [Fact]
    public async Task A_changed_value_is_told_in_both_languages_with_the_lines_that_read_it()
    {
        using var desk = new Desk().Write("own.yaml", Own);
        var ran = (await desk.Does($"rules diff {Repository.Ruleset} own.yaml")).Out;
        foreach (var words in (string[])["有 1 处会影响结果", "用于 M1", "2026-01-01 起 0.5 → 2026-01-01 起 1", "0.5 from 2026-01-01", "read by M1"])
            Assert.Contains(words, ran, StringComparison.Ordinal);
        var json = (await desk.Does($"rules diff {Repository.Ruleset} own.yaml --output json")).Json;
        Assert.True(json.GetProperty("changesResults").GetBoolean());
        Assert.Equal(("parameter", "visit-points"), Line(json.GetProperty("lines")[0]));
    }

    private static (string?, string?) Line(JsonElement line) => (line.GetProperty("part").GetString(), line.GetProperty("id").GetString());

    [Fact]
    public async Task Another_title_a_comment_and_another_order_change_no_result()
    {
        using var desk = new Desk().Write("own.yaml", "# a comment\n" + Shipped.Replace("zh: 会员满意度,", "zh: 会员满意程度,"));
        var ran = (await desk.Does($"rules diff {Repository.Ruleset} own.yaml")).Out;
        Assert.Contains("没有影响结果的变化 no change of results", ran, StringComparison.Ordinal);
        Assert.Contains("会员满意度 → 会员满意程度", ran, StringComparison.Ordinal);
    }

    /// <summary>Whatever number of the file is another, the comparison says so, and what it says has an effect.</summary>
    [Fact]
    public async Task Every_other_number_of_the_shipped_rules_is_a_difference()
    {
        using var desk = new Desk();
        var (silent, compared) = (new List<string>(), 0);
        foreach (var (text, changed) in Numbers().Where((_, i) => i % 7 == 0))
        {
            desk.Write("own.yaml", changed);
            var ran = await desk.Run($"rules diff {Repository.Ruleset} own.yaml --output json");
            // A number that fits no other of the file is no ruleset any more.
            if (ran.Code != 0) continue;
            compared++;
            if (!ran.Json.GetProperty("changesResults").GetBoolean()) silent.Add(text);
        }
        Assert.Empty(silent);
        Assert.True(compared >= 8, $"only {compared} were compared");
    }

    /// <summary>The file with one number of points, caps or thresholds raised by a hundredth, each in turn.</summary>
    private static IEnumerable<(string Text, string Changed)> Numbers()
    {
        foreach (System.Text.RegularExpressions.Match found in System.Text.RegularExpressions.Regex.Matches(
            Shipped, @"(per-count|cap|points|each|at-least|percent|from): (\d+(\.\d)?)(?=[ ,}\r\n])"))
            yield return ($"{found.Value} at {found.Index}", Shipped[..found.Groups[2].Index] + found.Groups[2].Value
                + (found.Groups[3].Success ? "1" : ".01") + Shipped[(found.Groups[2].Index + found.Groups[2].Length)..]);
    }

    [Fact]
    public async Task The_chambers_of_a_scope_are_replayed_under_both_and_nothing_is_stored()
    {
        using var desk = await Desk.WithChambers();
        await desk.Does("activities record --chamber c-01 --kind member.visited --on 2026-03-02 --count 4 --id v-1");
        desk.Write("own.yaml", Own);
        var before = (await desk.Does("verify --output json")).Out;
        var asked = $"rules impact {Repository.Ruleset} own.yaml --scope 990101 --period";
        var json = (await desk.Does($"{asked} 2026 --out impact.xlsx --output json")).Json;
        var first = json.GetProperty("chambers")[0];
        Assert.Equal(("c-01", "5", "7"), (first.GetProperty("chamber").GetString(),
            first.GetProperty("before").GetProperty("points").GetString(), first.GetProperty("after").GetProperty("points").GetString()));
        Assert.Equal("7", json.GetProperty("spreadAfter").GetProperty("most").GetString());
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(desk.PathOf("impact.xlsx"))[..2]));
        Assert.Equal(before, (await desk.Does("verify --output json")).Out);
        var table = (await desk.Does($"{asked} 2026")).Out;
        Assert.Contains("青石镇商会", table, StringComparison.Ordinal);
        (await desk.Run($"{asked} 2026Q1")).No("period-not-of-ruleset");
    }

    [Fact]
    public async Task A_version_is_published_with_passing_tests_or_with_a_reason_and_then_is_frozen()
    {
        using var desk = await Desk.WithChambers();
        desk.Write("own.yaml", Own);
        (await desk.Run("rules publish own.yaml")).No("ruleset-untested", "--without-tests");
        desk.Write("own.test.yaml", Passing.Replace("M1: 2", "M1: 3"));
        (await desk.Run("rules publish own.yaml --without-tests 急")).No("own.yaml is not published", "Two visits");
        desk.Write("own.test.yaml", Passing);
        Assert.Contains("测试通过 1 项", (await desk.Does("rules publish own.yaml")).Out, StringComparison.Ordinal);
        Assert.Contains("已有记录", (await desk.Does("rules publish own.yaml")).Out, StringComparison.Ordinal);
        desk.Write("own.yaml", Own.Replace("value: 1", "value: 2"));
        (await desk.Run("rules publish own.yaml --without-tests 急")).No("another version");
        await desk.Does("verify");
    }
}
