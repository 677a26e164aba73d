using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Cli;

/// <summary>A scorecard as people read it: every line, its cap, its points and why.</summary>
internal static class ScorecardTable
{
    public static void Print(Ruleset ruleset, Scorecard card, string name, string when)
    {
        Output.Heading($"积分卡 {name}（{card.Id}）{ruleset.Title.Zh} {when}");
        Output.Table(["项目", "内容", ">计数", ">得分", ">上限", "原因", "依据"], Rows(card));
        if (card.Card.Rescale is { } rescale) Output.Line($"整类不适用，其余按 {rescale} 倍折算 rescaled");
        Output.Heading($"总分 {card.Total}{(card.Card.Bonus != Points.Zero ? $"（含加分 {card.Card.Bonus}）" : "")} · {Words.Grade(ruleset, card)}"
            + (card.Grade != card.GradeByPoints && card.GradeByPoints is not null
                ? $"（按分数为{ruleset.Grades.First(g => g.Id == card.GradeByPoints).Title.Zh}）" : ""));
        foreach (var limit in card.Limits.Where(l => l.IsMet))
            Output.Line($"限制 {limit.Limit.Id} {limit.Limit.Title.Zh}：{limit.Finding.Sentence.Zh}");
        foreach (var outcome in card.Outcomes.Where(IsShown))
            Output.Line($"{Status(outcome.Status)} {outcome.Outcome.Title.Zh}{(outcome.Finding is { } finding ? $"：{finding.Sentence.Zh}" : "")}");
    }

    /// <summary>A reference opinion is never shown, nor help that a chamber does not need.</summary>
    private static bool IsShown(OutcomeLine line) =>
        line.Outcome.Kind != OutcomeKind.Reference && line.Status != OutcomeStatus.NotOffered
        && !(line.Outcome.Kind == OutcomeKind.FollowUp && line.Status == OutcomeStatus.NotEligible);

    private static IEnumerable<string[]> Rows(Scorecard card)
    {
        foreach (var category in card.Card.Categories)
        {
            yield return ["", $"【{category.Category.Title.Zh}】", "", category.Points.ToFixed(), category.Cap?.ToFixed() ?? "",
                Words.Because(category.Because) + (category.Scale is { } scale ? $" ×{scale}" : ""), ""];
            foreach (var line in card.Card.Lines.Where(l => l.Category == category.Category.Id))
                yield return [line.Indicator.Id, new string('　', line.Depth) + line.Indicator.Title.Zh,
                    line.Counted.ToPoints().ToString(), line.Points.ToFixed(),
                    line.Cap?.ToFixed() ?? "", Words.Because(line.Because, line.Note), line.Indicator.Cite.Clause];
        }
        foreach (var line in card.Card.Deductions.Where(d => d.Points != Points.Zero))
            yield return [line.Deduction.Id, line.Deduction.Title.Zh, line.Counted.ToPoints().ToString(),
                line.Points.ToFixed(), line.Cap?.ToFixed() ?? "",
                Words.Because(line.Because), line.Deduction.Cite.Clause];
    }

    private static string Status(OutcomeStatus status) => status switch
    {
        OutcomeStatus.Proposed => "拟推荐",
        OutcomeStatus.TiedOnLine => "并列待议",
        OutcomeStatus.PastQuota => "符合条件，名额已满",
        OutcomeStatus.NotEligible => "未符合",
        OutcomeStatus.Suspended => "暂停",
        OutcomeStatus.NotOffered => "未启用",
        OutcomeStatus.NotRanked => "未参加排名",
        _ => throw new InvalidOperationException("unknown status"),
    };
}
