using MicroPoints.Rulesets;

namespace MicroPoints.Documents;

/// <summary>What stands at the head of a print: facts, documents, settings, values and attributes.</summary>
internal static class PrintedHead
{
    private static readonly Title Id = new("编号", "Id"), Name = new("名称", "Name"), Uses = new("用在", "Used by");
    private static readonly Title None = new("—", "—");

    public static IEnumerable<PrintedFact> Facts(RulesetSource source)
    {
        var (ruleset, names) = (source.Ruleset, source.Dated);
        yield return new(new("版本", "Version"), new($"{ruleset.Id} {ruleset.Version}，核验码 {ruleset.Hash.ToString()[..8]}",
            $"{ruleset.Id} {ruleset.Version}, code {ruleset.Hash.ToString()[..8]}"));
        yield return new(new("制定", "Authority"), RulesetWords.Authority(ruleset.Authority));
        yield return new(new("适用", "For"), RulesetWords.Applies(ruleset.AppliesTo));
        yield return new(new("周期", "Period"), RulesetWords.Period(ruleset.Period));
        yield return new(new("可用", "Adoptable"), new(
            $"{Calendar.Text(ruleset.Adoptable.From)} 起、{Calendar.Text(ruleset.Adoptable.Until.AddDays(-1))} 止锁定的评价",
            $"for rounds that lock from {Calendar.Text(ruleset.Adoptable.From)} "
            + $"through {Calendar.Text(ruleset.Adoptable.Until.AddDays(-1))}"));
        if (ruleset.Scale is not { } scale)
        {
            yield return new(new("积分", "Points"), new("不计积分，只分类别", "none, classes only"));
            yield break;
        }
        var (zh, en) = ($"总分 {names.Number(scale.Total)} 分", $"{names.NumberEn(scale.Total)} in all");
        if (scale.BonusAtMost is { } bonus)
            (zh, en) = ($"{zh}，加分合计不超过 {names.Number(bonus)} 分", $"{en}, bonus at most {names.NumberEn(bonus)}");
        if (scale.FinalAtMost is { } most)
            (zh, en) = ($"{zh}，最后得分不超过 {names.Number(most)} 分", $"{en}, {names.NumberEn(most)} at most in the end");
        yield return new(new("积分", "Points"), new(zh, en));
    }

    public static IEnumerable<PrintedTable> Tables(RulesetSource source)
    {
        var ruleset = source.Ruleset;
        var uses = RulesetUses.Of(ruleset);
        yield return new(new("依据文件", "Documents"), [new("序号", "No."), Name, new("发布", "Publisher"), new("日期", "Date")],
            [.. ruleset.Sources.Select((s, i) => (IReadOnlyList<Title>)[
                new($"〔{i + 1}〕"), new($"《{s.Title.Zh}》", s.Title.EnOrZh), new(s.Publisher), new(s.On.ToString())])]);
        if (ruleset.Settings.Count > 0) yield return new(new("选项（由采用的地方确定）", "Settings, for the adopting region"),
            [Id, Name, new("现定", "Set to"), new("不设时", "Default"), Uses],
            [.. ruleset.Settings.Select(s => (IReadOnlyList<Title>)[
                new(s.Id), s.Title, Value(source, s, source.Values.Settings[s.Id]), Value(source, s, s.Default), UsedBy(uses, s.Id)])]);
        if (ruleset.Parameters.Count > 0) yield return new(new("数值", "Values"),
            [Id, new("自何日起", "From"), new("值", "Value"), new("依据", "Clause"), new("最近核对", "Last checked"), Uses],
            [.. ruleset.Parameters.SelectMany(p => p.Values.Select(v => (IReadOnlyList<Title>)[
                new(p.Id), new(Calendar.Text(v.From)), Amount(v.Value, p.Unit), source.ClauseTitle(v.Cite),
                v.StillValidOn is { } day ? new(Calendar.Text(day)) : None, UsedBy(uses, p.Id)]))]);
        if (ruleset.Attributes.Count > 0) yield return new(new("商会登记信息", "Attributes of chambers"),
            [Id, Name, new("填法", "Form")],
            [.. ruleset.Attributes.Select(a => (IReadOnlyList<Title>)[new(a.Id), a.Title, Form(a)])]);
    }

    private static Title Amount(Points value, string unit) =>
        unit == "points" ? new($"{value} 分", $"{value}") : new($"{value} {unit}".TrimEnd());

    private static Title UsedBy(IReadOnlyDictionary<string, IReadOnlyList<string>> uses, string id)
    {
        if (!uses.TryGetValue(id, out var lines)) return None;
        return new(string.Join("、", lines.Select(l => l == RulesetUses.Head ? "适用范围和总分" : l)),
            string.Join(", ", lines.Select(l => l == RulesetUses.Head ? "the head" : l)));
    }

    private static Title Value(RulesetSource source, Setting setting, SettingValue value) => setting.Type switch
    {
        SettingType.Switch => value.Switch ? new("启用", "on") : new("不启用", "off"),
        SettingType.Number => new(new Points(value.Hundredths).ToString()),
        _ => List([.. value.List.Select(i => Item(source, i))]),
    };

    /// <summary>What a list names: a kind, a group of chambers, or something of the ruleset.</summary>
    private static Title Item(RulesetSource source, string id)
    {
        if (KindId.IsValid(id) && source.Kinds.Find(new KindId(id)) is { } kind) return kind.Title;
        if (RulesetWords.PeerGroup(id) is var group && group.Zh != id) return group;
        return ((Title[])[source.Names.Grade(id), source.Names.Outcome(id), source.Names.Class(id)]).FirstOrDefault(t => t.Zh != id)
            ?? new Title(id);
    }

    private static Title Form(AttributeDefinition attribute) => attribute.Type switch
    {
        AttributeType.Number => new("数", "a number"),
        AttributeType.Day => new("日期", "a day"),
        _ => List([.. attribute.Options.Select(attribute.OptionTitle)]),
    };

    private static Title List(IReadOnlyList<Title> items) => items.Count == 0 ? None
        : new(string.Join("、", items.Select(t => t.Zh)), string.Join(", ", items.Select(t => t.EnOrZh)));
}
