using MicroPoints.Standings;

namespace MicroPoints.Tests;

/// <summary>The steps of a trace as short text, to be compared with what was reckoned by hand.</summary>
internal static class ToldTraces
{
    /// <summary>Facts as short text, such as <c>2026-03 visit ×11 = 11 at 0.5</c> or <c>2026-03-31 survey ×1 NotLatest</c>.</summary>
    public static string Told(this IEnumerable<TracedFact> facts) => string.Join("; ", facts.OrderBy(f => f.On?.Last).Select(f =>
        $"{f.On?.ToString() ?? "-"} {f.Kind}{(f.Choice is { } choice ? $":{choice}" : "")} ×{f.Facts}"
            + (f.LeftOut is { } why ? $" {why}" : $" = {f.Amount}" + (f.Each is { } each ? $" at {each}" : ""))));

    public static string Told(this IEnumerable<TracedTerm> terms) => string.Join("; ", terms.Select(t =>
        (t.Of is { } of ? $"{of}: " : "") + $"{t.Amount}{(t.Every is { } every ? $"/{every}" : "")} × {t.Each} = {t.Points}"));

    public static string Told(this IEnumerable<TracedCut> cuts) =>
        string.Join("; ", cuts.Select(c => $"{c.By} {c.Before}→{c.After}"));

    public static string Told(this IEnumerable<TracedValue> values) => string.Join("; ", values.Select(v =>
        $"{v.Id} {v.Value?.ToString() ?? "-"} from {(v.From is { } from ? Calendar.Text(from) : "-")}"));

    public static string Told(this IEnumerable<TracedOperand> operands) => string.Join("; ", operands.Select(o =>
        $"{o.Of} [{string.Join(' ', o.Actual)}] {o.By} [{string.Join(' ', o.Wanted)}] {o.Holds}"));
}
