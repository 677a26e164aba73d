namespace MicroPoints.Rulesets;

/// <summary>Every condition as one plain sentence in Chinese and English: what it demands, and what was found.</summary>
public static class ConditionProse
{
    /// <summary>The sentence for a verdict: the demand, and what is where it is not met.</summary>
    public static Title Sentence(Condition condition, ProseNames names, bool met, Title? actual)
    {
        var demand = Demand(condition, names);
        var (zh, en) = (actual?.Zh ?? "无记录", actual?.EnOrZh ?? "nothing recorded");
        return met
            ? new Title(
                $"符合：{demand.Zh}" + (actual is null ? "" : $"（实际：{zh}）"), $"met: {demand.EnOrZh}"
                + (actual is null ? "" : $" (actual: {en})"))
            : new Title($"不符合：{demand.Zh}（实际：{zh}）", $"not met: {demand.EnOrZh} (actual: {en})");
    }

    /// <summary>Why a condition cannot be decided: a number that it names has no value yet.</summary>
    public static Title NotInForce(Number number) =>
        new($"参数 {number.Reference} 当日尚未施行", $"parameter {number.Reference} is not in force on the day");

    /// <summary>Why a condition cannot be decided: an attribute that it compares is not what it should be.</summary>
    public static Title NoNumber(string? id, string text) => new($"“{id}”的值“{text}”不是数字", $"the value '{text}' of {id} is not a number");

    public static Title NoDay(string id, string? text) => new($"“{id}”的值“{text}”不是日期", $"the value '{text}' of {id} is not a day");

    /// <summary>Why a chamber is not silent.</summary>
    public static Title FoundedOn(DateOnly day) => new($"成立于 {Calendar.Text(day)}", $"founded on {Calendar.Text(day)}");

    public static Title LatestOf(string month) => new($"最近一次在 {month}", $"the latest is of {month}");

    /// <summary>The sentence of a joined condition, from those inside that decided it.</summary>
    public static Title Joined(Condition condition, IReadOnlyList<Finding> inside, Verdict verdict, int met, int needed)
    {
        var (zh, en) = condition switch
        {
            Condition.All => ($"{inside.Count} 项须全部符合，符合 {met} 项", $"all {inside.Count} are required, {met} are met"),
            Condition.Any => ($"{inside.Count} 项符合其一即可，符合 {met} 项", $"one of {inside.Count} is required, {met} are met"),
            Condition.AtLeastOf =>
                ($"{inside.Count} 项中须符合 {needed} 项，符合 {met} 项",
                $"{needed} of {inside.Count} are required, {met} are met"),
            _ => ($"{inside.Count} 项均不得出现，出现 {met} 项", $"none of {inside.Count} may hold, {met} do"),
        };
        var deciding = inside.Where(f => condition is Condition.NoneOf ? f.IsMet : f.IsMet == (verdict == Verdict.Met)).ToList();
        return new Title($"{zh}：{string.Join("；", deciding.Select(f => f.Sentence.Zh))}".TrimEnd('：'),
            $"{en}: {string.Join("; ", deciding.Select(f => f.Sentence.EnOrZh))}".TrimEnd(' ', ':'));
    }

    /// <summary>What a condition demands, without a chamber: for printing a ruleset.</summary>
    public static Title Demand(Condition condition, ProseNames names) => condition switch
    {
        Condition.All c => Join(c.Of, names, "同时符合：", "all of: "),
        Condition.Any c => Join(c.Of, names, "符合其一：", "any of: "),
        Condition.NoneOf c => Join(c.Of, names, "均未出现：", "none of: "),
        Condition.AtLeastOf c => Join(c.Of, names, $"至少符合 {names.Number(c.N)} 项：", $"at least {names.Number(c.N)} of: "),
        Condition.Compare c => names.Subject(c.Subject, c.Id).Then(names.Bounds(c.Bounds)),
        Condition.AttributeDay c => names.Attribute(c.Attribute).Then(ProseNames.Days(c.AtLeast, c.AtMost, c.Below)),
        Condition.GradeAtLeast c => new Title($"等次为{names.Grade(c.Grade).Zh}及以上", $"the grade is {names.Grade(c.Grade).EnOrZh} or better"),
        Condition.GradeIs c => names.OneOf("等次", "the grade", c.Grades, names.Grade),
        Condition.ClassIs c => names.OneOf("类别", "the class", c.Classes, names.Class),
        Condition.StateIs c => names.OneOf(names.Kind(c.State).Zh, names.Kind(c.State).EnOrZh, c.Is, o => names.Option(c.State, o)),
        Condition.StateMissing c => new Title($"{names.Kind(c.State).Zh}{(c.Missing ? "从未登记" : "有登记")}",
            $"{names.Kind(c.State).EnOrZh} {(c.Missing ? "was never recorded" : "is recorded")}"),
        Condition.StateHeldFor c => names.OneOf(names.Kind(c.State).Zh, names.Kind(c.State).EnOrZh, c.Is, o => names.Option(c.State, o))
            .Then(new Title($"，且连续满 {ProseNames.Zh(c.AtLeast)}", $" for at least {c.AtLeast} without a break")),
        Condition.EventOccurred c => Occurred(c, names),
        Condition.AttributeIs c =>
            names.OneOf(names.Attribute(c.Attribute).Zh, names.Attribute(c.Attribute).EnOrZh, c.Is, o =>
            new Title(o, o)),
        Condition.AttributeMissing c =>
            names.Attribute(c.Attribute)
            .Then(c.Missing ? new Title("未登记", " is not recorded") : new Title("已登记", " is recorded")),
        Condition.LimitedBy c => c.Not
            ? new Title($"未受限制情形 {names.Limits(c.Limits).Zh} 限制", $"not limited by {names.Limits(c.Limits).EnOrZh}")
            : new Title($"受限制情形 {names.Limits(c.Limits).Zh} 限制", $"limited by {names.Limits(c.Limits).EnOrZh}"),
        Condition.SilentFor c =>
            new Title(
            $"连续 {names.Number(c.Quarters)} 个季度没有活动记录", $"no activity for {names.Number(c.Quarters)} quarters"),
        Condition.RankAtMost c => new Title($"位次在前 {names.Number(c.Place)} 名以内", $"the place is {names.Number(c.Place)} or better"),
        Condition.OutcomeIs c => new Title($"符合“{names.Outcome(c.Outcome).Zh}”的条件", $"eligible for {names.Outcome(c.Outcome).EnOrZh}"),
        Condition.History c => History(c, names),
        _ => throw new InvalidOperationException("unknown condition"),
    };

    private static Title Occurred(Condition.EventOccurred c, ProseNames names)
    {
        var kind = names.Kind(c.Event);
        var options = c.Is is { } ids ? names.OptionList(c.Event, ids) : new Title("", "");
        var periods = names.Number(c.Periods);
        var (spanZh, spanEn) = periods == "1"
            ? ("本期", "in this period") : ($"含本期的 {periods} 期内", $"within {periods} periods, this one included");
        return new Title(
            $"{spanZh}{kind.Zh}{options.Zh}不少于 {names.Number(c.AtLeast)} 次",
            $"{kind.EnOrZh}{options.EnOrZh} at least {names.Number(c.AtLeast)} times {spanEn}");
    }

    private static Title History(Condition.History c, ProseNames names)
    {
        var given = names.List(c.Outcomes ?? Ids.Of(), names.Outcome);
        var what = c.Grades is { } grades
            ? names.OneOf("等次", "the grade was", grades, names.Grade)
            : new Title($"获得“{given.Zh}”", $"{given.EnOrZh} was given");
        return new Title($"此前 {names.Number(c.Within)} 期中至少 {names.Number(c.AtLeast)} 期{what.Zh}",
            $"{what.EnOrZh} in at least {names.Number(c.AtLeast)} of the {names.Number(c.Within)} rounds before");
    }

    private static Title Join(IReadOnlyList<Condition> of, ProseNames names, string zh, string en)
    {
        var demands = of.Select(c => Demand(c, names)).ToList();
        return new Title($"{zh}{string.Join("；", demands.Select(d => d.Zh))}", $"{en}{string.Join("; ", demands.Select(d => d.EnOrZh))}");
    }

    private static Title Then(this Title first, Title second) => new(first.Zh + second.Zh, first.EnOrZh + second.EnOrZh);
}
