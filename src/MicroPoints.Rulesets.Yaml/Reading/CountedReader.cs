using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads <c>counts</c>: kinds, each perhaps weighted and narrowed, or <c>$ID</c> of a list setting.</summary>
internal static class CountedReader
{
    /// <returns>What is counted, a setting's default included, and the setting where there is one.</returns>
    public static (IReadOnlyList<Counted> Counts, string? Setting) Read(Fields line, RulesetContext context)
    {
        if (line.Node("counts") is not { } node) return ([], null);
        if (node is YamlScalar { Text: ['$', ..] }) return OfSetting(node, line, context);
        if (node is YamlScalar or YamlMapping) return (One(node, line, context) is { } single ? [single] : [], null);
        return ([.. line.RequiredList("counts").Select(i => One(i, line, context)).OfType<Counted>()], null);
    }

    private static (IReadOnlyList<Counted> Counts, string? Setting) OfSetting(
        YamlNode node, Fields line, RulesetContext context)
    {
        if (context.Ids(node, line.Named("counts")) is not { Reference: { } id }) return ([], null);
        var items = context.Names.DefaultOf(id);
        if (items.Count == 0) context.Findings.Add(DiagnosticCodes.ListEmpty, node,
            $"{line.Named("counts")}: the default of '{id}' is empty", "List at least one kind in its default.");
        return ([.. items.Select(i => One(i, line, context)).OfType<Counted>()], id);
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
