using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Checks;
using MicroPoints.Rulesets.Yaml.Nodes;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.RuleTests;

/// <summary>What every reader of one rule test file shares. Without a ruleset nothing is looked up in it.</summary>
internal sealed record RuleTestContext(Ruleset? Ruleset, KindCatalogue Kinds, Findings Findings)
{
    /// <summary>Facts by fixture.</summary>
    public Dictionary<string, IReadOnlyList<RuleTestFact>> Fixtures { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of a sort that the ruleset declares; null without a ruleset.</summary>
    public IReadOnlyList<string>? Known(NameOf of) => Ruleset is not { } r ? null : of switch
    {
        NameOf.Setting => [.. r.Settings.Select(s => s.Id)],
        NameOf.Attribute => [.. r.Attributes.Select(a => a.Id)],
        NameOf.Category => [.. r.Categories.Select(c => c.Id)],
        NameOf.Indicator => [.. r.AllIndicators.Select(i => i.Id)],
        NameOf.Deduction => [.. r.Deductions.Select(d => d.Id)],
        NameOf.Limit => [.. r.Limits.Select(l => l.Id)],
        NameOf.Grade => [.. r.Grades.Select(g => g.Id)],
        NameOf.Class => [.. r.Classes.Select(c => c.Id)],
        NameOf.Outcome => [.. r.Outcomes.Select(o => o.Id)],
        _ => throw new InvalidOperationException("not asked for in tests"),
    };

    /// <summary>Whether a line exists; one that does not is reported.</summary>
    public bool Knows(NameOf of, string id, YamlNode at)
    {
        if (Known(of) is not { } known || known.Contains(id)) return true;
        var (code, sort) = ReferenceCheck.Sort(of);
        Findings.Add(code, at, $"there is no {sort} '{id}' in {Ruleset!.Name}", Suggest.Among(id, known));
        return false;
    }

    /// <summary>A day, meaning its end in Asia/Shanghai, or an instant with its offset.</summary>
    public DateTimeOffset? Instant(Fields fields, string key)
    {
        if (fields.Node(key) is not { } node || Shapes.Quoted(node, fields.Named(key),
            Findings) is not { } text) return null;
        if (Calendar.TryParseDay(text, out var day)) return Calendar.EndOf(day);
        if (Calendar.TryParseInstant(text, out var instant)) return instant;
        Findings.Add(DiagnosticCodes.NotInstant, node, $"{fields.Named(key)} '{text}' is neither a day nor an instant",
            "Write '2026-06-30' or '2026-06-30T18:00:00+08:00'.");
        return null;
    }

    /// <summary>Text that is better quoted because other readers would take it for a number.</summary>
    public string? BetterQuoted(YamlNode node, string what)
    {
        if (Shapes.Scalar(node, what, Findings) is not { } scalar) return null;
        if (scalar.Plain) Findings.Add(DiagnosticCodes.BetterQuoted, node, $"{what} {scalar.Text} is not quoted",
            $"Write '{scalar.Text}' in quotes.");
        return scalar.Text;
    }

    public Period? Period(YamlNode node, string what)
    {
        if (BetterQuoted(node, what) is not { } text) return null;
        if (MicroPoints.Period.TryParse(text, out var period)
            && (Ruleset is null || period.Length == Ruleset.Period)) return period;
        Findings.Add(DiagnosticCodes.NotPeriod, node, $"{what} '{text}' is not a period of the ruleset's length",
            Ruleset is { } r ? $"Write one such as '{MicroPoints.Period.Containing(r.Adoptable.From, r.Period)}'."
                : "Write '2026', '2026Q3' or '2025-2026'.");
        return null;
    }
}
