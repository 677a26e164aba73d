namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Every line has a citation: its own, or that of the line it stands in, up to the head of the
/// ruleset.</summary>
public sealed class CiteTests
{
    private static readonly string Nested = Given.With(("categories", """
        categories:
          - id: service
            title: { zh: 服务 }
            cap: 10
            cite: { source: own, clause: 类 }
            indicators:
              - id: G
                title: { zh: 组 }
                cite: { source: own, clause: 组 }
                indicators:
                  - { id: M1, title: { zh: 走访 }, counts: [ visited ], score: { per-count: 1 }, cap: 5, cite: { source: own, clause: 项 } }
                  - { id: M2, title: { zh: 走访 }, counts: [ visited ], score: { per-count: 1 }, cap: 5 }
              - { id: M3, title: { zh: 走访 }, counts: [ visited ], score: { per-count: 1 }, cap: 5 }
        """));

    [Theory]
    [InlineData("M1", "项")]
    [InlineData("M2", "组")]
    [InlineData("M3", "类")]
    public void A_line_inherits_from_the_line_around_it(string indicator, string clause) =>
        Assert.Equal(new Cite("own", clause), Given.Sound(Nested).AllIndicators.Single(i => i.Id == indicator).Cite);

    [Fact]
    public void Other_lines_inherit_from_the_head() => Assert.Equal(new Cite("own", "一"),
        Given.Sound(Nested).Grades[0].Cite);

    [Fact]
    public void Without_one_at_the_head_every_line_may_cite_for_itself()
    {
        var text = Nested.Replace("cite: { source: own, clause: 一 }\n", "", StringComparison.Ordinal)
            .Replace("from: 6", "from: 6, cite: { source: own, clause: 等 }", StringComparison.Ordinal).Replace(
            "from: 0", "from: 0, cite: { source: own, clause: 等 }", StringComparison.Ordinal);
        Assert.Equal("等", Given.Sound(text).Grades[1].Cite.Clause);
    }

    [Fact]
    public void A_wrong_citation_at_the_head_is_reported_once() =>
        Assert.Equal("YAML021", Assert.Single(
            Given.Read(Given.With(("cite", "cite: { source: own }"))).Diagnostics).Code);
}
