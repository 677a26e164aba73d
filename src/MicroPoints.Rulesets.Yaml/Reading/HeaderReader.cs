using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads what stands at the head of a ruleset.</summary>
internal static class HeaderReader
{
    public static string? Ruleset(Fields file)
    {
        if (file.RequiredId("ruleset") is not { } id) return null;
        if (RulesetState.IsReserved(id)) file.Findings.Add(DiagnosticCodes.RulesetReserved, file.At("ruleset"),
            $"'{id}' is not a ruleset's to use: the product keeps another file under it", "Choose another id.");
        return id;
    }

    public static string? Version(Fields file)
    {
        if (file.RequiredNode("version") is not { } node || Shapes.Quoted(node, file.Named("version"),
            file.Findings) is null) return null;
        return Shapes.Id(node, file.Named("version"), file.Findings);
    }

    public static DayRange? Adoptable(Fields file)
    {
        if (file.RequiredNode("adoptable") is not { } node
            || Fields.Of(node, "'adoptable'", file.Findings, "from", "until") is not { } fields) return null;
        var from = fields.RequiredDay("from");
        var until = fields.Has("until") ? fields.Day("until") : Limits.LastDay;
        if (from is null || until is null) return null;
        if (from >= until)
            file.Findings.Add(DiagnosticCodes.AdoptableEmpty, fields.At("until"), "'adoptable' ends before it begins",
                "Write 'until' as the first day on which it may no longer be adopted, after 'from'.");
        return new DayRange(from.Value, until.Value);
    }

    public static PeriodLength? Period(Fields file) => file.RequiredWord(
        "period", ("year", PeriodLength.Year), ("2-years", PeriodLength.TwoYears), ("quarter", PeriodLength.Quarter));

    public static AppliesTo AppliesTo(Fields file, RulesetContext context)
    {
        if (Fields.Of(file.Node("applies-to"), "'applies-to'", file.Findings, "peer-groups", "applicants-only",
            "registered-for-at-least") is not { } fields) return new AppliesTo([], false, null);
        var groups = context.Ids(fields, "peer-groups");
        var setting = groups?.Reference;
        IReadOnlyList<string> listed = setting is null ? groups?.Literal ?? []
            : [.. context.Names.DefaultOf(setting).OfType<YamlScalar>().Select(s => s.Text)];
        return new AppliesTo(listed, fields.Flag("applicants-only"), fields.Duration("registered-for-at-least"))
        {
            PeerGroupsSetting = setting,
        };
    }

    public static Scale? Scale(Fields file, RulesetContext context)
    {
        if (Fields.Of(file.Node("scale"), "'scale'", file.Findings, "total", "bonus-at-most",
            "final-at-most") is not { } fields) return null;
        return context.RequiredNumber(fields, "total") is { } total
            ? context.Places.Keep(new Scale(total, context.Number(fields, "bonus-at-most"),
            context.Number(fields, "final-at-most")), fields.Mapping)
            : null;
    }
}
