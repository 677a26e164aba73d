using System.Text;
using MicroPoints.Rulesets.Yaml.Writing;

namespace MicroPoints.Rulesets.Yaml;

/// <summary>Writes a ruleset as a file that reads back as the same ruleset.</summary>
/// <remarks>
/// Comments, the order of keys and the way citations were inherited are those of the writer, so the bytes and the hash are
/// new ones: what was adopted stays with its own bytes.
/// </remarks>
public static class RulesetWriter
{
    public static string Write(Ruleset ruleset) => Write(ruleset, null);

    /// <param name="remarks">The comments beside the line of an id; where they are given, indicators stand in blocks, a key a line.</param>
    internal static string Write(Ruleset ruleset, Func<string, IEnumerable<string>>? remarks)
    {
        var text = new StringBuilder();
        Head(text, ruleset);
        Section(text, "settings", ruleset.Settings.Select(Setting));
        Section(text, "parameters", ruleset.Parameters.Select(p => Parameter(p, ruleset.Cite)));
        Section(text, "attributes", ruleset.Attributes.Select(a => $"{Flow.Text(a.Id)}: " + Flow.Map(
            ("type", Flow.Word(a.Type)), ("options", Options(a)), ("title", Flow.Title(a.Title)))));
        Categories(text, ruleset, remarks);
        Section(text, "deductions", ruleset.Deductions.SelectMany(d => With(remarks, d.Id, "- " + LineText.Deduction(d, ruleset.Cite))));
        Section(text, "limits", ruleset.Limits.SelectMany(l => With(remarks, l.Id, "- " + LineText.Limit(l, ruleset.Cite))));
        Section(text, "grades", ruleset.Grades.SelectMany(g => With(remarks, g.Id, "- " + LineText.Grade(g, ruleset.Cite))));
        Section(text, "classes", ruleset.Classes.Select(c => "- " + LineText.Class(c, ruleset.Cite)));
        Section(text, "ranking", ruleset.Ranking.Select(k => "- " + LineText.Ranking(k)));
        Section(text, "outcomes", ruleset.Outcomes.Select(o => "- " + LineText.Outcome(o, ruleset.Cite)));
        return text.ToString();
    }

    private static void Head(StringBuilder text, Ruleset ruleset)
    {
        var applies = ruleset.AppliesTo;
        Line(text, "ruleset", Flow.Text(ruleset.Id));
        Line(text, "version", Flow.Quoted(ruleset.Version));
        Line(text, "title", Flow.Title(ruleset.Title));
        Line(text, "sample", Flow.Flag(ruleset.Sample));
        Line(text, "authority", Flow.Text(ruleset.Authority));
        Line(text, "adoptable",
            Flow.Map(("from", Flow.Day(ruleset.Adoptable.From)), ("until", Flow.Day(ruleset.Adoptable.Until))));
        Line(text, "period", ruleset.Period == PeriodLength.TwoYears ? "2-years" : Flow.Word(ruleset.Period));
        if (applies is not { PeerGroups.Count: 0, ApplicantsOnly: false, RegisteredForAtLeast: null })
            Line(text, "applies-to", Flow.Map(
                ("peer-groups", applies.PeerGroupsSetting is { } id ? "$" + id : Flow.Texts(applies.PeerGroups)),
                ("applicants-only", Flow.Flag(applies.ApplicantsOnly)),
                ("registered-for-at-least", applies.RegisteredForAtLeast?.ToString())));
        Section(text, "sources", ruleset.Sources.Select(s => $"{Flow.Text(s.Id)}: " + Flow.Map(
            ("title", Flow.Title(s.Title)), ("publisher", Flow.Text(s.Publisher)), ("date", Flow.Quoted(s.On.ToString())))));
        Line(text, "cite", Flow.Cite(ruleset.Cite));
        if (ruleset.Scale is { } scale)
            Line(text, "scale", Flow.Map(("total", $"{scale.Total}"), ("bonus-at-most", scale.BonusAtMost?.ToString()),
                ("final-at-most", scale.FinalAtMost?.ToString())));
    }

    private static string Setting(Setting setting) => $"{Flow.Text(setting.Id)}: " + Flow.Map(
        ("type", Flow.Word(setting.Type)),
        ("default", setting.Type switch
        {
            SettingType.Switch => setting.Default.Switch ? "true" : "false",
            SettingType.Number => new Points(setting.Default.Hundredths).ToString(),
            SettingType.List => Flow.List(setting.Default.List.Select(Flow.Text)),
            _ => throw new InvalidOperationException("unknown setting type"),
        }),
        ("title", Flow.Title(setting.Title)));

    private static string? Options(AttributeDefinition attribute) => attribute.Options.Count == 0 ? null
        : Flow.List(attribute.Options.Select(o => attribute.OptionTitles.TryGetValue(o, out var title)
            ? Flow.Map(("id", Flow.Text(o)), ("title", Flow.Title(title))) : Flow.Text(o)));

    private static string Parameter(Parameter parameter, Cite around) => $"{Flow.Text(parameter.Id)}: " + Flow.Map(
        ("unit", Flow.Text(parameter.Unit)),
        ("values", Flow.List(parameter.Values.Select(v => Flow.Map(
            ("from", Flow.Day(v.From)), ("value", $"{v.Value}"), ("cite", LineText.Cite(v.Cite, around)),
            ("still-valid-on", v.StillValidOn is { } day ? Flow.Day(day) : null))))));

    private static IEnumerable<string> With(Func<string, IEnumerable<string>>? remarks, string id, string line) =>
        (remarks?.Invoke(id) ?? []).Select(r => "# " + r).Append(line);

    private static void Categories(StringBuilder text, Ruleset ruleset, Func<string, IEnumerable<string>>? remarks)
    {
        if (ruleset.Categories.Count > 0) text.Append("categories:\n");
        foreach (var category in ruleset.Categories)
        {
            foreach (var remark in remarks?.Invoke(category.Id) ?? []) text.Append("  # ").Append(remark).Append('\n');
            text.Append("  - id: ").Append(Flow.Text(category.Id)).Append('\n');
            Line(text, "    title", Flow.Title(category.Title));
            Line(text, "    cite", LineText.Cite(category.Cite, ruleset.Cite));
            Line(text, "    cap", category.Cap?.ToString());
            Line(text, "    bonus", Flow.Flag(category.Bonus));
            Line(text, "    redistribute-at-most", category.RedistributeAtMost?.ToString());
            text.Append("    indicators:\n");
            foreach (var indicator in category.Indicators)
                if (remarks is null) text.Append("      - ").Append(LineText.Indicator(indicator, category.Cite)).Append('\n');
                else Block(text, indicator, category.Cite, "      ", remarks);
        }
    }

    private static void Block(StringBuilder text, Indicator line, Cite around, string indent, Func<string, IEnumerable<string>> remarks)
    {
        foreach (var remark in remarks(line.Id)) text.Append(indent).Append("# ").Append(remark).Append('\n');
        var lead = "- ";
        foreach (var (key, value) in LineText.IndicatorFields(line, around).Where(f => f.Value is not null))
        {
            Line(text, indent + lead + key, value);
            lead = "  ";
        }
        if (line.IsGroup) text.Append(indent).Append("  indicators:\n");
        foreach (var inside in line.Indicators) Block(text, inside, line.Cite, indent + "    ", remarks);
    }

    private static void Line(StringBuilder text, string key, string? value)
    {
        if (value is not null) text.Append(key).Append(": ").Append(value).Append('\n');
    }

    private static void Section(StringBuilder text, string key, IEnumerable<string> lines)
    {
        var written = lines.ToList();
        if (written.Count == 0) return;
        text.Append(key).Append(":\n");
        foreach (var line in written) text.Append("  ").Append(line).Append('\n');
    }
}
