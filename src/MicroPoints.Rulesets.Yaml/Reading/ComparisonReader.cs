using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads comparisons, flat (<c>category: X, at-least: 5</c>) or nested (<c>category: { id: X, at-least: 5
/// }</c>).</summary>
internal static class ComparisonReader
{
    public static Condition? Compare(Subject subject, string head, Fields fields, RulesetContext context)
    {
        var value = fields.Node(head)!;
        var bounded = value is YamlMapping ? Nested(subject, head, fields, context) : fields;
        if (bounded is null) return null;
        string? id = null;
        if (subject != Subject.Total)
        {
            var node = value is YamlMapping ? bounded.Node("id") ?? bounded.RequiredNode(head) : value;
            id = node is null ? null : Id(subject, node, fields.Named(head), context);
            if (id is null) return null;
        }
        else if (value is YamlScalar { IsNull: false, Text: not "true" })
        {
            context.Findings.Add(DiagnosticCodes.UnknownWord, value, $"{fields.Named(head)} names something",
                "Write total: true beside at-least, at-most or below.");
        }
        return Bounds(bounded, context) is { } bounds ? new Condition.Compare(subject, id, bounds) : null;
    }

    private static Fields? Nested(Subject subject, string head, Fields outer, RulesetContext context)
    {
        foreach (var key in new[] { "at-least", "at-most", "below" }.Where(outer.Has))
            context.Findings.Add(DiagnosticCodes.UnknownKey, outer.At(key),
                $"{outer.What} has '{key}' beside a nested '{head}'", $"Move it into '{head}'.");
        IReadOnlyList<string> names = subject == Subject.Total ? [] : ["id", head];
        return Fields.Of(outer.Node(head), $"'{head}' in {outer.What}", context.Findings,
            [.. names, "at-least", "at-most", "below"]);
    }

    private static string? Id(Subject subject, YamlNode node, string what, RulesetContext context) =>
        subject == Subject.Rate ? context.Kind(node, what)?.Value : Shapes.Text(node, what, context.Findings);

    private static Bounds? Bounds(Fields fields, RulesetContext context)
    {
        var bounds = new Bounds(context.Number(fields, "at-least"), context.Number(fields, "at-most"),
            context.Number(fields, "below"));
        if (fields.Has("at-least") || fields.Has("at-most") || fields.Has("below"))
            return bounds is (null, null, null) ? null : bounds;
        context.Findings.Add(DiagnosticCodes.BoundsMissing, fields.Mapping, $"{fields.What} compares with nothing",
            "Write at-least, at-most or below.");
        return null;
    }

    /// <summary>Options, recorded or not, a number within bounds, or a day within bounds, by the attribute's
    /// type.</summary>
    public static Condition? Attribute(Fields fields, RulesetContext context)
    {
        if (fields.Text("attribute") is not { } id) return null;
        if (fields.Has("missing"))
        {
            OneOf(fields, "missing", "is", "at-least", "at-most", "below");
            return new Condition.AttributeMissing(id, fields.Flag("missing"));
        }
        if (fields.Has("is"))
        {
            OneOf(fields, "is", "at-least", "at-most", "below");
            return context.Ids(fields, "is") is { } options ? new Condition.AttributeIs(id, options) : null;
        }
        // What looks like a day is read as one; whether that fits the attribute's type is checked with the references.
        var written = new[] { "at-least", "at-most", "below" }.Select(fields.Node).OfType<YamlScalar>();
        if (written.Any(s => Calendar.TryParseDay(s.Text, out _)))
            return new Condition.AttributeDay(id, fields.Day("at-least"), fields.Day("at-most"), fields.Day("below"));
        return Bounds(fields, context) is { } bounds ? new Condition.Compare(Subject.Attribute, id, bounds) : null;
    }

    /// <summary>Reports keys that say another thing than the first does.</summary>
    internal static void OneOf(Fields fields, string key, params IReadOnlyList<string> others)
    {
        foreach (var other in others.Where(fields.Has))
            fields.Findings.Add(DiagnosticCodes.ConditionForm, fields.At(other),
                $"{fields.What} has both '{key}' and '{other}'",
                "Write each as an item of all: [ … ] or any: [ … ].");
    }
}
