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

    [Fact]
    public async Task A_folder_is_checked_and_tested_whole()
    {
        using var desk = new Desk();
        var folder = Path.Combine(Repository.Root, "rulesets");
        var shipped = Directory.GetDirectories(folder).Select(d => Path.GetFileName(d)!).ToList();
        var ran = await desk.Does($"rules check {folder} --tests --strict");
        Assert.All(shipped, s => Assert.Contains($"{s}.yaml: ", ran.Out));
        Assert.Contains("activities.yaml: activities ", ran.Out);
        Assert.DoesNotMatch(": (error|warning) ", ran.Out);
        var tested = (await desk.Does($"rules test {folder} --output json")).Json;
        Assert.Equal((0, 0), (tested.GetProperty("failed").GetInt32(), tested.GetProperty("untested").GetInt32()));
        Assert.True(tested.GetProperty("passed").GetInt32() > 1_500);
    }

    [Fact]
    public async Task One_bad_file_among_good_ones_is_a_no()
    {
        using var desk = new Desk().Write("rules/a/a.yaml", Shipped).Write("rules/b.yaml", "ruleset: x\n")
            .Write("rules/activities.yaml", File.ReadAllBytes(Path.Combine(Repository.Root, "rulesets", "activities.yaml")));
        (await desk.Run("rules check rules")).Reports(2, "rules/a/a.yaml: micro-points@2026.1", "rules/b.yaml:1:1: error YAML021");
    }

    [Fact]
    public async Task Two_rulesets_of_a_folder_that_write_the_same_are_told()
    {
        using var desk = new Desk();
        foreach (var name in new[] { "one", "two" })
            desk.Write($"rules/{name}.yaml", Shipped.Replace("ruleset: micro-points", $"ruleset: {name}")
                .Replace("    ties: meeting\n", "    ties: meeting\n    records: { kind: four-good.recognised, option: county }\n"));
        (await desk.Run("rules check rules --strict")).Reports(2, "warning RULE071", "of one@2026.1 records too");
        (await desk.Run("rules check rules")).Reports(0, "warning RULE071");
    }

    [Theory]
    [InlineData("rules check empty")]
    [InlineData("rules test empty")]
    public async Task A_folder_without_a_ruleset_is_told(string line)
    {
        using var desk = new Desk().Write("empty/notes.txt", "");
        (await desk.Run(line)).CouldNotRun("there is no ruleset in empty");
    }

    [Fact]
    public async Task A_line_without_a_test_is_a_no_where_tests_are_asked_for()
    {
        using var desk = new Desk().Write("r.yaml", Shipped)
            .Write("r.test.yaml", "suite: micro-points 2026.1\n"
                + "cases: [ { name: a, then: { points: { M1: 0 }, only: [ M1 ] } } ]\n");
        (await desk.Run("rules check r.yaml")).Reports(0, "可用 fine");
        (await desk.Run("rules check r.yaml --tests")).Reports(2, "error TEST019", "error TEST021",
            "no rule test names the indicator 'M2'");
        (await desk.Run("rules test r.yaml")).Reports(0, "1 passed, 0 failed", "that no test names: 'rules check --tests' lists them");
    }

    [Fact]
    public async Task A_diagnostic_as_JSON_has_code_place_message_and_fix()
    {
        using var desk = new Desk().Write("r.yaml", Shipped.Replace("period: year", "period: yeer"));
        var told = (await desk.Run("rules check r.yaml --output json")).Reports(2).Json.GetProperty("diagnostics")[0];
        Assert.Equal(("YAML030", "error", "r.yaml", 9, 9, "Write 'year'."), (told.GetProperty("code").GetString(),
            told.GetProperty("severity").GetString(), told.GetProperty("file").GetString(), told.GetProperty("line").GetInt32(),
            told.GetProperty("column").GetInt32(), told.GetProperty("fix").GetString()));
        Assert.Contains("cannot be 'yeer'", told.GetProperty("message").GetString());
    }

    [Fact]
    public async Task All_codes_are_listed()
    {
        using var desk = new Desk();
        var codes = (await desk.Does("rules codes --output json")).Json.GetProperty("codes");
        Assert.True(codes.GetArrayLength() > 150);
        Assert.Contains("RULE088  warning  A word that a county's ruleset should not use.", (await desk.Does("rules codes rule")).Out);
        (await desk.Run("rules codes nothing")).No("no code begins with 'nothing'");
    }

    private static async Task Check(byte[] yaml, params string[] saying)
    {
        using var desk = new Desk().Write("r.yaml", yaml);
        (await desk.Run("rules check r.yaml")).Reports(2, [.. saying, "error(s)"]);
    }
}
