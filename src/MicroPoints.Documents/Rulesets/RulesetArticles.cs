using MicroPoints.Rulesets;

namespace MicroPoints.Documents;

/// <summary>What of a ruleset is said in sentences rather than in the table.</summary>
internal static class RulesetArticles
{
    public static IEnumerable<string> General(RulesetSource source)
    {
        var ruleset = source.Ruleset;
        yield return $"本办法规定{Period(ruleset.Period)}商会积分怎样计算、等次怎样确定、结果怎样运用。积分来自商会做过的事，不是钱，不能兑换。";
        yield return $"本办法由{Authority(ruleset.Authority)}制定，适用于{Applies(source)}。";
        yield return $"评价周期为{Period(ruleset.Period)}。{Day(ruleset.Adoptable.From)}起、"
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
        $"{o.Title.Zh}：{(o.When is { } when ? ConditionProse.Demand(when, source.Names).Zh : "其余情形")}的列入。"
        + (o.Quota is { } quota ? Quota(source, quota, o.Ties) : "")
        + (o.Valid is { } valid
            ? $"自{(valid.FromNextYear ? "次年1月1日" : "确定之日")}起{source.Names.Number(valid.Years)}年内有效。" : "")
        + (o.Automatic ? "免于申报，直接列入名单。" : "由商会申请。") + source.Clause(o.Cite));

    /// <summary>How equals are told apart.</summary>
    public static string Ranking(RulesetSource source)
    {
        var keys = source.Ruleset.Ranking.Count == 0 ? ["总分"] : source.Ruleset.Ranking.Select(k => k.By switch
        {
            RankingBy.Category => Title(source, Subject.Category, k),
            RankingBy.Indicator => Title(source, Subject.Indicator, k),
            RankingBy.Attribute => $"{Title(source, Subject.Attribute, k)}（{(k.Ascending ? "小的在前" : "大的在前")}）",
            _ => "总分",
        });
        return $"位次依次比较{string.Join("、", keys)}；都相同的并列，同列一个位次，后面的位次相应空出。";
    }

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

    public static string Period(PeriodLength period) => period switch
    {
        PeriodLength.TwoYears => "每两年",
        PeriodLength.Quarter => "每季度",
        _ => "每年度",
    };

    private static string Quota(RulesetSource source, Quota quota, Ties ties)
    {
        var within = quota.Within switch { Within.County => "全县", Within.City => "全市", Within.Province => "全省", _ => "本次评价范围" };
        var rounding = quota.Rounding switch { Rounding.Up => "，不足一家的进为一家", Rounding.Down => "，不足一家的舍去", _ => "，四舍五入" };
        return "名额为" + (quota.Percent is { } percent
                ? $"{within}{(quota.Of == QuotaOf.Ranked ? "参评" : "符合条件")}商会的{source.Names.Number(percent)}%{rounding}"
                : $"{within}{source.Names.Number(quota.Count!.Value)}家")
            + (quota.AtLeast is { } least ? $"，不少于{source.Names.Number(least)}家" : "")
            + ties switch
            {
                Ties.ExpandQuota => "；名额线上并列的都列入",
                Ties.Exclude => "；名额线上并列的都不列入",
                _ => "；名额线上并列的由会议研究",
            } + "。";
    }

    private static string Applies(RulesetSource source)
    {
        var applies = source.Ruleset.AppliesTo;
        var groups = applies.PeerGroups.Count == 0 ? "全部商会"
            : string.Join("、", applies.PeerGroups.Select(GroupWord)) is var names ? names : "";
        return groups + (applies.ApplicantsOnly ? "中提出申请的" : "")
            + (applies.RegisteredForAtLeast is { } least ? $"，登记须满{ProseNames.Zh(least).Replace(" ", "", StringComparison.Ordinal)}" : "");
    }

    private static string GroupWord(string group) => group switch
    {
        "township" => "乡镇商会",
        "street" => "街道商会",
        "village" => "村级商会",
        "industry" => "行业商会",
        "out-of-town" => "异地商会",
        "park" => "园区商会",
        _ => group,
    };

    private static string Authority(string authority) => authority switch
    {
        "county-federation" => "县级工商联",
        "city-federation" => "市级工商联",
        "province-federation" => "省级工商联",
        "civil-affairs" => "民政部门",
        _ => authority,
    };

    private static string Title(RulesetSource source, Subject subject, RankingKey key) => source.Names.Subject(subject, key.Id).Zh;
}
