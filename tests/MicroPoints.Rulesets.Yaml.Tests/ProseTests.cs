namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>What a file rules is said in full: nothing that decides points, grades or outcomes is dropped from the words.</summary>
public sealed class ProseTests
{
    [Theory]
    [InlineData("[ visited ]", "{ per-count: 1 }", "走访：按“走访”计，每次（每件）1 分；最高 5 分", "走访: by 走访: 1 each; at most 5")]
    [InlineData("[ { kind: adopted, option: county }, visited ]", "{ per-count: 1 }",
        "走访：按“采用、走访”计，每次（每件）1 分；“采用”只计“县”；最高 5 分", "of 采用 only 县")]
    [InlineData("[ { kind: served, key: k-1, weight: 2 } ]", "{ per-count: 1 }", "“服务”只计对象“k-1”，按 2 倍折算", "each counts 2 times")]
    [InlineData("[ invested ]", "{ per-quantity: { points: 1, every: 100, rounding: down } }",
        "每 100 万元计 1 分，不足的舍去", "1 for every 100 万元, parts dropped")]
    [InlineData("[ invested, hours ]", "{ per-quantity: { points: 1, every: 100, rounding: down } }",
        "每 100 万元或小时计 1 分，不足的舍去", "1 for every 100 万元 or 小时, parts dropped")]
    [InlineData("[ invested ]", "{ per-quantity: { points: 1, every: 100, rounding: up } }", "不足的按一份计", "a part counts as a whole")]
    [InlineData("[ invested ]", "{ per-quantity: { points: 1, every: 100, rounding: half-up } }", "不足的四舍五入", "parts rounded half up")]
    [InlineData("[ project ]", "{ once-per-key: { agreed: 2, landed: 5 }, once-across-periods: true }",
        "每个对象只计最高一项：签约 2 分、落地 5 分；以前各期已计的，只补差额", "of what earlier periods credited only the increase")]
    [InlineData("[]", "{ checklist: { items: [ { kind: audited, points: 2 }, { kind: chartered, points: 3 } ] } }",
        "清单 2 项，分别计分：“审计” 2 分、“入章” 3 分", "a checklist of 2: 审计 2, 入章 3")]
    [InlineData("[]", "{ checklist: { items: [ audited, { kind: chartered, points: 3 } ], points: 1 } }",
        "分别计分：“入章” 3 分；其余 1 项按符合的比例计，共 1 分", "the other 1 in proportion, 1 in all")]
    [InlineData("[ surveyed ]", "{ tier: [ { at-least: 90, points: 2 } ], participation-at-least: 50 }",
        "分档：90%及以上 2 分；参评率不低于 50%", "90% and more 2")]
    public void An_indicator_says_what_it_counts_and_for_how_much(string counts, string score, string zh, string en)
    {
        var line = Line(Given.WithScore(counts, score, "cap: 5").Replace("counts: []\n", "\n", StringComparison.Ordinal), "M1");
        Assert.Contains(zh, line.Text.Zh, StringComparison.Ordinal);
        Assert.Contains(en, line.Text.EnOrZh, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_dated_value_is_said_with_the_day_from_which_it_holds()
    {
        var text = Given.With(
            ("parameters", "parameters: { p: { unit: points, values: [ { from: '2026-01-01', value: 0.5 }, "
                + "{ from: '2026-07-01', value: 0.6 } ] } }"),
            ("categories", Given.Parts["categories"].Replace("per-count: 1", "per-count: $p", StringComparison.Ordinal)));
        var line = Line(text, "M1");
        Assert.Contains("每次（每件）（自 2026-01-01 起 0.5，自 2026-07-01 起 0.6） 分", line.Text.Zh, StringComparison.Ordinal);
        Assert.Contains("(0.5 from 2026-01-01, 0.6 from 2026-07-01) each", line.Text.EnOrZh, StringComparison.Ordinal);
    }

    [Fact]
    public void What_exceeds_a_cap_is_said_with_its_points_and_where_it_goes()
    {
        var text = Given.With(("categories",
            """
            categories:
              - id: service
                title: { zh: 服务 }
                cap: 10
                indicators:
                  - { id: M1, title: { zh: 项目 }, counts: [ project ], score: { once-per-key: { agreed: 2 } }, cap: 7,
                      overflow: { to: J, each: 2 } }
                  - { id: J, title: { zh: 超出 }, cap: 3 }
            """));
        Assert.Contains("超出最高分的，每个对象另计 2 分，计入J；最高 7 分", Line(text, "M1").Text.Zh, StringComparison.Ordinal);
        Assert.Contains("each key counts 2 for J", Line(text, "M1").Text.EnOrZh, StringComparison.Ordinal);
        Assert.Equal("超出：不单独计分，计入M1超出最高分的部分；最高 3 分", Line(text, "J").Text.Zh);
    }

    [Theory]
    [InlineData("{ silent-for: { quarters: 2, kinds: [ visited, served ] } }",
        "连续 2 个季度没有“走访、服务”中任何一类记录", "nothing was recorded of: 走访 or 服务")]
    [InlineData("{ silent-for: { quarters: 2 } }", "连续 2 个季度没有各项指标所计的任何一类活动记录", "of the kinds that indicators count")]
    [InlineData("{ attribute: sort, is: [ town ] }", "类为“town”", "类 is town")]
    [InlineData("{ all: [ { grade-is: A } ] }", "后（支持）：等次为“优”；由商会申请", "the grade is 优; on the chamber's application")]
    [InlineData("{ none-of: [ { grade-is: A } ] }", "不属于下列情形：等次为“优”；", "not so: the grade is 优")]
    [InlineData("{ all: [ { grade-is: A }, { any: [ { rank-at-most: 3 }, { outcome: first } ] }, { total: { at-least: 2 } } ] }",
        "下列条件同时满足：（1）等次为“优”；（2）下列条件满足其一：（2.1）位次在前 3 名以内；（2.2）符合“先”的条件；（3）总分不低于 2。由商会申请",
        "all of these hold: (1) the grade is 优; (2) one of these holds: (2.1) the place is 3 or better; "
            + "(2.2) eligible for 先; (3) the total is at least 2. ")]
    [InlineData("{ at-least-of: { n: 2, of: [ { grade-is: A }, { rank-at-most: 3 }, { outcome: first } ] } }",
        "下列 3 项至少满足 2 项：（1）等次为“优”；（2）位次在前 3 名以内；（3）符合“先”的条件。", "at least 2 of these 3 hold: (1)")]
    public void A_condition_is_one_sentence_that_can_be_read_in_one_way(string when, string zh, string en)
    {
        var line = Line(Given.WithCondition(when), "second");
        Assert.Contains(zh, line.Text.Zh, StringComparison.Ordinal);
        Assert.Contains(en, line.Text.EnOrZh, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_attributes_are_read_by_their_titles()
    {
        var text = Given.WithCondition("{ attribute: sort, is: [ town ] }").Replace("options: [ town, street ]",
            "options: [ { id: town, title: { zh: 镇, en: Town } }, street ]", StringComparison.Ordinal);
        Assert.Contains("类为“镇”", Line(text, "second").Text.Zh, StringComparison.Ordinal);
        Assert.Contains("类 is Town", Line(text, "second").Text.EnOrZh, StringComparison.Ordinal);
        Assert.Contains("{ id: town, title: { zh: 镇, en: Town } }, street",
            RulesetWriter.Write(Given.Sound(text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quota: { percent: 20, of: ranked, within: city, rounding: up, at-least: 1 }, ties: expand-quota",
        "名额为全市参评商会的 20%，不足一家的进为一家，不少于 1 家；名额线上并列的都列入",
        "quota 20 % of the ranked chambers in the city, rounded up, at least 1; those tied on the line all come in")]
    [InlineData("quota: { percent: 20, of: eligible, within: county }, ties: exclude",
        "名额为全县符合条件商会的 20%，四舍五入；名额线上并列的都不列入", "of the eligible chambers in the county, rounded half up")]
    [InlineData("quota: { count: 3, within: scope }", "名额为本次评价范围 3 家；名额线上并列的由会议研究", "quota 3 in the scope of the round; a meeting decides")]
    [InlineData("valid: { from: next-year, years: 2 }, offered: automatic",
        "自次年 1 月 1 日起 2 年内有效；免于申报，直接列入名单", "valid for 2 years from 1 January of the next year; offered on the list")]
    [InlineData("valid: { from: decision, years: 1 }", "自确定之日起 1 年内有效；由商会申请", "from the day of the decision")]
    [InlineData("records: { kind: listed, option: abnormal }", "确定后登记“名录”为“异常”", "once decided, 名录 is recorded as 异常")]
    [InlineData("records: { kind: chartered }", "确定后登记“入章”为“是”", "once decided, 入章 is recorded as yes")]
    public void An_outcome_says_for_how_many_how_long_and_what_becomes_of_it(string more, string zh, string en)
    {
        var line = Line(Given.With(("outcomes",
            $"outcomes: [ {{ id: o, kind: award, title: {{ zh: 先 }}, when: {{ grade-is: A }}, {more} }} ]")), "o");
        Assert.Contains(zh, line.Text.Zh, StringComparison.Ordinal);
        Assert.Contains(en, line.Text.EnOrZh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grade_says_its_quota_and_what_becomes_of_those_beyond_it()
    {
        var line = Line(Given.With(("grades",
            "grades: [ { id: A, title: { zh: 优 }, from: 6, quota: { percent: 15, of: ranked, within: county, "
            + "rounding: down, at-least: 1 } }, { id: B, title: { zh: 良 }, from: 0 } ]")), "A");
        Assert.Equal("优：6 分及以上；名额为全县参评商会的 15%，不足一家的舍去，不少于 1 家；名额线上并列的都保留，名额以外的降一等，计入下一等次的名额", line.Text.Zh);
    }

    [Fact]
    public void A_limit_that_bars_says_the_reason_it_gives()
    {
        const string Limit = "limits: [ { id: L, title: { zh: 限 }, when: { state: listed, is: [ abnormal ] }, "
            + "bars: { zh: 在名录上, en: Listed } } ]";
        var text = Given.With(("limits", Limit));
        Assert.Equal("限：名录为“异常”的，不参加评价和排名（事由：在名录上）", Line(text, "L").Text.Zh);
        Assert.Contains("(reason: Listed)", Line(text, "L").Text.EnOrZh, StringComparison.Ordinal);
        Assert.Contains("bars: { zh: 在名录上, en: Listed }", RulesetWriter.Write(Given.Sound(text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ id: K1, title: { zh: 扣 }, counts: [ served ], each: -1.5, cap: -3, zeroes-indicators-counting: key }",
        "扣：按“服务”计，每次扣 1.5 分，最多扣 3 分；所涉事项的指标计零")]
    [InlineData("{ id: K1, title: { zh: 扣 }, while: { state: listed, is: [ abnormal ], points: -2 } }", "扣：按“名录”计，异常期间扣 2 分")]
    [InlineData("{ id: K1, title: { zh: 扣 }, counts: [ { kind: adopted, option: city } ], zeroes-indicators-counting: [ visited ] }",
        "扣：按“采用”计，不另扣分；“走访”的指标计零；“采用”只计“市”")]
    public void A_deduction_says_for_what_it_takes_how_much(string deduction, string zh) =>
        Assert.Equal(zh, Line(Given.With(("deductions", $"deductions: [ {deduction} ]")), "K1").Text.Zh);

    [Fact]
    public void A_source_of_which_only_the_year_is_known_says_the_year()
    {
        var ruleset = Given.Sound(Given.With(("sources", "sources: { own: { title: { zh: 办法 }, publisher: 县工商联, date: '2010' } }")));
        Assert.Equal("2010", ruleset.Sources[0].On.ToString());
        Assert.Contains("date: '2010'", RulesetWriter.Write(ruleset), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_and_parameters_know_the_lines_that_use_them()
    {
        var text = Given.With(
            ("settings", "settings: { few: { type: number, default: 5, title: { zh: 几 } }, "
                + "on: { type: switch, default: true, title: { zh: 开 } } }"),
            ("limits", "limits: [ { id: L1, title: { zh: 限 }, when: { indicator: M1, below: $few }, grade: B, enabled-by: on } ]"),
            ("scale", "scale: { total: 10, final-at-most: $few }"),
            ("grades", "grades: [ { id: A, title: { zh: 优 }, from: $few }, { id: B, title: { zh: 良 }, from: 0 } ]"));
        var uses = RulesetUses.Of(Given.Sound(text));
        Assert.Equal([RulesetUses.Head, "L1", "A"], uses["few"]);
        Assert.Equal(["L1"], uses["on"]);
    }

    internal static ProseLine Line(string text, string id)
    {
        var ruleset = Given.Sound(text);
        return RulesetProse.Lines(ruleset, Given.Kinds, new Values(ruleset, new Dictionary<string, SettingValue>()))
            .Single(l => l.Id == id);
    }
}
