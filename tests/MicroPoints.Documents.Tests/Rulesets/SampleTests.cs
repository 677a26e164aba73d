using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Documents.Tests.Rulesets;

/// <summary>Whole tables in the shapes in which rules are published.</summary>
public sealed class SampleTests
{
    private static readonly Dictionary<string, Drafted> Drafts = Samples.All.ToDictionary(s => s.Name, s => Drafted.Of(s.File));

    public static TheoryData<string> Names => [.. Samples.All.Select(s => s.Name)];

    [Theory, MemberData(nameof(Names))]
    public void The_draft_is_read_without_an_error(string name)
    {
        Assert.NotNull(Drafts[name].Ruleset);
        Assert.DoesNotContain(Drafts[name].Questions, q => q.Where.StartsWith("draft.yaml", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_row_is_in_the_draft_or_in_the_questions(string name)
    {
        var (draft, file) = (Drafts[name], Samples.All.Single(s => s.Name == name).File);
        var said = string.Join('\n', draft.Ruleset.AllIndicators.Select(i => i.Title.Zh)
            .Concat(draft.Ruleset.Categories.Select(c => c.Title.Zh))
            .Concat(draft.Ruleset.Deductions.Select(d => d.Title.Zh)).Concat(draft.Ruleset.Limits.Select(l => l.Title.Zh))
            .Concat(draft.Questions.Select(q => q.Text)));
        foreach (var sheet in RulesetDocuments.Read(file).Tables)
            foreach (var row in sheet.Rows
                .SkipWhile(r => !RowOf(sheet, r).Any(t => t.Contains("分值") || t.Contains("满分") || t.Contains("分数"))).Skip(1))
                Assert.True(RowOf(sheet, row).Any(t => t is "合计" or "总计" || Bare(t).Length > 1 && said.Contains(Bare(t)))
                    || RowOf(sheet, row).All(t => t is "加分项" || t.Contains("扣分项") || t.Contains("一票否决项")),
                        $"{name} row {row}: {string.Join('|', RowOf(sheet, row))}");
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_question_stands_beside_its_line_or_at_the_top(string name)
    {
        var lines = Drafts[name].Written.Rules.Split('\n');
        Assert.Equal(Drafts[name].Questions.Count, lines.Count(l => l.TrimStart().StartsWith("# 待定：", StringComparison.Ordinal)));
        foreach (var question in Drafts[name].Questions.Where(q => q.Line is not null))
        {
            var at = Array.FindIndex(lines, l => l.Contains($"# 待定：{question.Where}：“{question.Text}”", StringComparison.Ordinal));
            var next = lines.Skip(at).First(l => !l.TrimStart().StartsWith('#'));
            Assert.True(next.Contains($"id: {question.Line}", StringComparison.Ordinal), next);
        }
    }

    [Fact]
    public void Two_blocks_have_their_points_their_bonus_and_their_grades()
    {
        var rules = Drafts["two blocks"].Ruleset;
        Assert.Equal(["引进工作实绩 50 False", "组织服务工作 50 False", "创新  True"], rules.Categories.Select(c => $"{c.Title.Zh} {c.Cap} {c.Bonus}"));
        Assert.Equal(new Scale(new Number(10_000), new Number(1_000), null), rules.Scale);
        Assert.Equal(["优秀 90", "良好 80", "合格 60", "不合格 0"], rules.Grades.Select(g => $"{g.Title.Zh} {g.From}"));
        var asked = string.Join('\n', Drafts["two blocks"].Questions.Select(q => q.Decide.Zh));
        Assert.Contains("89 分与 90 分之间（如 89.5 分）没有写明", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("60 分既在", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_levels_are_groups_with_the_points_beside_each()
    {
        var draft = Drafts["three levels"];
        Assert.Equal(["党建工作 40", "基础条件 80", "工作绩效 80"], draft.Ruleset.Categories.Select(c => $"{c.Title.Zh} {c.Cap}"));
        Assert.Equal(["A1 党建入章 10", "A2 组织覆盖 30", "A2-1 组织设立 20", "A2-2 工作覆盖 10", "B1 法人资格 30", "B1-1 法定代表人 10",
                "B1-2 活动资金 10", "B1-3 办公条件 10", "B2 遵纪守法 50", "B2-1 年检结论 20", "B2-2 无违法违规 30", "C1 服务会员 50",
                "C1-1 会员满意率 30", "C1-2 诉求办结率 20", "C2 反映诉求 30", "C2-1 建议采纳 30"],
            draft.Ruleset.AllIndicators.Select(i => $"{i.Id} {i.Title.Zh} {i.Cap}"));
        Assert.Equal(["5A级 190", "4A级 181", "3A级 161", "未定等次 0"], draft.Ruleset.Grades.Select(g => $"{g.Title.Zh} {g.From}"));
        var grades = draft.Questions.Single(q => q.Where == "等次").Decide.Zh;
        Assert.Contains("190 分既在“5A级”又在“4A级”", grades, StringComparison.Ordinal);
        Assert.Contains("低于 161 分的没有写明等次", grades, StringComparison.Ordinal);
    }

    [Fact]
    public void A_township_table_has_deductions_vetoes_and_sums_that_are_checked()
    {
        var draft = Drafts["township"];
        Assert.Equal(["K1 违规收费 -3 ", "K2 应报未报 -0.5 -2"], draft.Ruleset.Deductions.Select(d => $"{d.Id} {d.Title.Zh} {d.Each} {d.Cap}"));
        var veto = Assert.Single(draft.Ruleset.Limits);
        Assert.Equal(("列入严重违法失信名单", true), (veto.Title.Zh, veto.SuspendsAll));
        Assert.Equal(new Condition.StateIs(new KindId("dishonesty.listed"), Ids.Of("listed")), veto.When);
        Assert.Contains("一票否决的后果没有读出", draft.Decide("VT1"), StringComparison.Ordinal);
        var asked = string.Join('\n', draft.Questions.Select(q => q.Decide.Zh));
        Assert.Contains("“诚信守法”写明 20 分，各项相加是 22 分：请核对", asked, StringComparison.Ordinal);
        Assert.Contains("写明总分 45 分，各类相加是 40 分：请核对", asked, StringComparison.Ordinal);
        Assert.Contains("没有读到等次和分数线", asked, StringComparison.Ordinal);
        Assert.Equal("council.met", draft.Ruleset.Leaves.Single(l => l.Title.Zh == "理事会议").CountedKinds.Single().Value);
        Assert.Equal("draft.b3", draft.NewKinds.Kinds.Single(k => k.Title.Zh == "诚信公约").Id.Value);
    }

    [Fact]
    public void One_level_of_names_stands_below_the_headings_in_the_table()
    {
        var draft = Drafts["one level"];
        Assert.Equal(["组织建设 30", "作用发挥 70"], draft.Ruleset.Categories.Select(c => $"{c.Title.Zh} {c.Cap}"));
        Assert.Equal([3, 5], draft.Ruleset.Categories.Select(c => c.Indicators.Count));
        Assert.Contains(draft.Questions, q => q.Text == "备注：组织部提供");
        Assert.Equal("汇总!B3", draft["党组织建设"].Cite.Clause);
    }

    [Fact]
    public void Rows_that_share_a_name_or_points_are_lines_of_one_group()
    {
        var draft = Drafted.Of(new WrittenDocument().Table("一级指标|二级指标|分值|评分标准",
            "服务|走访|10|每走访1户得1分", "^|^|^|台账完整的得2分，不完整的不得分", "^|活动|6|每场得2分", "^|^|4|每季度有小结得1分", "^|培训|12|每次得2分", "^|宣传|^|每篇得1分").Bytes());
        Assert.Equal(["A1 走访 10", "A2 活动 ", "A2-1 每场得2分 6", "A2-2 每季度有小结得1分 4", "A3 培训 ", "A4 宣传 "],
            draft.Ruleset.AllIndicators.Select(i => $"{i.Id} {i.Title.Zh} {(i.IsGroup ? null : i.Cap)}"));
        Assert.Contains("评分标准的开头为名", draft.Decide("A2-1"), StringComparison.Ordinal);
        Assert.Equal("12", draft.Ruleset.Categories[0].Cap.ToString());
    }

    private static List<string> RowOf(Sheet sheet, int row) =>
        [.. Enumerable.Range(1, sheet.Columns).Select(c => sheet[row, c]?.Text).OfType<string>()];

    private static string Bare(string text) => text.Split('（')[0].Split('、')[^1].Trim();
}
