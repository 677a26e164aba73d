using MicroPoints.Rulesets;

namespace MicroPoints.Documents;

/// <summary>One line of the table of indicators, as Word and Excel both print it.</summary>
/// <param name="Levels">一级指标, 二级指标 and so on down to the line itself; the last has no id in it.</param>
/// <param name="Points">The most it gives; empty where nothing bounds it.</param>
internal sealed record RuleRow(
    IReadOnlyList<string> Levels, string Id, string Points, string Standard, string Evidence, string Confirmed, string Clause);

/// <summary>The indicators and deductions of a ruleset as rows.</summary>
internal static class RuleRows
{
    private static readonly string[] LevelWords = ["一级指标", "二级指标", "三级指标", "四级指标", "五级指标"];

    public static IReadOnlyList<RuleRow> Indicators(RulesetSource source)
    {
        var rows = source.Ruleset.Categories.SelectMany(c => c.Indicators.SelectMany(i => Of(source, i, [Category(source, c)]))).ToList();
        var depth = Math.Max(2, rows.Select(r => r.Levels.Count).DefaultIfEmpty().Max());
        // A line that stands higher than others fills the columns below it too, so that it is one cell across them.
        return [.. rows.Select(r => r with { Levels = [.. r.Levels, .. Enumerable.Repeat(r.Levels[^1], depth - r.Levels.Count)] })];
    }

    /// <summary>The headings of as many levels as the rows have.</summary>
    public static IEnumerable<string> Headings(IReadOnlyList<RuleRow> rows) => LevelWords.Take(rows.Count == 0 ? 2 : rows[0].Levels.Count);

    public static IEnumerable<RuleRow> Deductions(RulesetSource source) =>
        from line in source.Ruleset.Deductions
        where source.IsOn(line.EnabledBy)
        let kinds = line.While is { } state ? [state.State] : line.Counts.Select(c => c.Kind).ToList()
        select new RuleRow([line.Title.Zh], line.Id, "", Taken(source, line), Evidence(source, kinds), Confirmed(source, kinds),
            source.Clause(line.Cite));

    private static IEnumerable<RuleRow> Of(RulesetSource source, Indicator line, IReadOnlyList<string> above)
    {
        if (!source.IsOn(line.EnabledBy)) return [];
        if (line.IsGroup) return line.Indicators
            .SelectMany(i => Of(source, i, [.. above, Cited(source, Capped(source, line.Title.Zh, line.Cap), line.Cite)]));
        var kinds = line.CountedKinds.ToList();
        return [new RuleRow([.. above, line.Title.Zh], line.Id, Number(source, line.Cap), Standard(source, line),
            Evidence(source, kinds), Confirmed(source, kinds), source.Clause(line.Cite))];
    }

    private static string Category(RulesetSource source, Category category) =>
        Cited(source, Capped(source, category.Title.Zh, category.Cap, category.Bonus ? "加分，最高" : ""), category.Cite);

    /// <summary>The clause on a line of its own, below what it is of.</summary>
    public static string Cited(RulesetSource source, string text, Cite cite) => $"{text}\n依据{source.Clause(cite)}";

    /// <summary>A cell without its clause: for tables that people sort.</summary>
    public static string Uncited(string text) => text.Split("\n依据〔")[0];

    private static string Capped(RulesetSource source, string title, Number? cap, string before = "") =>
        cap is null ? before.Length == 0 ? title : $"{title}（加分）" : $"{title}（{before}{Number(source, cap)}分）";

    private static string Standard(RulesetSource source, Indicator line)
    {
        List<string> parts = [RulesetProse.Standard(line, source.Names).Zh];
        if (line.Score is null)
        {
            var from = source.Ruleset.AllIndicators.Where(i => i.Overflow?.To == line.Id).Select(i => i.Id);
            parts = [$"不单独计分，计入{string.Join("、", from)}超出最高分的部分"];
        }
        if (line.Overflow is { } over) parts.Add(over.Each is { } each
            ? $"超出最高分的，每个对象另计{source.Names.Number(each)}分，计入{over.To}" : $"超出最高分的部分计入{over.To}");
        if (line.MayBeNotApplicable) parts.Add("本期没有这类情形的，可以确认为不适用");
        return string.Join("；", parts);
    }

    private static string Taken(RulesetSource source, Deduction line)
    {
        var names = source.Names;
        var text = line.While is { } state
            ? $"按“{names.Kind(state.State).Zh}”计，{names.List(state.Is, o => names.Option(state.State, o)).Zh}期间扣{Less(state.Points)}分"
            : $"按“{string.Join("、", line.Counts.Select(c => names.Kind(c.Kind).Zh))}”计，每次扣{Less(line.Each!.Value)}分";
        if (line.Cap is { } cap) text += $"，最多扣{Less(cap)}分";
        if (line.ZeroesByKey) text += "；所涉事项的指标计零";
        else if (line.ZeroesKinds.Count > 0) text += $"；“{string.Join("、", line.ZeroesKinds.Select(k => names.Kind(k).Zh))}”的指标计零";
        return text;

        string Less(Number number) => names.Number(number).TrimStart('-');
    }

    private static string Number(RulesetSource source, Number? number) => number is { } known ? source.Names.Number(known) : "";

    private static string Evidence(RulesetSource source, IEnumerable<KindId> kinds) => string.Join("、",
        kinds.Select(source.Kinds.Find).SelectMany(k => k?.Evidence ?? []).Distinct().Select(EvidenceWords.Of));

    private static string Confirmed(RulesetSource source, IEnumerable<KindId> kinds) => string.Join("、",
        kinds.Select(k => source.Kinds.Find(k)?.ConfirmedBy?.Zh).OfType<string>().Distinct());
}
