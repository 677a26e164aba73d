using System.Text;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>What rulesets do not use of YAML is refused, in place, and nothing throws.</summary>
public sealed class YamlStrictnessTests
{
    internal static readonly IReadOnlyList<Marked> Marked =
    [
        new("YAML003", "ruleset: small\n▸\tversion: '1'\n"),
        new("YAML003", "ruleset: small # a comment▸\twith a tab\n"),
        new("YAML004", "ruleset: small▸\rversion: '1'\n"),
        new("YAML004", "title: { zh: 一▸\u2028二 }\n"),
        new("YAML004", "title: { zh: 一▸\u0000二 }\n"),
        new("YAML006", "ruleset: small\nversion: ▸'1\n"),
        new("YAML006", "ruleset: [ a, b\n▸"),
        new("YAML006", "a: b▸: c\n"),
        new("YAML007", "▸"),
        new("YAML007", "▸# only a comment\n"),
        new("YAML008", Given.With() + "▸---\nruleset: other\n"),
        new("YAML009", Given.With(("cite", "cite: ▸&here { source: own, clause: 一 }"))),
        new("YAML009", Given.With(("cite", "cite: ▸*here"))),
        new("YAML010", Given.With(("authority", "authority: ▸!!str county"))),
        new("YAML010", Given.With(("authority", "authority: ▸! county"))),
        new("YAML010", Given.With(("authority", "authority: ▸!mine county"))),
        new("YAML011", Given.With(("cite", "cite: { source: own, clause: 一, ▸<<: { clause: 二 } }"))),
        new("YAML012", Given.With(("authority", "authority: a\n▸authority: b"))),
        new("YAML012", Given.With(("cite", "cite: { source: own, clause: 一, ▸'clause': 二 }"))),
        new("YAML013", Given.With(("authority", "authority: a\n? ▸[ a, b ]\n: c"))),
        new("YAML014", Given.With(("ranking", $"ranking: {new string('[', 39)}▸[ total ]{new string(']', 39)}"))),
        new("YAML015", "▸%TAG ! tag:example.org,2026:\n---\nruleset: small\n"),
        new("YAML015", "▸%YAML 1.1\n---\nruleset: small\n"),
    ];

    public static TheoryData<string, string> Cases => Found.Data(Marked);

    [Theory, MemberData(nameof(Cases))]
    public void Is_refused_where_it_stands(string code, string text)
    {
        var marked = new Marked(code, text);
        marked.MustBeFoundIn(Given.Read(marked.Unmarked).Diagnostics);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_at_their_place()
    {
        byte[] bytes = [.. "ruleset: small\ntitle: { zh: 一"u8, 0xC3, 0x28, .. " }\n"u8];
        Assert.Equal("r.yaml:2:15: error YAML001: the bytes here are not UTF-8. Save the file as UTF-8.",
            Assert.Single(RulesetFile.Read(bytes, "r.yaml", Given.Kinds).Diagnostics).ToString());
    }

    [Fact]
    public void A_byte_order_mark_is_refused() =>
        Assert.Equal("YAML002", Assert.Single(
            RulesetFile.Read([0xEF, 0xBB, 0xBF, .. Given.Utf8(Given.With())], "r.yaml", Given.Kinds).Diagnostics).Code);

    [Fact]
    public void Ten_megabytes_are_refused_unread() =>
        Assert.Equal("YAML005", Assert.Single(
            RulesetFile.Read(new byte[10_000_000], "r.yaml", Given.Kinds).Diagnostics).Code);

    [Fact]
    public void A_file_of_exactly_the_limit_is_read()
    {
        var text = Given.With();
        var padded = text + "#" + new string('x', Limits.RulesetBytesMax - Encoding.UTF8.GetByteCount(text) - 1);
        Assert.NotNull(Given.Read(padded).Ruleset);
        Assert.Equal("YAML005", Assert.Single(Given.Read(padded + "x").Diagnostics).Code);
    }

    [Fact]
    public void Windows_line_ends_give_the_same_ruleset_and_places()
    {
        var text = Given.With(("period", "period: decade"));
        Assert.Equal(Given.Read(text).Diagnostics, Given.Read(
            text.Replace("\n", "\r\n", StringComparison.Ordinal)).Diagnostics);
        Assert.Equal("small@1", Given.Sound(Given.With().Replace("\n", "\r\n", StringComparison.Ordinal)).Name);
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes() =>
        Assert.Equal(Digest.Of(Given.Utf8(Given.With())), Given.Sound(Given.With()).Hash);

    [Fact]
    public void A_document_may_say_that_it_is_yaml_1_2_and_where_it_ends() =>
        Assert.NotNull(Given.Read("%YAML 1.2\n---\n" + Given.With() + "...\n").Ruleset);

    [Fact]
    public void Deep_nesting_is_refused_and_does_not_end_the_program() =>
        Assert.Null(Given.Read(new string('[', 500_000)).Ruleset);

    [Fact]
    public void A_file_of_nothing_but_mistakes_reports_the_first_thousand() =>
        Assert.Equal(Limits.DiagnosticsMax, Given.Read("[" + string
            .Concat(Enumerable.Repeat("*a,", 200_000)) + "]").Diagnostics.Count);

    [Fact]
    public void Cut_anywhere_a_file_gives_diagnostics_and_never_throws()
    {
        var text = Given.WithCondition("{ all: [ { grade-at-least: A }, { state: listed, is: [ none ] } ] }");
        for (var length = 0; length < text.Length; length++) _ = Given.Read(text[..length]).Diagnostics;
    }

    [Fact]
    public void With_any_character_replaced_a_file_gives_diagnostics_and_never_throws()
    {
        var text = Given.WithCondition("{ history: { grade: A, within: 2 } }");
        foreach (var odd in "{}[]:,'\"\\&*!|>%@`#-?$~\n ")
            for (var at = 0; at < text.Length; at += 7)
                _ = Given.Read(string.Concat(text.AsSpan(0, at), odd.ToString(), text.AsSpan(at + 1))).Diagnostics;
    }

    [Theory]
    [InlineData("\"\\UFFFFFFFF\"")]
    [InlineData("\"\\xZZ\"")]
    [InlineData("\"\\uD800\"")]
    [InlineData("\"\\q\"")]
    public void A_broken_escape_is_located_and_never_throws(string scalar) =>
        Assert.All(Given.Read(Given.With(("authority", $"authority: {scalar}"))).Diagnostics, d =>
            Assert.InRange(d.Line, 1, 6));
}
