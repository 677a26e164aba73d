using System.Text.RegularExpressions;

namespace MicroPoints.Documents.Tests.Rulesets;

/// <summary>评分标准 in the phrases that published rules use, one line each, as the draft's file writes them.</summary>
public sealed partial class StandardTests
{
    /// <summary>Read whole: nothing of the standard itself is asked, only which kind is meant.</summary>
    [Theory]
    [InlineData("6", "每走访1户次得0.5分，最高6分", "{ per-count: 0.5 }")]
    [InlineData("6", "每办结一件得1分", "{ per-count: 1 }")]
    [InlineData("50", "每完成牵线落实1个项目得10分", "{ per-count: 10 }")]
    [InlineData("10", "每次计两分，累计不超过十分", "{ per-count: 2 }")]
    [InlineData("5", "0.5分/次", "{ per-count: 0.5 }")]
    [InlineData("12", "参加集中学习每次加2分，上限12分。", "{ per-count: 2 }")]
    [InlineData("30", "成功调解一件得2分", "{ per-count: 2 }")]
    [InlineData("3", "每季度公开一次得0.75分", "{ per-period: { points: 0.75, each: quarter } }")]
    [InlineData("12", "每月开展活动得1分", "{ per-period: { points: 1, each: month } }")]
    [InlineData("10", "每新增10户会员得1分", "{ per-quantity: { points: 1, every: 10, rounding: down } }")]
    [InlineData("10", "有党建入章条款得10分，无不得分", "{ flag: 10 }")]
    [InlineData("10", "已写入章程得10分，未写入不得分", "{ flag: 10 }")]
    [InlineData("8", "全年召开4次以上得8分，每少一次扣2分，扣完为止", "{ per-count: 2 }")]
    [InlineData("10", "达到4次得10分，每少1次扣3分",
        "{ tier: [ { at-least: 4, points: 10 }, { at-least: 3, points: 7 }, { at-least: 2, points: 4 }, { at-least: 1, points: 1 } ] }")]
    [InlineData("4", "满意率达到90%以上得4分，80%以上得3分，60%以上得1分，60%以下不得分",
        "{ tier: [ { at-least: 90, points: 4 }, { at-least: 80, points: 3 }, { at-least: 60, points: 1 } ] }")]
    [InlineData("4", "90%（含）—100%得4分；80%（含）—90%得3分；80%以下得1分",
        "{ tier: [ { at-least: 90, points: 4 }, { at-least: 80, points: 3 }, { at-least: 0, points: 1 } ] }")]
    [InlineData("4", "90%以上得4分；60%以上得1分；参评率不低于50%",
        "{ tier: [ { at-least: 90, points: 4 }, { at-least: 60, points: 1 } ], participation-at-least: 50 }")]
    [InlineData("6", "未完成的按完成比例得分", "{ in-proportion: 6 }")]
    [InlineData("20", "按办结率计分", "{ in-proportion: 20 }")]
    [InlineData("5", "无投诉得5分，每发生一起扣1分，扣完本项分为止", "{ from-full: { points: 5, minus: 1 } }")]
    [InlineData("10", "每1项加3—5分", "{ discretionary: { from: 3, to: 5 } }")]
    [InlineData("3-5", "", "{ discretionary: { from: 3, to: 5 } }")]
    [InlineData("20", "设立党组织得20分；通过指导员、联络员开展工作得15分；否则0分", "{ option: { o1: 20, o2: 15, o3: 0 } }")]
    [InlineData("20", "合格得20分，基本合格得10分，不合格不得分", "{ option: { o1: 20, o2: 10, o3: 0 } }")]
    [InlineData("5", "就高不重复：国家级5分、省级3分、市级2分", "{ highest: { o1: 5, o2: 3, o3: 2 } }")]
    [InlineData("10", "有固定场所得4分，面积达到规定得3分，产权清晰得3分",
        "{ checklist: { items: [ { kind: draft.a1, points: 4 }, { kind: draft.a1-2, points: 3 }, { kind: draft.a1-3, points: 3 } ] } }")]
    public void A_phrase_is_read_whole(string points, string standard, string score)
    {
        var (_, draft) = Drafted.Line("甲事项", points, standard);
        Assert.Equal(score, ScoreOf(draft));
        Assert.DoesNotMatch("没有读懂|没有写评分标准|不一致|没有写明", draft.Decide("A1"));
    }

    /// <summary>What is not sure is said, and what was assumed stands in the draft.</summary>
    [Theory]
    [InlineData("10", "按信息完整程度评分", "{ discretionary: { from: 0, to: 10 } }", "评分标准没有读懂")]
    [InlineData("10", "", "{ discretionary: { from: 0, to: 10 } }", "没有写评分标准")]
    [InlineData("5", "视完成情况由评审组评定", "{ discretionary: { from: 0, to: 5 } }", "评分由人酌定")]
    [InlineData("5", "每缺少一项扣0.5分", "{ from-full: { points: 5, minus: 0.5 } }", "没有写明应做几次，暂按少做一次记一条扣分")]
    [InlineData("50", "每落实1个项目得10分，多超多得", "{ per-count: 10 }", "没有读懂：多超多得")]
    [InlineData("6", "每走访1户得0.5分，未建档的减半", "{ per-count: 0.5 }", "没有读懂：未建档的减半")]
    [InlineData("6", "每次得1分，最高5分", "{ per-count: 1 }", "分值是 6 分，评分标准里的上限是 5 分")]
    [InlineData("10", "建立制度得8分，未建立不得分", "{ flag: 8 }", "按评分标准最多得 8 分，与分值 10 分不一致")]
    [InlineData("", "机构健全得3分，人员到位得2分", "{ option: { o1: 3, o2: 2 } }", "相加还是只取一种没有写明")]
    [InlineData("20", "每签约1亿元得0.4分", "{ per-quantity: { points: 0.4, every: 1, rounding: down } }", "积分随金额增长")]
    [InlineData("40", "用功效系数法计分", "{ against-peers: { points: 40, base: 0, fallback: 0 } }", "起点分")]
    [InlineData("20%", "每次得2分", "{ per-count: 2 }", "权重“20%”暂当作 20 分")]
    public void What_is_not_sure_is_asked(string points, string standard, string score, string asked)
    {
        var (_, draft) = Drafted.Line("甲事项", points, standard);
        Assert.Equal(score, ScoreOf(draft));
        Assert.Contains(asked, draft.Decide("A1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("走访会员并建立需求清单", "每次得1分", "member.visited", "")]
    [InlineData("走访会员", "每次得1分", "member.visited", "请确认计的就是积分事项“走访会员并建立需求清单”")]
    [InlineData("年检结论", "合格得20分，基本合格得10分", "annual-check.concluded", "请确认计的就是积分事项“年检（年报）结论”")]
    [InlineData("会员满意率", "90%以上得20分，60%以上得5分", "member.satisfaction", "请确认计的就是积分事项“会员满意度测评”")]
    [InlineData("走访会员", "有得2分，无不得分", "draft.a1", "没有合适的积分事项，新拟了“走访会员”")]
    public void A_line_counts_the_kind_whose_title_and_measure_fit_else_a_drafted_one(string title,
        string standard, string kind, string asked)
    {
        var (line, draft) = Drafted.Line(title, "20", standard);
        Assert.Equal(kind, Assert.Single(line.Counts).Kind.Value);
        Assert.NotNull(draft.NewKinds.Find(new KindId(kind)));
        if (asked.Length == 0) Assert.Equal("", draft.Decide("A1"));
        else Assert.Contains(asked, draft.Decide("A1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("走访会员", "每少走访1户扣0.5分", "走访会员：少做的次数")]
    [InlineData("走访会员并建立需求清单", "弄虚作假的每次扣1分", "走访会员并建立需求清单：扣分情形")]
    [InlineData("违规收费", "每起扣1分", "经认定的违规收费")]
    public void What_is_good_to_have_done_never_takes_points(string title, string standard, string kind)
    {
        var (line, draft) = Drafted.Line(title, "6", standard);
        Assert.Equal(kind, draft.NewKinds[Assert.Single(line.Counts).Kind].Title.Zh);
        var deducted = Drafted.Of(new WrittenDocument().Table("扣分项|分值|扣分标准", $"{title}||每次扣1分").Bytes());
        Assert.Equal(kind.Replace("少做的次数", "扣分情形", StringComparison.Ordinal),
            deducted.NewKinds[Assert.Single(Assert.Single(deducted.Ruleset.Deductions).Counts).Kind].Title.Zh);
    }

    [Fact]
    public void A_standard_that_is_too_long_to_be_one_is_left_to_people()
    {
        var (_, draft) = Drafted.Line("甲事项", "5", string.Concat(Enumerable.Repeat("按按按按照照", 5_000)));
        Assert.Equal("{ discretionary: { from: 0, to: 5 } }", ScoreOf(draft));
    }

    private static string ScoreOf(Drafted draft) => Score().Match(draft.Written.Rules).Groups[1].Value;

    [GeneratedRegex("(?m)^ +score: (.+)$")]
    private static partial Regex Score();
}
