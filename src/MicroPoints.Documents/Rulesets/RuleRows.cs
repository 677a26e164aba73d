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
        select new RuleRow([line.Title.Zh], line.Id, "", RulesetProse.Standard(line, source.Names).Zh,
            Evidence(source, kinds), Confirmed(source, kinds), source.Clause(line.Cite));

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

    private static string Standard(RulesetSource source, Indicator line) => string.Join("；",
        RulesetProse.Around(line, source.Names).Prepend(RulesetProse.Standard(line, source.Names))
            .Select(p => p.Zh).Where(p => p.Length > 0));

    private static string Number(RulesetSource source, Number? number) => number is { } known ? source.Names.InForce(known) : "";

    private static string Evidence(RulesetSource source, IEnumerable<KindId> kinds) => string.Join("、",
        kinds.Select(source.Kinds.Find).SelectMany(k => k?.Evidence ?? []).Distinct().Select(EvidenceWords.Of));

    private static string Confirmed(RulesetSource source, IEnumerable<KindId> kinds) => string.Join("、",
        kinds.Select(k => source.Kinds.Find(k)?.ConfirmedBy?.Zh).OfType<string>().Distinct());
}
