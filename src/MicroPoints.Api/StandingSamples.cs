using MicroPoints.Contracts;

namespace MicroPoints.Api;

/// <summary>The examples of what is asked of one scorecard: why, what if, what next.</summary>
internal static class StandingSamples
{
    private const string Rules = "micro-points@2026.1", Title = "乡镇街道商会“微积分”年度积分办法（样本）";

    private static DateOnly Day => new(2026, 6, 30);
    private static DateTimeOffset Instant => new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    private static ExplainedValue Value => new("visit", false, new DateOnly(2026, 3, 31), Day, 0.5m, new DateOnly(2026, 1, 1), "sample M1");

    private static ExplainedCut Cut => new("cap", 5.5m, 5m, "M1", 5m);

    private static ExplainedCondition Condition => new("not-met", "不符合：失信名单为“已列入”（实际：未列入）",
        "not met: dishonesty is listed (actual: not listed)",
        [new ExplainedOperand("dishonesty.listed", ["not-listed"], "one-of", ["listed"], false)], [], []);

    public static readonly ScorecardExplanation Explanation = new("c-01", Samples.ChamberToPut.Name, Rules, Title, "2026", Day, Instant,
        Day, true, 82.5m,
        [new ExplainedLine("M1", "走访会员", "sample M1", 5.5m, 5m,
            [new ExplainedFact("member.visited", true, 11, "11", new DateOnly(2026, 3, 31), "2026-03", Each: 0.5m),
                new ExplainedFact("member.visited", false, 2, "0", Day, LeftOut: "outside-period")],
            [new ExplainedTerm("11", 0.5m, 5.5m)], [Value], [Cut],
            [new Wording("走访会员上限 5：5.5 → 5", "cap 5 of M1: 5.5 → 5")], null, "member-service")],
        [new ExplainedCategory("member-service", "服务会员", "gx2022 微积分", 24m, 24m, [], [])], [],
        new ExplainedTotal(82.5m, 0m, 82.5m, [], [], [], [], [new Wording("各类合计 82.5", "the categories come to 82.5")]),
        [new ExplainedRule("VT1", "严重失信", "not-met", "sample VT1", Condition)], [],
        [new ExplainedRule("award-nomination", "奖优评先推荐", "proposed", "sample", null, null,
            new ExplainedQuota("award-nomination", "county", 4, 15, 3, 2, true, 3))],
        new ExplainedGrade("A", [new ExplainedThreshold("A", 80m, true), new ExplainedThreshold("B", 60m, true)], [], [], [], "A", "A"),
        new ExplainedRanking(2, 2, 15, [new ExplainedKey("total", null, "82.5")], [new ExplainedPeer("c-07", 1, 84m)]), Samples.Stamp);

    public static readonly AdviceDetails Advice = new("c-01", Samples.ChamberToPut.Name, Rules, Title, "2026", Day, 76m,
        [new AdvisedWay("grade A", new Wording("达到“优秀”", "Reach 'Excellent'"), 3, 76m, 80m, true,
            [new AdvisedKind("member.visited", 3, new Wording("走访会员 3 户次", "Member visited × 3"))],
            new Wording("最少再做 3 件：走访会员 3 户次；总分 76 → 80", "At the least 3: Member visited × 3; 76 → 80 points"))],
        [new LineNotAdvised("M4", "会员满意度", "others-answer", new Wording("由受访的人评价", "those who are asked answer it"), 4m)],
        "B", Samples.Stamp);

    public static readonly WhatIfAnswer WhatIf = new("c-01", Samples.ChamberToPut.Name, Rules, Title, "2026", Day, 1, 0, 76m, 77.5m,
        [new LineMoved("M1", "走访会员", 3.5m, 5m)], [], "B", "B", null, null, Samples.Stamp);
}
