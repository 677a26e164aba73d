namespace MicroPoints.Rulesets;

/// <summary>Limits, grades, classes and outcomes in words.</summary>
internal static class ConsequenceProse
{
    public static Title OfLimit(Limit line, ProseNames names)
    {
        List<Title> effects = [];
        if (line.Bars) effects.Add(line.BarsReason is { } reason
            ? new Title($"不参加评价和排名（事由：{reason.Zh}）", $"not assessed and not ranked (reason: {reason.EnOrZh})")
            : new Title("不参加评价和排名", "not assessed and not ranked"));
        if (line.Ceiling is { } grade) effects.Add(new Title($"等次最高为{names.Grade(grade).Zh}", $"at most {names.Grade(grade).EnOrZh}"));
        if (line.GradesDown is { } down) effects.Add(new Title($"降 {names.Number(down)} 等", $"{names.NumberEn(down)} grades down"));
        if (line.SuspendsAll) effects.Add(new Title("暂停除帮扶外的结果运用", "outcomes but follow-ups are suspended"));
        if (names.Outcomes(line.Suspends) is { Zh.Length: > 0 } outcomes)
            effects.Add(new Title($"暂停{outcomes.Zh}", $"suspended: {outcomes.EnOrZh}"));
        var when = ConditionProse.Demand(line.When, names);
        var (zh, en) = (string.Join("，", effects.Select(e => e.Zh)), string.Join(", ", effects.Select(e => e.EnOrZh)));
        return ConditionProse.IsList(line.When)
            ? new Title($"{line.Title.Zh}：{when.Zh}。有此情形的，{zh}", $"{line.Title.EnOrZh}: {when.EnOrZh}. Where so: {en}")
            : new Title($"{line.Title.Zh}：{when.Zh}的，{zh}", $"{line.Title.EnOrZh}: where {when.EnOrZh}: {en}");
    }

    public static Title OfGrade(Grade line, ProseNames names) => CountedProse.Line(line.Title, [
        new Title($"{names.Number(line.From)} 分及以上", $"from {names.NumberEn(line.From)}"),
        .. line.Quota is { } quota ? (Title[])[QuotaProse.Of(quota, names), new Title(
            "名额线上并列的都保留，名额以外的降一等，计入下一等次的名额",
            "those tied on the line stay, the rest go down one grade and count there")] : [],
    ]);

    public static Title OfClass(ClassRule line, ProseNames names) => CountedProse.Line(line.Title, [When(line.When, names)]);

    public static Title OfOutcome(Outcome line, ProseNames names)
    {
        List<Title> parts = [When(line.When, names)];
        var kind = RulesetWords.Outcome(line.Kind);
        // A list ends with a full stop, so that what follows is not taken for a part of it.
        var rest = CountedProse.Join(After(line, names));
        var stop = line.When is { } when && ConditionProse.IsList(when);
        return new Title($"{line.Title.Zh}（{kind.Zh}）：{parts[0].Zh}{(stop ? "。" : "；")}{rest.Zh}",
            $"{line.Title.EnOrZh} ({kind.EnOrZh}): {parts[0].EnOrZh}{(stop ? ". " : "; ")}{rest.EnOrZh}");
    }

    /// <summary>The kinds that a condition reads.</summary>
    public static IReadOnlyList<KindId> Kinds(Condition? condition, Values values) => condition is null ? [] :
        [.. condition.SelfAndBelow.SelectMany(c => c switch
        {
            Condition.StateIs s => [s.State],
            Condition.StateMissing s => [s.State],
            Condition.StateHeldFor s => [s.State],
            Condition.EventOccurred e => [e.Event],
            Condition.Compare { Subject: Subject.Rate, Id: { } rate } => [new KindId(rate)],
            Condition.SilentFor { Kinds: { } ids } => values.List(ids).Where(KindId.IsValid).Select(k => new KindId(k)),
            _ => (IEnumerable<KindId>)[],
        }).Distinct()];

    /// <summary>The attributes of chambers that a condition reads.</summary>
    public static IReadOnlyList<string> Attributes(Condition? condition) => condition is null ? [] :
        [.. condition.SelfAndBelow.Select(c => c switch
        {
            Condition.Compare { Subject: Subject.Attribute } a => a.Id,
            Condition.AttributeIs a => a.Attribute,
            Condition.AttributeMissing a => a.Attribute,
            Condition.AttributeDay a => a.Attribute,
            _ => null,
        }).OfType<string>().Distinct()];

    private static IEnumerable<Title> After(Outcome line, ProseNames names)
    {
        if (line.Quota is { } quota)
        {
            yield return QuotaProse.Of(quota, names);
            yield return QuotaProse.Of(line.Ties);
        }
        if (line.Valid is { } valid) yield return new Title(
            $"自{(valid.FromNextYear ? "次年 1 月 1 日" : "确定之日")}起 {names.Number(valid.Years)} 年内有效",
            $"valid for {names.NumberEn(valid.Years)} years from "
            + (valid.FromNextYear ? "1 January of the next year" : "the day of the decision"));
        yield return line.Automatic
            ? new Title("免于申报，直接列入名单", "offered on the list without an application") : new Title("由商会申请", "on the chamber's application");
        if (line.Records is not { } honour) yield break;
        var option = honour.Option is { } id ? names.Option(honour.Kind, id) : names.Option(honour.Kind, "true");
        yield return new Title($"确定后登记{names.Kind(honour.Kind).QuotedZh}为{option.QuotedZh}",
            $"once decided, {names.Kind(honour.Kind).EnOrZh} is recorded as {option.EnOrZh}");
    }

    private static Title When(Condition? when, ProseNames names) =>
        when is null ? new Title("其余情形", "everything else") : ConditionProse.Demand(when, names);
}
