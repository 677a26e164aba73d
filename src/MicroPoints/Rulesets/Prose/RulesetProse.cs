using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>One line of a ruleset in words.</summary>
public sealed record ProseLine(string Id, Title Text, Cite Cite);

/// <summary>A ruleset in plain sentences, line by line, in both languages.</summary>
public static class RulesetProse
{
    /// <summary>Numbers are those in force on the first day on which rounds may lock under the ruleset.</summary>
    public static IEnumerable<ProseLine> Lines(Ruleset ruleset, KindCatalogue kinds, Values values)
    {
        var names = new ProseNames(ruleset, kinds, values, ruleset.Adoptable.From);
        foreach (var category in ruleset.Categories)
        {
            yield return new ProseLine(category.Id,
                Capped(category.Title, category.Cap, names, category.Bonus ? "（加分）" : "", category.Bonus
                ? " (bonus)" : ""), category.Cite);
            foreach (var indicator in category.Indicators.SelectMany(i => i.SelfAndBelow))
                yield return new ProseLine(indicator.Id, OfIndicator(indicator, names), indicator.Cite);
        }
        foreach (var deduction in ruleset.Deductions) yield return new ProseLine(deduction.Id,
            OfDeduction(deduction, names), deduction.Cite);
        foreach (var limit in ruleset.Limits) yield return new ProseLine(limit.Id, OfLimit(limit, names), limit.Cite);
        foreach (var grade in ruleset.Grades)
            yield return new ProseLine(grade.Id,
                new Title(
                $"{grade.Title.Zh}：{names.Number(grade.From)} 分及以上",
                $"{grade.Title.EnOrZh}: from {names.Number(grade.From)}"), grade.Cite);
        foreach (var rule in ruleset.Classes) yield return new ProseLine(rule.Id, When(rule.Title, rule.When, names), rule.Cite);
        foreach (var outcome in ruleset.Outcomes) yield return new ProseLine(outcome.Id, OfOutcome(outcome, names), outcome.Cite);
    }

    /// <summary>How an indicator scores, without its title: what a form prints beside it. Empty for a group.</summary>
    public static Title Standard(Indicator indicator, ProseNames names)
    {
        List<Title> parts = [];
        if (indicator.CountedKinds.Select(names.Kind).ToList() is [_, ..] kinds) parts.Add(new Title(
            $"按“{string.Join("、", kinds.Select(k => k.Zh))}”计", $"by {string.Join(", ", kinds.Select(k => k.EnOrZh))}"));
        if (indicator.Score is { } score) parts.Add(ScoreProse.Of(score, [.. indicator.CountedKinds], names));
        return new Title(string.Join("，", parts.Select(p => p.Zh)), string.Join(": ", parts.Select(p => p.EnOrZh)));
    }

    private static Title OfIndicator(Indicator indicator, ProseNames names)
    {
        var kinds = indicator.CountedKinds.Select(names.Kind).ToList();
        var score = indicator.Score is { } function ? ScoreProse.Of(function, [.. indicator.CountedKinds], names) : null;
        var counts = kinds.Count == 0 ? new Title("", "")
            : new Title($"，按“{string.Join("、", kinds.Select(k => k.Zh))}”计", $", by {string.Join(", ", kinds.Select(k => k.EnOrZh))}");
        var overflow = indicator.Overflow is { } over
            ? new Title($"；超出部分计入 {over.To}", $"; what exceeds the cap counts for {over.To}") : new Title("", "");
        return Capped(new Title(indicator.Title.Zh + counts.Zh + (score is null ? "" : $"：{score.Zh}") + overflow.Zh,
            indicator.Title.EnOrZh + counts.EnOrZh + (score is null ? "" : $": {score.EnOrZh}") + overflow.EnOrZh),
                indicator.Cap, names, "", "");
    }

    private static Title OfDeduction(Deduction deduction, ProseNames names)
    {
        var (zh, en) = deduction.While is { } state
            ? ($"期间计 {names.Number(state.Points)} 分", $"{names.Number(state.Points)} while it lasts")
            : ($"每次 {names.Number(deduction.Each!.Value)} 分", $"{names.Number(deduction.Each!.Value)} each");
        if (deduction.ZeroesByKey || deduction.ZeroesKinds.Count > 0) (zh, en) = (
            $"相关指标计零，并{zh}", $"{en}, and the indicators concerned come to zero");
        return new Title($"{deduction.Title.Zh}：{zh}{(deduction.Cap is { } cap ? $"，最多 {names.Number(cap)} 分" : "")}",
            $"{deduction.Title.EnOrZh}: {en}{(deduction.Cap is { } most ? $", at most {names.Number(most)}" : "")}");
    }

    private static Title OfLimit(Limit limit, ProseNames names)
    {
        List<Title> effects = [];
        if (limit.Bars) effects.Add(new Title("不参加评价和排名", "not assessed and not ranked"));
        if (limit.Ceiling is { } grade) effects.Add(new Title($"等次最高为{names.Grade(grade).Zh}", $"at most {names.Grade(grade).EnOrZh}"));
        if (limit.GradesDown is { } down) effects.Add(new Title($"降 {names.Number(down)} 等", $"{names.Number(down)} grades down"));
        if (limit.SuspendsAll) effects.Add(new Title("暂停除帮扶外的结果运用", "outcomes but follow-ups are suspended"));
        if (names.Outcomes(limit.Suspends)
            is { Zh.Length: > 0 } outcomes) effects.Add(new Title($"暂停{outcomes.Zh}", $"suspends {outcomes.EnOrZh}"));
        var when = ConditionProse.Demand(limit.When, names);
        return new Title($"{limit.Title.Zh}：{when.Zh}的，{string.Join("，", effects.Select(e => e.Zh))}",
            $"{limit.Title.EnOrZh}: where {when.EnOrZh}: {string.Join(", ", effects.Select(e => e.EnOrZh))}");
    }

    private static Title OfOutcome(Outcome outcome, ProseNames names)
    {
        var text = When(outcome.Title, outcome.When, names);
        if (outcome.Quota is not { } quota) return text;
        var (zh, en) = quota.Percent is { } percent
            ? ($"{names.Number(percent)}%", $"{names.Number(percent)} %")
            : (names.Number(quota.Count!.Value), names.Number(quota.Count!.Value));
        return new Title($"{text.Zh}；名额 {zh}", $"{text.EnOrZh}; quota {en}");
    }

    private static Title When(Title title, Condition? when, ProseNames names)
    {
        if (when is null) return new Title($"{title.Zh}：其余情形", $"{title.EnOrZh}: everything else");
        var demand = ConditionProse.Demand(when, names);
        return new Title($"{title.Zh}：{demand.Zh}", $"{title.EnOrZh}: {demand.EnOrZh}");
    }

    private static Title Capped(Title title, Number? cap, ProseNames names, string zh, string en) => cap is { } most
        ? new Title($"{title.Zh}{zh}，最高 {names.Number(most)} 分", $"{title.EnOrZh}{en}, at most {names.Number(most)}")
        : new Title(title.Zh + zh, title.EnOrZh + en);
}
