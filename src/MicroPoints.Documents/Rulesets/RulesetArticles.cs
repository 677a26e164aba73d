using MicroPoints.Rulesets;

namespace MicroPoints.Documents;

/// <summary>What of a ruleset is said in sentences rather than in the table.</summary>
internal static class RulesetArticles
{
    public static IEnumerable<string> General(RulesetSource source)
    {
        var ruleset = source.Ruleset;
        yield return $"本办法规定{RulesetWords.Period(ruleset.Period).Zh}商会积分怎样计算、等次怎样确定、结果怎样运用。积分来自商会做过的事，不是钱，不能兑换。";
        yield return $"本办法由{RulesetWords.Authority(ruleset.Authority).Zh}制定，适用于{Tight(RulesetWords.Applies(ruleset.AppliesTo).Zh)}。";
        yield return $"评价周期为{RulesetWords.Period(ruleset.Period).Zh}。{Day(ruleset.Adoptable.From)}起、"
            + $"{Day(ruleset.Adoptable.Until.AddDays(-1))}止锁定的评价适用本办法。";
        if (ruleset.Scale is { } scale)
            yield return $"积分总分{source.Names.Number(scale.Total)}分"
                + (scale.BonusAtMost is { } bonus ? $"，加分合计不超过{source.Names.Number(bonus)}分" : "")
                + (scale.FinalAtMost is { } final ? $"，最后得分不超过{source.Names.Number(final)}分" : "")
                + "。先计各项得分，再计加分，最后计扣分，扣到0分为止。";
        yield return "每条规定后的〔〕为依据文件的序号和条款，文件见附则。";
    }

    public static IEnumerable<string> Limits(RulesetSource source) => source.Ruleset.Limits.Where(l => source.IsOn(l.EnabledBy))
        .Select(l => $"{l.Id}　{source.Sentences[l.Id]}。{source.Clause(l.Cite)}");

    public static IEnumerable<string> Outcomes(RulesetSource source) => source.Outcomes.Select(o =>
        $"{o.Title.Zh}：{Listed(source, o.When)}列入。"
        + (o.Quota is { } quota ? Quota(source, quota, o.Ties) : "")
        + (o.Valid is { } valid
            ? $"自{(valid.FromNextYear ? "次年1月1日" : "确定之日")}起{source.Names.Number(valid.Years)}年内有效。" : "")
        + (o.Automatic ? "免于申报，直接列入名单。" : "由商会申请。") + source.Clause(o.Cite));

    private static string Listed(RulesetSource source, Condition? when) => when is null ? "其余情形的"
        : ConditionProse.Demand(when, source.Names).Zh + (ConditionProse.IsList(when) ? "。符合的" : "的");

    /// <summary>How equals are told apart.</summary>
    public static string Ranking(RulesetSource source) => RulesetWords.Ranking(source.Ruleset, source.Names).Zh;

    public static string Setting(RulesetSource source, Setting setting)
    {
        var value = source.Values.Settings[setting.Id];
        return setting.Type switch
        {
            SettingType.Switch => value.Switch ? "启用" : "不启用",
            SettingType.Number => new Points(value.Hundredths).ToString(),
            _ => string.Join("、", value.List),
        };
    }

    /// <summary>Settings but those that only turn on what stands on no paper.</summary>
    public static IEnumerable<Setting> Settings(RulesetSource source) => source.Ruleset.Settings.Where(s =>
        s.Type != SettingType.Switch || !source.Ruleset.Outcomes.Any(o => o.EnabledBy == s.Id && o.Kind == OutcomeKind.Reference));

    public static string Day(DateOnly day) => PaperWords.Day(day);

    private static string Quota(RulesetSource source, Quota quota, Ties ties) =>
        $"{Tight(QuotaProse.Of(quota, source.Names).Zh)}；{QuotaProse.Of(ties).Zh}。";

    /// <summary>Articles are set without spaces round numbers.</summary>
    private static string Tight(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
