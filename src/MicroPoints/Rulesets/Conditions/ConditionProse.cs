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

    /// <summary>The sentence of what was found of one chamber.</summary>
    internal static Title Of(Finding finding, Situation at, Title? actual)
    {
        int? needed = finding.Condition switch
        {
            Condition.All => finding.Inside.Count,
            Condition.Any => 1,
            Condition.NoneOf => 0,
            Condition.AtLeastOf some => at.Values.WholeAt(some.N, at.Day),
            _ => null,
        };
        return needed is { } count
            ? Joined(finding.Condition, finding.Inside, finding.Verdict, finding.Inside.Count(f => f.IsMet), count)
            : Sentence(finding.Condition, new ProseNames(at.Ruleset, at.Reading.Kinds, at.Values, at.Day), finding.IsMet, actual);
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
        return new Title($"{zh}：{string.Join("；", deciding.Select(f => Apart(f, f.Sentence.Zh)))}".TrimEnd('：'),
            $"{en}: {string.Join("; ", deciding.Select(f => Apart(f, f.Sentence.EnOrZh)))}".TrimEnd(' ', ':'));
    }

    /// <summary>A list inside a list stands in brackets, so that nobody takes what follows for a part of it.</summary>
    private static string Apart(Finding finding, string sentence) => finding.Inside.Count > 0 ? $"〔{sentence}〕" : sentence;

    /// <summary>What a condition demands, without a chamber: for printing a ruleset.</summary>
    public static Title Demand(Condition condition, ProseNames names) => Demand(condition, names, "");

    /// <summary>Whether a demand is a numbered list of others, after which a sentence cannot simply go on.</summary>
    public static bool IsList(Condition condition) => condition switch
    {
        Condition.All c => c.Of.Count != 1 || IsList(c.Of[0]),
        Condition.Any c => c.Of.Count != 1 || IsList(c.Of[0]),
        Condition.NoneOf c => c.Of.Count != 1 || IsList(c.Of[0]),
        Condition.AtLeastOf => true,
        _ => false,
    };

    /// <param name="at">The number of the place in the list around it, such as 2.1: lists inside lists stay apart by it.</param>
    private static Title Demand(Condition condition, ProseNames names, string at) => condition switch
    {
        Condition.All { Of: [var only] } => Demand(only, names, at),
        Condition.Any { Of: [var only] } => Demand(only, names, at),
        Condition.NoneOf { Of: [var only] } => new Title("不属于下列情形：", "not so: ").Then(Demand(only, names, at)),
        Condition.All c => Join(c.Of, names, at, new Title("下列条件同时满足", "all of these hold")),
        Condition.Any c => Join(c.Of, names, at, new Title("下列条件满足其一", "one of these holds")),
        Condition.NoneOf c => Join(c.Of, names, at, new Title("下列情形均未出现", "none of these holds")),
        Condition.AtLeastOf c => Join(c.Of, names, at, new Title(
            $"下列 {c.Of.Count} 项至少满足 {names.Number(c.N)} 项", $"at least {names.NumberEn(c.N)} of these {c.Of.Count} hold")),
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
        Condition.AttributeIs c => names.OneOf(names.Attribute(c.Attribute).Zh, names.Attribute(c.Attribute).EnOrZh, c.Is,
            o => names.AttributeOption(c.Attribute, o)),
        Condition.AttributeMissing c => names.Attribute(c.Attribute)
            .Then(c.Missing ? new Title("未登记", " is not recorded") : new Title("已登记", " is recorded")),
        Condition.LimitedBy c => c.Not
            ? new Title($"未受限制情形 {names.Limits(c.Limits).Zh} 限制", $"not limited by {names.Limits(c.Limits).EnOrZh}")
            : new Title($"受限制情形 {names.Limits(c.Limits).Zh} 限制", $"limited by {names.Limits(c.Limits).EnOrZh}"),
        Condition.SilentFor c => Silent(c, names),
        Condition.RankAtMost c => new Title($"位次在前 {names.Number(c.Place)} 名以内", $"the place is {names.NumberEn(c.Place)} or better"),
        Condition.OutcomeIs c => new Title($"符合{names.Outcome(c.Outcome).QuotedZh}的条件", $"eligible for {names.Outcome(c.Outcome).EnOrZh}"),
        Condition.History c => History(c, names),
        _ => throw new InvalidOperationException("unknown condition"),
    };

    private static Title Silent(Condition.SilentFor c, ProseNames names)
    {
        var (quarters, quartersEn) = (names.Number(c.Quarters), names.NumberEn(c.Quarters));
        if (c.Kinds is not { } ids) return new Title(
            $"连续 {quarters} 个季度没有各项指标所计的任何一类活动记录",
            $"for {quartersEn} quarters nothing was recorded of the kinds that indicators count");
        var kinds = names.List(ids, names.Kind);
        return new Title($"连续 {quarters} 个季度没有{kinds.QuotedZh}中任何一类记录",
            $"for {quartersEn} quarters nothing was recorded of: {kinds.EnOrZh}");
    }

    private static Title Occurred(Condition.EventOccurred c, ProseNames names)
    {
        var kind = names.Kind(c.Event);
        var options = c.Is is { } ids ? names.OptionList(c.Event, ids) : new Title("", "");
        var (spanZh, spanEn) = names.Number(c.Periods) == "1"
            ? ("本期", "in this period")
            : ($"含本期的 {names.Number(c.Periods)} 期内", $"within {names.NumberEn(c.Periods)} periods, this one included");
        return new Title(
            $"{spanZh}{kind.Zh}{options.Zh}不少于 {names.Number(c.AtLeast)} 次",
            $"{kind.EnOrZh}{options.EnOrZh} at least {names.NumberEn(c.AtLeast)} times {spanEn}");
    }

    private static Title History(Condition.History c, ProseNames names)
    {
        var given = names.List(c.Outcomes ?? Ids.Of(), names.Outcome);
        var what = c.Grades is { } grades
            ? new Title($"等次为{names.List(grades, names.Grade).QuotedZh}", $"the grade was {names.List(grades, names.Grade).EnOrZh}")
            : new Title($"获得{given.QuotedZh}", $"{given.EnOrZh} was given");
        return new Title($"此前 {names.Number(c.Within)} 期中至少 {names.Number(c.AtLeast)} 期{what.Zh}",
            $"{what.EnOrZh} in at least {names.NumberEn(c.AtLeast)} of the {names.NumberEn(c.Within)} rounds before");
    }

    private static Title Join(IReadOnlyList<Condition> of, ProseNames names, string at, Title head)
    {
        var numbers = Enumerable.Range(1, of.Count).Select(i => at.Length == 0 ? $"{i}" : $"{at}.{i}").ToList();
        var demands = of.Zip(numbers, (c, number) => Demand(c, names, number)).ToList();
        return new Title($"{head.Zh}：{string.Join("；", demands.Zip(numbers, (d, n) => $"（{n}）{d.Zh}"))}",
            $"{head.EnOrZh}: {string.Join("; ", demands.Zip(numbers, (d, n) => $"({n}) {d.EnOrZh}"))}");
    }

    private static Title Then(this Title first, Title second) => new(first.Zh + second.Zh, first.EnOrZh + second.EnOrZh);
}
