using System.Text;
using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Drafts as files: what is open stands beside its line, and no text of a document becomes anything but text.</summary>
public sealed class DraftWriterTests
{
    private static readonly Title Assumed = new("暂按"), Decide = new("请定");

    private static WrittenDraft Write(Ruleset ruleset, params OpenQuestion[] questions) =>
        YamlRules.Instance.Write(new RulesetDraft(ruleset, [], questions), Given.Kinds);

    private static Ruleset Read(WrittenDraft draft) =>
        YamlRules.ReadRuleset(Encoding.UTF8.GetBytes(draft.Rules), "draft.yaml", Given.Kinds);

    [Fact]
    public void A_draft_reads_back_as_the_same_ruleset_groups_and_all()
    {
        var ruleset = Given.Sound(Given.With(("categories",
            """
            categories:
              - id: service
                title: { zh: 服务 }
                cap: 10
                indicators:
                  - id: G
                    title: { zh: 组 }
                    cap: 10
                    indicators: [ { id: M1, title: { zh: 走访 }, counts: [ visited ], score: { per-count: 1 }, cap: 10 } ]
            """)));
        Assert.Equal(RulesetWriter.Write(ruleset),
            RulesetWriter.Write(Read(Write(ruleset, new OpenQuestion("某处", "M1", "原文", Assumed, Decide)))));
    }

    [Fact]
    public void A_question_stands_right_before_its_line_and_one_of_the_whole_at_the_top()
    {
        var lines = Write(Given.Sound(Given.With()), new OpenQuestion("全文", null, "总", Assumed, Decide),
            new OpenQuestion("第 2 行", "M1", "走访", Assumed, Decide)).Rules.Split('\n');
        var at = Array.FindIndex(lines, l => l.Trim() == "# 待定：第 2 行：“走访”；暂按：暂按；请定：请定");
        Assert.Equal("- id: M1", lines[at + 1].Trim());
        Assert.Contains("# 待定：全文：“总”；暂按：暂按；请定：请定", lines.TakeWhile(l => l.StartsWith('#')));
    }

    [Theory]
    [InlineData("一\n- id: evil")]
    [InlineData("一\r- id: evil")]
    [InlineData("一\u2028- id: evil")]
    [InlineData("一\u0085- id: evil\t\u0000")]
    public void What_a_document_says_never_leaves_its_comment(string text)
    {
        var draft = Write(Given.Sound(Given.With()), new OpenQuestion(text, "M1", text, new Title(text), new Title(text)),
            new OpenQuestion(text, null, text, new Title(text), new Title(text)));
        Assert.Equal(["M1"], Read(draft).AllIndicators.Select(i => i.Id));
        Assert.Equal(2, draft.Questions.Count);
    }

    [Fact]
    public void Kinds_read_back_as_they_were_the_drafted_ones_last()
    {
        var drafted = new ActivityKind(new KindId("draft.a1"), new Title("新拟"), Nature.State, MeasureType.Option, null,
            [new KindOption("o1", new Title("一档"))], false, null, null, new Title("县工商联"), ["记录"]);
        var written = YamlRules.Instance.Write(new RulesetDraft(Given.Sound(Given.With()), [drafted], []), Given.Kinds);
        var kinds = YamlRules.ReadKinds(Encoding.UTF8.GetBytes(written.Activities), "a.yaml").Kinds;
        Assert.Equal([.. Given.Kinds.Kinds.Select(Shape), Shape(drafted)], kinds.Select(Shape));
        Assert.Contains("# 待定：新拟的事项，请确认怎样计量、谁来确认\n  - { id: draft.a1", written.Activities, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_kinds_read_back_as_they_were()
    {
        var shipped = YamlRules.ReadKinds(
            File.ReadAllBytes(Path.Combine(Mutants.ShippedFiles.Folder, "activities.yaml")), "activities.yaml");
        var written = YamlRules.Instance.Write(new RulesetDraft(Given.Sound(Given.With()), [], []), shipped);
        Assert.Equal(shipped.Kinds.Select(Shape), YamlRules.ReadKinds(Encoding.UTF8.GetBytes(written.Activities), "a.yaml").Kinds
            .Select(Shape));
    }

    [Fact]
    public void An_error_that_is_left_is_a_question_of_its_own()
    {
        var ruleset = Given.Sound(Given.With());
        var broken = ruleset with { Categories = [ruleset.Categories[0] with { Id = "M1" }] };
        var question = Assert.Single(Write(broken).Questions);
        Assert.StartsWith("draft.yaml:", question.Where, StringComparison.Ordinal);
        Assert.StartsWith("RULE001", question.Text, StringComparison.Ordinal);
    }

    private static string Shape(ActivityKind kind) =>
        $"{kind.Id} {kind.Title.Zh} {kind.Title.En} {kind.Nature} {kind.Measure} {kind.Unit} {kind.Keyed} "
        + $"{kind.WhenMissing} {kind.ExpiresAfter} {kind.ConfirmedBy} {kind.ConfirmedBy?.En} {string.Join(',', kind.Evidence)} "
        + string.Join(',', kind.Options.Select(o => $"{o.Id} {o.Title.Zh} {o.Title.En}"));
}
