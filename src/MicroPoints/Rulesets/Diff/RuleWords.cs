using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>What stands in a ruleset's lines, in words; null where a line says nothing.</summary>
internal sealed class RuleWords(Ruleset rules, KindCatalogue kinds)
{
    private readonly ProseNames _names = new(
        rules, kinds, new Values(rules, new Dictionary<string, SettingValue>()), rules.Adoptable.From);

    public Title Clause(Cite cite) => rules.Sources.FirstOrDefault(s => s.Id == cite.Source) is { } source
        ? new Title($"《{source.Title.Zh}》 {cite.Clause}", $"{source.Title.EnOrZh}, {cite.Clause}")
        : new Title($"{cite.Source} {cite.Clause}");

    public static Title YesNo(bool value) => value ? new Title("是", "yes") : new Title("否", "no");

    public Title? Number(Number? number) => number is { } value
        ? new Title(value.Reference is { } id ? $"{_names.Number(value)}（{id}）" : _names.Number(value)) : null;

    public Title? Points(Number? number) => Number(number) is { } words ? new Title($"{words.Zh} 分", words.Zh) : null;

    public Title? Grade(string? id) => id is null ? null : _names.Grade(id);

    public Title When(Condition? when) => when is null ? new Title("其余情形", "everything else") : ConditionProse.Demand(when, _names);

    public Title? Score(Indicator indicator) => indicator.Score is { } score
        ? ScoreProse.Of(score, [.. indicator.CountedKinds], _names) : null;

    public Title? Counts(IReadOnlyList<Counted> counts) => counts.Count == 0 ? null : new Title(
        string.Join("、", counts.Select(c => One(c, _names.Kind(c.Kind).Zh, o => _names.Option(c.Kind, o).Zh))),
        string.Join(", ", counts.Select(c => One(c, _names.Kind(c.Kind).EnOrZh, o => _names.Option(c.Kind, o).EnOrZh))));

    private string One(Counted counted, string kind, Func<string, string> option) =>
        $"{kind}{(counted.Option is { } o ? $"·{option(o)}" : "")}{(counted.Key is { } key ? $"·{key}" : "")}"
        + (counted.Weight is { } weight ? $"×{_names.Number(weight)}" : "");

    public Title? Overflow(Overflow? over) => over is null ? null : new Title(
        $"计入 {over.To}{(over.Each is { } each ? $"，每个 {_names.Number(each)} 分" : "")}",
        $"counts for {over.To}{(over.Each is { } of ? $", {_names.Number(of)} each" : "")}");

    public Title? While(WhileState? state)
    {
        if (state is null) return null;
        var (kind, options) = (_names.Kind(state.State), _names.OptionList(state.State, state.Is));
        return new Title($"{kind.Zh}{options.Zh}期间 {_names.Number(state.Points)} 分",
            $"{_names.Number(state.Points)} while {kind.EnOrZh}{options.EnOrZh}");
    }

    public Title? Suspends(Limit limit) => limit.SuspendsAll ? new Title("除帮扶外的全部", "all but follow-ups")
        : _names.Outcomes(limit.Suspends) is { Zh.Length: > 0 } some ? some : null;

    public Title? Quota(Quota? quota)
    {
        if (quota is null) return null;
        var number = quota.Percent is { } percent ? $"{_names.Number(percent)}%" : _names.Number(quota.Count!.Value);
        var (zh, en) = (quota.Of == QuotaOf.Ranked ? "参评数" : "符合条件数", quota.Of == QuotaOf.Ranked ? "ranked" : "eligible");
        var least = quota.AtLeast is { } atLeast ? _names.Number(atLeast) : null;
        return new Title($"{number}（按{Plain(quota.Within).Zh}{zh}）{(least is null ? "" : $"，至少 {least} 家")}",
            $"{number} of {en} within the {Plain(quota.Within).EnOrZh}{(least is null ? "" : $", at least {least}")}");
    }

    public Title? Valid(Validity? valid) => valid is null ? null : valid.FromNextYear
        ? new Title($"次年起 {_names.Number(valid.Years)} 年", $"{_names.Number(valid.Years)} years from the next")
        : new Title($"决定之日起 {_names.Number(valid.Years)} 年", $"{_names.Number(valid.Years)} years from the decision");

    public Title? Records(HonourRecord? record) => record is null ? null : record.Option is { } option
        ? new Title($"{_names.Kind(record.Kind).Zh}·{_names.Option(record.Kind, option).Zh}",
            $"{_names.Kind(record.Kind).EnOrZh}, {_names.Option(record.Kind, option).EnOrZh}") : _names.Kind(record.Kind);

    /// <summary>The switch that enables a line, by its title.</summary>
    public Title? Switch(string? id) => id is null ? null : rules.Settings.FirstOrDefault(s => s.Id == id)?.Title ?? new Title(id);

    public Title Ranking(IReadOnlyList<RankingKey> keys)
    {
        var names = keys.Select(k => k.By switch
        {
            RankingBy.Total => new Title("总分", "total"),
            RankingBy.Category => _names.Subject(Subject.Category, k.Id),
            RankingBy.Indicator => _names.Subject(Subject.Indicator, k.Id),
            _ => _names.Attribute(k.Id!),
        }).ToList();
        return new Title(string.Join("、再看", names.Select(n => n.Zh)), string.Join(", then ", names.Select(n => n.EnOrZh)));
    }

    public static Title Setting(Setting setting) => setting.Type switch
    {
        SettingType.Switch => setting.Default.Switch ? new Title("开", "on") : new Title("关", "off"),
        SettingType.Number => new Title(new Points(setting.Default.Hundredths).ToString()),
        _ => new Title(string.Join("、", setting.Default.List), string.Join(", ", setting.Default.List)),
    };

    public static Title Dated(Parameter parameter) => new(
        string.Join("；", parameter.Values.Select(v => $"{Calendar.Text(v.From)} 起 {v.Value}")),
        string.Join("; ", parameter.Values.Select(v => $"{v.Value} from {Calendar.Text(v.From)}")));

    public static Title Plain(Enum value) => value switch
    {
        PeriodLength.Year => new("一年", "year"),
        PeriodLength.TwoYears => new("两年", "two years"),
        PeriodLength.Quarter => new("一季度", "quarter"),
        SettingType.Switch => new("开关", "switch"),
        SettingType.Number => new("数", "number"),
        SettingType.List => new("清单", "list"),
        OutcomeKind.Award => new("奖励", "award"),
        OutcomeKind.Support => new("支持", "support"),
        OutcomeKind.Invitation => new("邀请", "invitation"),
        OutcomeKind.Reference => new("参考", "reference"),
        OutcomeKind.FollowUp => new("帮扶", "follow-up"),
        Ties.Meeting => new("会议定", "the meeting decides"),
        Ties.ExpandQuota => new("都列入", "the quota grows"),
        Ties.Exclude => new("都不列入", "none is taken"),
        Within.County => new("县", "county"),
        Within.City => new("市", "city"),
        Within.Province => new("省", "province"),
        Within.Scope => new("评价范围", "scope"),
        _ => new(value.ToString()),
    };
}
