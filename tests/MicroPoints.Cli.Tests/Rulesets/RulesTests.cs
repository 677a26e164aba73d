using System.Text;

namespace MicroPoints.Cli.Tests.Rulesets;

/// <summary>Rules are checked, tested and explained, the shipped ones and broken ones.</summary>
public sealed class RulesTests
{
    private static readonly string Shipped = File.ReadAllText(Repository.Ruleset);

    [Fact]
    public async Task The_shipped_ruleset_is_fine_and_its_tests_pass()
    {
        using var desk = new Desk();
        Assert.Contains("可用 fine", (await desk.Does($"rules check {Repository.Ruleset}")).Out);
        var tested = (await desk.Does($"rules test {Repository.Ruleset} --output json")).Json;
        Assert.Equal(0, tested.GetProperty("failed").GetInt32());
        Assert.True(tested.GetProperty("passed").GetInt32() > 100);
    }

    [Fact]
    public async Task A_line_is_explained_in_two_languages_with_its_clause()
    {
        using var desk = new Desk();
        var line = (await desk.Does($"rules explain {Repository.Ruleset} M4 --output json"))
            .Json.GetProperty("lines")[0];
        Assert.Contains("会员满意度", line.GetProperty("zh").GetString());
        Assert.Contains("Member satisfaction", line.GetProperty("en").GetString());
        Assert.Equal("sample M4", line.GetProperty("clause").GetString());
    }

    [Fact]
    public async Task Every_indicator_is_explained_when_none_is_named()
    {
        using var desk = new Desk();
        var lines = (await desk.Does($"rules explain {Repository.Ruleset} --output json")).Json.GetProperty("lines");
        Assert.True(lines.EnumerateArray().Count(l => l.GetProperty("zh").GetString()!.Length > 4) > 40);
    }

    [Fact]
    public async Task A_line_that_is_not_there_is_told()
    {
        using var desk = new Desk();
        (await desk.Run($"rules explain {Repository.Ruleset} M99")).No("has no line 'M99'");
    }

    [Fact]
    public async Task A_ruleset_is_printed_with_who_confirms_each_line()
    {
        using var desk = new Desk();
        var text = (await desk.Does($"rules print {Repository.Ruleset} --with-machine --with-tests")).Out;
        foreach (var said in (string[])["M1  走访会员、建立需求清单：按“走访会员并建立需求清单”计，每次（每件）0.5 分；最高 6 分", "依据：〔2〕M1",
            "走访会员并建立需求清单：县工商联；佐证：工作记录、需求清单", "| score: { per-count: $visit-points }",
            "- One visit credits half a point"]) Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "<!DOCTYPE html>")]
    [InlineData("md", "# 乡镇街道商会“微积分”年度积分办法（样本） Annual micro-points")]
    [InlineData("text", "乡镇街道商会“微积分”年度积分办法（样本）")]
    public async Task A_print_is_written_to_a_file_and_told(string format, string begins)
    {
        using var desk = new Desk();
        var told = (await desk.Does($"rules print {Repository.Ruleset} --format {format} --lang both --out p.out --output json")).Json;
        Assert.Equal("p.out", told.GetProperty("file").GetString());
        Assert.True(told.GetProperty("lines").GetInt32() > 50);
        Assert.StartsWith(begins, File.ReadAllText(desk.PathOf("p.out")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_print_that_cannot_be_made_is_told_why()
    {
        using var desk = new Desk().Write("r.yaml", "ruleset: x\n").Write("s.yaml", Shipped);
        (await desk.Run("rules print r.yaml")).No("r.yaml has errors", "no 'period'");
        (await desk.Run("rules print s.yaml --with-tests")).CouldNotRun("there is no file s.test.yaml");
        (await desk.Run("rules print s.yaml --format pdf")).CouldNotRun("'pdf' is none of text, md, html");
        (await desk.Run("rules print s.yaml --out .")).CouldNotRun("is a directory");
    }

    [Theory]
    [InlineData("ruleset: x\n", "no 'period'", "r.yaml:1:1")]
    [InlineData("", "YAML007", "r.yaml:1:1")]
    [InlineData("a,b\n1,2\n", "YAML022", "r.yaml:1:1")]
    [InlineData("a: b\n---\nc: d\n", "YAML008", "r.yaml:2:1")]
    [InlineData("a: b\na: c\n", "the key 'a' stands here again, after line 1", "r.yaml:2:1")]
    [InlineData("a: &x b\n", "the anchor '&x'", "r.yaml:1:4")]
    [InlineData("a: *x\n", "an alias stands here", "r.yaml:1:4")]
    [InlineData("a: !!str b\n", "a tag stands here", "r.yaml:1:4")]
    [InlineData("a:\n\tb: c\n", "a tab stands here", "r.yaml:2:1")]
    [InlineData("<<: { a: b }\n", "a merge key stands here", "r.yaml:1:1")]
    [InlineData("a: { b: c\n", "the text is not YAML", "r.yaml:2:1")]
    [InlineData("a: \"b\u0000\"\n", "U+0000", "r.yaml:1:6")]
    [InlineData("\uFEFFa: b\n", "byte order mark", "r.yaml:1:1")]
    public async Task A_file_that_is_no_ruleset_is_told_where_and_why(string yaml, params string[] saying)
    {
        using var desk = new Desk().Write("r.yaml", yaml);
        (await desk.Run("rules check r.yaml")).Reports(2, [.. saying, "error(s)"]);
        (await desk.Run("rules explain r.yaml")).No("r.yaml has errors", saying[0]);
        (await desk.Run("rules test r.yaml")).No("r.yaml has errors", saying[0]);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_told_where() =>
        await Check([.. "a: b\n# "u8, 0xFF], "r.yaml:2:3", "not UTF-8");

    [Fact]
    public async Task Ten_megabytes_are_too_many() =>
        await Check(Encoding.UTF8.GetBytes("# " + new string('x', 10_000_000)), "the limit is 1000000");

    [Fact]
    public async Task Nesting_without_end_is_told() =>
        await Check(Encoding.UTF8.GetBytes("a: " + new string('[', 100_000)), "nest deeper than 40");

    [Theory]
    [InlineData("period: year",
        "period: fortnight", "'period' of the ruleset cannot be 'fortnight'. Write one of: year")]
    [InlineData("period: year", "periods: year", "has no key 'periods'. Write 'period'")]
    [InlineData("counts: [ member.visited ]", "counts: [ member.vanished ]", "member.vanished")]
    [InlineData("per-count: $visit-points", "per-count: $visit-point", "visit-point")]
    [InlineData("from: 75 }", "from: 95 }", "grade")]
    public async Task A_mistake_in_the_shipped_ruleset_is_told_where_it_stands(
        string right, string wrong, string saying)
    {
        var at = Shipped.IndexOf(right, StringComparison.Ordinal);
        var line = Shipped[..at].Split('\n').Length;
        var changed = Shipped[..at] + wrong + Shipped[(at + right.Length)..];
        await Check(Encoding.UTF8.GetBytes(changed), $"r.yaml:{line}:", saying);
    }

    [Fact]
    public async Task A_failing_rule_test_is_named_by_its_line()
    {
        using var desk = new Desk().Write("r.yaml", Shipped.Replace("value: 0.5", "value: 0.6"))
            .Write("r.test.yaml", File.ReadAllText(Repository.Ruleset.Replace(".yaml", ".test.yaml")));
        var ran = (await desk.Run("rules test r.yaml")).Reports(2, " failed", "M1");
        Assert.Matches(@"r\.test\.yaml:\d+: failed: ", ran.Out);
    }

    [Theory]
    [InlineData("cases: []\n", "no 'suite'")]
    [InlineData("suite: micro-points 2026.1\ncases:\n  - name: x\n    "
        + "given: [ { kind: no.such, on: '2026-01-01', count: 1 } ]\n    then: {}\n", "no.such")]
    public async Task A_test_file_with_mistakes_is_told(string tests, string saying)
    {
        using var desk = new Desk().Write("r.yaml", Shipped).Write("r.test.yaml", tests);
        (await desk.Run("rules test r.yaml")).No("r.test.yaml has errors", saying);
    }

    [Fact]
    public async Task A_ruleset_without_tests_beside_it_is_told()
    {
        using var desk = new Desk().Write("r.yaml", Shipped);
        (await desk.Run("rules test r.yaml")).CouldNotRun("there is no file r.test.yaml");
    }

    private static async Task Check(byte[] yaml, params string[] saying)
    {
        using var desk = new Desk().Write("r.yaml", yaml);
        (await desk.Run("rules check r.yaml")).Reports(2, [.. saying, "error(s)"]);
    }
}
