using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads <c>counts</c>: kinds, each perhaps weighted and narrowed.</summary>
internal static class CountedReader
{
    public static IReadOnlyList<Counted> Read(Fields line, RulesetContext context)
    {
        if (line.Node("counts") is not { } node) return [];
        if (node is YamlScalar { Text: ['$', ..] })
        {
            context.Findings.Add(DiagnosticCodes.ReferenceType, node,
                $"'counts' of {line.What} cannot be set by a region",
                "List the kinds, and let a switch enable the indicator.");
            return [];
        }
        if (node is YamlScalar or YamlMapping) return One(node, line, context) is { } single ? [single] : [];
        return [.. line.RequiredList("counts").Select(i => One(i, line, context)).OfType<Counted>()];
    }

    private static Counted? One(YamlNode item, Fields line, RulesetContext context)
    {
        var what = $"'counts' of {line.What}";
        if (item is YamlScalar)
            return context.Kind(item, what) is { } plain ? context.Places.Keep(new Counted(plain), item) : null;
        if (Fields.Of(item, $"an item of {what}", context.Findings, "kind", "weight", "option",
            "key") is not { } fields) return null;
        var kind = context.RequiredKind(fields, "kind");
        var weight = context.Number(fields, "weight");
        var option = fields.Text("option");
        var key = fields.Text("key");
        return kind is null ? null : context.Places.Keep(new Counted(kind.Value, weight, option, key), item);
    }
}
