using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MicroPoints.Activities;
using MicroPoints.Documents.Tests.Imports;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;

namespace MicroPoints.Documents.Tests.Rulesets;

/// <summary>A printed ruleset answers, for every line, which clause it comes from and who confirms it.</summary>
public sealed partial class PrintTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ImportDesk.Rules)!,
        "tests/MicroPoints.Documents.Tests/Rulesets/Printed");

    private static readonly IReadOnlyDictionary<string, RulesetSource> Shipped = Directory.GetDirectories(ImportDesk.Rules)
        .Select(d => Path.Combine(d, Path.GetFileName(d) + ".yaml")).Where(File.Exists)
        .Select(f => RulesetFilesTests.Source(YamlRules.ReadRuleset(File.ReadAllBytes(f), f, Drafted.Kinds)))
        .ToDictionary(s => s.Ruleset.Name);

    /// <summary>A small ruleset with something of everything, and titles that try to be more than text.</summary>
    private static readonly PrintedRules Small = Print();

    public static TheoryData<string> Ids => [.. Shipped.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Ids))]
    public void Every_line_of_a_shipped_ruleset_names_its_clause_and_who_confirms_it(string id)
    {
        var (source, print) = (Shipped[id], RulesPrint.Of(Shipped[id]));
        Assert.Equal(Expected(source.Ruleset), print.Lines.Select(l => l.Id));
        Assert.All(print.Lines, line =>
        {
            Assert.Matches("^〔[0-9]+〕.", line.Clause.Zh);
            Assert.False(string.IsNullOrWhiteSpace(line.Confirmed.Zh), line.Id);
            Assert.DoesNotContain("未写明", line.Confirmed.Zh, StringComparison.Ordinal);
            Assert.All(line.Kinds, kind =>
            {
                Assert.NotEqual("未写明", kind.ConfirmedBy.Zh);
                Assert.DoesNotMatch("[a-z]|未写明", kind.Evidence.Zh);
            });
        });
        foreach (var indicator in source.Ruleset.AllIndicators)
            Assert.Equal(indicator.CountedKinds.Select(k => k.Value),
                print.Lines.Single(l => l.Id == indicator.Id).Kinds.Select(k => k.Id));
    }

    [Theory, MemberData(nameof(Ids))]
    public void No_word_of_a_shipped_rulesets_head_is_left_as_the_file_spells_it(string id)
    {
        var facts = RulesPrint.Of(Shipped[id]).Facts;
        foreach (var name in (string[])["制定", "适用", "周期"])
            Assert.DoesNotMatch("[a-z]", facts.Single(f => f.Name.Zh == name).Value.Zh);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Text_keeps_to_a_hundred_columns_and_loses_nothing(string id)
    {
        var print = RulesPrint.Of(Shipped[id]);
        var text = TextPrint.Write(print, PrintLanguage.Both);
        Assert.All(text.Split('\n'), line => Assert.True(Columns(line) <= 100, line));
        var bare = Blanks().Replace(text, "");
        Assert.All(print.Lines, l => Assert.Contains(
            Blanks().Replace(l.Id + l.Text.Zh + l.Text.EnOrZh, ""), bare, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("printed.txt")]
    [InlineData("printed.md")]
    [InlineData("printed.html")]
    public void A_print_is_as_it_was_reviewed(string file)
    {
        var path = Path.Combine(Folder, file);
        var actual = Written(file, Small);
        if (Environment.GetEnvironmentVariable("MICROPOINTS_RENEW_GOLDEN") == "1") File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
        Assert.Equal(actual, Written(file, Print()));
    }

    [Fact]
    public void Titles_stay_text_in_html_and_its_own_policy_lets_nothing_in()
    {
        var html = Written("printed.html", Small);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", html, StringComparison.Ordinal);
        Assert.Empty(Tags().Matches(html).Select(m => m.Groups[1].Value.ToLowerInvariant())
            .Intersect(["script", "img", "link", "b", "iframe", "a"]));
        Assert.DoesNotMatch(@"<[^>]*\s(?:style|src|href|on[a-z]+)=", html);
        var style = html[(html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)];
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;",
            html.Replace("&#x2B;", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_stay_text_in_markdown_and_break_no_table()
    {
        var markdown = Written("printed.md", Small);
        var tables = Fences().Replace(markdown, "").Split('\n').Where(l => l.StartsWith('|')).ToList();
        Assert.All(tables, row => Assert.InRange(Pipes().Count(row), 4, 7));
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", markdown, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(?!br>)[a-z]", Fences().Replace(markdown, ""));
    }

    [Fact]
    public void What_would_steer_a_terminal_or_turn_a_line_round_is_written_by_its_number()
    {
        var source = RulesetFilesTests.Source(RulesetFilesTests.Shipped with { Title = new Title("甲\u001B[2J\u202E乙") });
        foreach (var file in (string[])["a.txt", "a.md", "a.html"])
        {
            var written = Written(file, RulesPrint.Of(source));
            Assert.True(PlainText.ControlInLines(written) < 0, file);
            Assert.Contains("u001B", written, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_switch_says_what_it_is_set_to_and_a_setting_which_lines_it_moves()
    {
        Assert.Equal("选项“名录限制等次”启用时适用，现未启用", Small.Lines.Single(l => l.Id == "L1").Switch!.Zh);
        Assert.Equal(["places", "名额", "3", "3", "praise"],
            Small.Tables.Single(t => t.Heading.Zh.StartsWith("选项", StringComparison.Ordinal)).Rows[0].Select(c => c.Zh));
    }

    private static string Written(string file, PrintedRules print) => Path.GetExtension(file) switch
    {
        ".txt" => TextPrint.Write(print, PrintLanguage.Both),
        ".md" => MarkdownPrint.Write(print, PrintLanguage.Chinese),
        _ => HtmlPrint.Write(print, PrintLanguage.Both),
    };

    private static PrintedRules Print()
    {
        var kinds = YamlRules.ReadKinds(File.ReadAllBytes(Path.Combine(Folder, "activities.yaml")), "activities.yaml");
        var bytes = File.ReadAllBytes(Path.Combine(Folder, "printed.yaml"));
        var ruleset = YamlRules.ReadRuleset(bytes, "printed.yaml", kinds);
        return RulesPrint.Of(new RulesetSource(ruleset, new Values(ruleset, new Dictionary<string, SettingValue>()), kinds),
            new PrintBeside(RulesetLines.Of(bytes).ToDictionary(l => l.Id, l => l.Text),
                new Dictionary<string, IReadOnlyList<string>> { ["M1"] = ["Eleven visits stay at the cap", "A *visit* <counts>"] }));
    }

    private static IEnumerable<string> Expected(Ruleset ruleset) =>
    [
        .. ruleset.Categories.SelectMany(c => c.Indicators.SelectMany(i => i.SelfAndBelow).Select(i => i.Id).Prepend(c.Id)),
        .. ruleset.Deductions.Select(d => d.Id), .. ruleset.Limits.Select(l => l.Id), .. ruleset.Grades.Select(g => g.Id),
        .. ruleset.Classes.Select(c => c.Id), .. ruleset.Outcomes.Select(o => o.Id),
    ];

    /// <summary>Chinese characters and the marks among them take two.</summary>
    private static int Columns(string line) => line.EnumerateRunes().Sum(r => r.Value >= 0x1100 && r.Value is not (>= 0x2000 and < 0x2E80)
        || r.Value is '“' or '”' or '—' or '…' ? 2 : 1);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("<([a-zA-Z]+)")]
    private static partial Regex Tags();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Pipes();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fences();
}
