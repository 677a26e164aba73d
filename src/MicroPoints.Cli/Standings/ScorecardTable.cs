using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Rulesets;

namespace MicroPoints.Cli;

/// <summary>A scorecard as people read it: every line, its cap, its points and why.</summary>
internal static class ScorecardTable
{
    /// <param name="ruleset">What it was scored by: titles, and how lines nest.</param>
    public static void Print(Ruleset ruleset, ScorecardDetails card, string when)
    {
        Output.Heading($"积分卡 {card.Name}（{card.Chamber}）{card.RulesetTitle} {when}");
        Output.Table(["项目", "内容", ">计数", ">得分", ">上限", "原因", "依据"], Rows(ruleset, card));
        if (card.Rescale is { } rescale) Output.Line($"整类不适用，其余按 {rescale} 倍折算 rescaled");
        Output.Heading($"总分 {Words.Number(card.Points)}{(card.Bonus is { } bonus ? $"（含加分 {Words.Number(bonus)}）" : "")}"
            + $" · {Words.Grade(ruleset, card.Grade, card.Class, card.BarredBy)}"
            + (card.Grade != card.GradeByPoints && card.GradeByPoints is not null
                ? $"（按分数为{ruleset.Grades.First(g => g.Id == card.GradeByPoints).Title.Zh}）" : ""));
        foreach (var limit in card.Limits.Where(l => l.Status == "met"))
            Output.Line($"限制 {limit.Id} {limit.Title}：{limit.Zh}");
        foreach (var outcome in card.Outcomes.Where(o => IsShown(ruleset, o)))
            Output.Line($"{Status(outcome.Status)} {outcome.Title}{(outcome.Zh is { } zh ? $"：{zh}" : "")}");
    }

    /// <summary>Help that a chamber does not need is not shown.</summary>
    private static bool IsShown(Ruleset ruleset, ConditionFound outcome) => outcome.Status != "not-eligible"
        || ruleset.Outcomes.FirstOrDefault(o => o.Id == outcome.Id)?.Kind != OutcomeKind.FollowUp;

    private static IEnumerable<string[]> Rows(Ruleset ruleset, ScorecardDetails card)
    {
        var depths = new Dictionary<string, int>();
        foreach (var category in ruleset.Categories) Sink(category.Indicators, 0, depths);
        foreach (var category in card.Categories)
        {
            yield return ["", $"【{category.Title}】", "", Words.Fixed(category.Points), Cap(category.Cap),
                Words.Because(category.Why) + (category.Scale is { } scale ? $" ×{scale}" : ""), ""];
            foreach (var line in card.Lines.Where(l => l.Category == category.Id))
                yield return Row(line, new string('　', depths.GetValueOrDefault(line.Id)));
        }
        foreach (var line in card.Deductions.Where(d => d.Points != 0)) yield return Row(line, "");
    }

    private static string[] Row(LinePoints line, string indent) => [line.Id, indent + line.Title, Words.Number(line.Counted),
        Words.Fixed(line.Points), Cap(line.Cap), Words.Because(line.Why, line.Note), line.Clause[(line.Clause.IndexOf(' ') + 1)..]];

    private static void Sink(IEnumerable<Indicator> indicators, int depth, Dictionary<string, int> depths)
    {
        foreach (var indicator in indicators)
        {
            depths[indicator.Id] = depth;
            Sink(indicator.Indicators, depth + 1, depths);
        }
    }

    private static string Cap(decimal? cap) => cap is { } most ? Words.Fixed(most) : "";

    private static string Status(string status) => status switch
    {
        "proposed" => "拟推荐",
        "tied-on-line" => "并列待议",
        "past-quota" => "符合条件，名额已满",
        "not-eligible" => "未符合",
        "suspended" => "暂停",
        "not-offered" => "未启用",
        "not-ranked" => "未参加排名",
        _ => status,
    };
}
