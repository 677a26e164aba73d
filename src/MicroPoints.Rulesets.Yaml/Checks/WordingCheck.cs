namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Titles keep clear of words that a county may not, or should not, use for what it gives.</summary>
/// <remarks>
/// Below the province nobody may run 创建示范 activities (创建示范活动管理办法（试行）), a 表彰 needs an approval, and 国办函〔2026〕12号
/// bars 打卡签到、积分排名、在线时长. What a source or an indicator names is a fact and may bear the word of others.
/// </remarks>
internal static class WordingCheck
{
    private static readonly (string Word, string Instead, bool InFactsToo)[] Words =
    [
        ("示范创建", "年度评价、认定推荐", true), ("创建示范", "年度评价、认定推荐", true), ("创建活动", "年度评价", true),
        ("一票否决", "不予推荐情形、限制情形", true), ("红黑榜", "等次、清单", true), ("黑名单", "严重违法失信名单", true),
        ("僵尸", "待激活、连续沉默", true), ("末位淘汰", "帮扶", true), ("积分排名", "等次", true), ("排行榜", "等次", true),
        ("打卡", "活动记录", true), ("在线时长", "活动记录", true),
        ("表彰", "通报表扬建议、推荐", false), ("评比", "年度评价", false), ("达标", "符合条件", false), ("不合格", "待提升", false),
        ("淘汰", "帮扶、规范提升", false),
    ];

    public static void Run(Check check)
    {
        var ruleset = check.Ruleset;
        Title(check, ruleset, ["title"], ruleset.Title, fact: false);
        foreach (var setting in ruleset.Settings)
            Title(check, ruleset, ["settings", setting.Id, "title"], setting.Title, fact: false);
        foreach (var category in ruleset.Categories) Title(check, category, ["title"], category.Title, fact: false);
        foreach (var line in ruleset.AllIndicators) Title(check, line, ["title"], line.Title, fact: true);
        foreach (var line in ruleset.Deductions) Title(check, line, ["title"], line.Title, fact: true);
        foreach (var line in ruleset.Limits) Title(check, line, ["title"], line.Title, fact: true);
        foreach (var line in ruleset.Grades) Title(check, line, ["title"], line.Title, fact: false);
        foreach (var line in ruleset.Classes) Title(check, line, ["title"], line.Title, fact: false);
        foreach (var line in ruleset.Outcomes) Title(check, line, ["title"], line.Title, fact: false);
    }

    private static void Title(Check check, object part, IReadOnlyList<string> keys, Title title, bool fact)
    {
        foreach (var (word, instead, inFactsToo) in Words)
        {
            if (!title.Zh.Contains(word, StringComparison.Ordinal) || fact && !inFactsToo) continue;
            check.Add(DiagnosticCodes.DelicateWord, part, [.. keys, "zh"], $"the title {title.QuotedZh} says {word}",
                $"Write {instead}.");
            return;
        }
    }
}
