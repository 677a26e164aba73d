using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads the lists inside scores: options, tiers, items of a checklist.</summary>
internal static class ScoreParts
{
    public static IReadOnlyList<OptionPoints>? Options(YamlNode node, string what, RulesetContext context)
    {
        if (Shapes.Mapping(node, what, context.Findings) is not { } mapping) return null;
        if (mapping.Entries.Count == 0)
            context.Findings.Add(DiagnosticCodes.ListEmpty, node, $"{what} is empty",
                "Write options with their points.");
        var options = new List<OptionPoints>();
        foreach (var (key, value) in mapping.Entries)
            if (context.Number(value, $"'{key.Text}' of {what}") is { } points)
                options.Add(context.Places.Keep(new OptionPoints(key.Text, points), key));
        return options;
    }

    /// <summary>Tiers, highest first however they were written.</summary>
    public static IReadOnlyList<Tier>? Tiers(YamlNode node, string what, RulesetContext context)
    {
        if (Shapes.List(node, what, context.Findings) is not { } items) return null;
        if (items.Count == 0) context.Findings.Add(DiagnosticCodes.ListEmpty, node, $"{what} is empty",
            "Write at least one tier.");
        var tiers = new List<Tier>();
        foreach (var item in items)
        {
            if (Fields.Of(item, $"a tier of {what}", context.Findings, "at-least",
                "points") is not { } fields) continue;
            var atLeast = context.RequiredNumber(fields, "at-least");
            var points = context.RequiredNumber(fields, "points");
            if (atLeast is not null && points is not null) tiers.Add(
                context.Places.Keep(new Tier(atLeast.Value, points.Value), item));
        }
        return Ordered(tiers, context);
    }

    private static List<Tier> Ordered(List<Tier> tiers, RulesetContext context)
    {
        if (tiers.Any(t => t.AtLeast.Reference is not null)) return tiers;
        for (var i = 1; i < tiers.Count; i++)
            if (tiers[i].AtLeast.Hundredths > tiers[i - 1].AtLeast.Hundredths)
                context.Findings.Add(DiagnosticCodes.TiersUnordered, context.Places.Of(tiers[i], "at-least"),
                    $"the tier from {tiers[i].AtLeast} stands after a lower one", "Write tiers highest first.");
        return [.. tiers.OrderByDescending(t => t.AtLeast.Hundredths)];
    }

    public static Score? Checklist(YamlNode node, string what, RulesetContext context)
    {
        if (Fields.Of(node, what, context.Findings, "items", "points") is not { } fields) return null;
        var items = new List<ChecklistItem>();
        foreach (var item in fields.RequiredList("items"))
            if (Item(item, what, context) is { } read) items.Add(read);
        var shared = context.Number(fields, "points");
        if (shared is null && !fields.Has("points") && items.Any(i => i.Points is null))
            context.Findings.Add(DiagnosticCodes.MissingKey, node,
                $"{what} has items without points and no points for them to share",
                "Write 'points', or points for each item.");
        return new Score.Checklist(items, shared);
    }

    private static ChecklistItem? Item(YamlNode item, string what, RulesetContext context)
    {
        if (item is YamlScalar)
            return context.Kind(item, $"an item of {what}") is { } plain
                ? context.Places.Keep(new ChecklistItem(plain, null), item) : null;
        if (Fields.Of(item, $"an item of {what}", context.Findings, "kind", "points") is not { } fields) return null;
        var kind = context.RequiredKind(fields, "kind");
        var points = context.Number(fields, "points");
        return kind is null ? null : context.Places.Keep(new ChecklistItem(kind.Value, points), item);
    }

    public static Rounding RoundingOf(Fields fields) => fields.Word("rounding", Rounding.HalfUp,
        ("half-up", Rounding.HalfUp), ("down", Rounding.Down), ("up", Rounding.Up));
}
