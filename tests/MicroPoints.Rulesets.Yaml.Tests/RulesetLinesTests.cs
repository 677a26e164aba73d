using MicroPoints.Rulesets.Yaml.RuleTests;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>A line of a ruleset is found in its file as it is written there.</summary>
public sealed class RulesetLinesTests
{
    private const string Text =
        """
        # a remark
        categories:
          - id: service
            title: { zh: 服务 }

            # on the group
            indicators:
              - id: G
                title: { zh: 组 }
                indicators:
                  - { id: M1, title: { zh: 走访 },
                      cap: 5 } # beside it
                  - id: M2
                    title: { zh: 服务 }
              # on the next
              - id: M3
                title: { zh: 一 }
        grades: [ { id: A, from: 6 }, { id: B, from: 0 } ]
        limits:
          - id: L1
            when:
              all: [ { grade-is: A } ]
        """;

    [Fact]
    public void Each_line_has_its_place_and_its_own_words_only() => Assert.Equal(
    [
        "service 3-4: id: service|title: { zh: 服务 }",
        "G 8-9: id: G|title: { zh: 组 }",
        "M1 11-12: { id: M1, title: { zh: 走访 },|  cap: 5 }",
        "M2 13-14: id: M2|title: { zh: 服务 }",
        "M3 16-17: id: M3|title: { zh: 一 }",
        "A 18-18: { id: A, from: 6 }",
        "B 18-18: { id: B, from: 0 }",
        "L1 20-22: id: L1|when:|  all: [ { grade-is: A } ]",
    ], RulesetLines.Of(Given.Utf8(Text)).Select(l => $"{l.Id} {l.First}-{l.Last}: {l.Text.Replace('\n', '|')}"));

    [Theory]
    [InlineData("")]
    [InlineData("a: [")]
    [InlineData("categories: 3\nlimits: [ a, { title: b } ]")]
    public void A_text_without_lines_has_none(string text) => Assert.Empty(RulesetLines.Of(Given.Utf8(text)));

    [Fact]
    public void Rule_tests_are_known_by_the_lines_that_they_name()
    {
        var suite = new RuleTestSuite("s", Digest.OfText("s"),
        [
            Case("first", new Expected { Points = new Dictionary<string, Points> { ["M1"] = new(100) }, Grade = "A" }),
            Case("second", new Expected { Only = ["M1", "M2"], Limits = ["L1"], Outcomes = ["award"], Class = Expected.None }),
        ]);
        var names = RuleTestNames.ByLine(suite);
        Assert.Equal(["first", "second"], names["M1"]);
        Assert.Equal(["first"], names["A"]);
        Assert.Equal(["second"], names["L1"]);
        Assert.Equal(["second"], names["award"]);
        Assert.False(names.ContainsKey(Expected.None));
    }

    private static RuleTestCase Case(string name, Expected then) =>
        new() { Name = name, Line = 1, Period = null, Chamber = new RuleTestChamber { Id = "c" }, Then = then };
}
