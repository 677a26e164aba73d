using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads settings, parameters and attributes: what rules refer to.</summary>
internal static class DeclarationReader
{
    public static IEnumerable<Setting> Settings(Fields file)
    {
        foreach (var (key, value) in file.Entries("settings"))
        {
            if (Fields.Of(value, $"setting '{key.Text}'", file.Findings, "type", "default",
                "title") is not { } fields) continue;
            var type = fields.RequiredWord("type", ("switch", SettingType.Switch), ("number", SettingType.Number),
                ("list", SettingType.List));
            var title = fields.RequiredTitle();
            var node = fields.RequiredNode("default");
            if (type is null || title is null || node is null) continue;
            if (Value(type.Value, node, fields.Named("default"), file.Findings) is { } given)
                yield return new Setting(key.Text, type.Value, given, title);
        }
    }

    /// <summary>A setting's value in the shape of its type.</summary>
    public static SettingValue? Value(SettingType type, YamlNode node, string what, Findings findings) => type switch
    {
        SettingType.Switch => Shapes.Boolean(node, what, findings) is { } on ? SettingValue.Of(on) : null,
        SettingType.Number => Shapes.Number(node, what, findings) is { } number ? SettingValue.Of(number) : null,
        SettingType.List => Shapes.List(node, what, findings) is { } items
            ? SettingValue.Of(Texts(items, $"an item of {what}", findings)) : null,
        _ => throw new InvalidOperationException("unknown setting type"),
    };

    private static List<string> Texts(IReadOnlyList<YamlNode> items, string what, Findings findings) =>
        [.. items.Select(i => Shapes.Text(i, what, findings, Limits.NameLengthMax)).OfType<string>()];

    public static IEnumerable<Parameter> Parameters(Fields file, RulesetContext context, Citing citing)
    {
        foreach (var (key, value) in file.Entries("parameters"))
        {
            if (Fields.Of(value, $"parameter '{key.Text}'", file.Findings, "unit", "values",
                "cite") is not { } fields) continue;
            var inside = citing.Within(fields);
            var unit = fields.RequiredText("unit");
            var values = fields.RequiredList("values")
                .Select(v => DatedValue(v, $"a value of parameter '{key.Text}'", context, inside)).OfType<DatedValue>()
                .ToList();
            if (unit is not null) yield return context.Places.Keep(new Parameter(key.Text, unit, values),
                fields.Mapping);
        }
    }

    private static DatedValue? DatedValue(YamlNode node, string what, RulesetContext context, Citing citing)
    {
        if (Fields.Of(node, what, context.Findings, "from", "value", "cite",
            "still-valid-on") is not { } fields) return null;
        var from = fields.RequiredDay("from");
        var value = fields.RequiredNode("value") is { } number
            ? Shapes.Number(number, fields.Named("value"), context.Findings) : null;
        var cite = citing.Within(fields).For(fields);
        var stillValidOn = fields.Day("still-valid-on");
        return from is null || value is null ? null
            : context.Places.Keep(new DatedValue(from.Value, value.Value, cite, stillValidOn), node);
    }

    public static IEnumerable<AttributeDefinition> Attributes(Fields file)
    {
        foreach (var (key, value) in file.Entries("attributes"))
        {
            if (Fields.Of(value, $"attribute '{key.Text}'", file.Findings, "type", "options",
                "title") is not { } fields) continue;
            var type = fields.RequiredWord("type", ("option", AttributeType.Option), ("number", AttributeType.Number),
                ("day", AttributeType.Day));
            var title = fields.Has("title") ? fields.RequiredTitle() : new Title(key.Text);
            var (options, titles) = Options(fields);
            if (type is null || title is null) continue;
            if (type == AttributeType.Option == (options.Count == 0))
                file.Findings.Add(DiagnosticCodes.AttributeOptions, fields.At("options"),
                    $"{fields.What} lists {(options.Count == 0 ? "no options" : "options and is not of type option")}",
                    options.Count == 0 ? "List its options." : "Remove the options, or write 'type: option'.");
            yield return new AttributeDefinition(key.Text, type.Value, options, title) { OptionTitles = titles };
        }
    }

    /// <summary>Options by id, or with a title each.</summary>
    private static (List<string> Ids, Dictionary<string, Title> Titles) Options(Fields attribute)
    {
        var (options, titles) = (new List<string>(), new Dictionary<string, Title>());
        foreach (var item in attribute.List("options"))
        {
            var what = $"an option of {attribute.What}";
            var fields = item is YamlMapping ? Fields.Of(item, what, attribute.Findings, "id", "title") : null;
            var title = fields?.Has("title") ?? false ? fields.RequiredTitle() : null;
            var id = fields is null ? Shapes.Text(item, what, attribute.Findings, Limits.IdLengthMax)
                : fields.RequiredText("id");
            if (id is null) continue;
            options.Add(id);
            if (title is not null) titles.TryAdd(id, title);
        }
        return (options, titles);
    }
}
