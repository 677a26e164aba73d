using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads <c>{ zh, en? }</c>.</summary>
internal static class Titles
{
    public static Title? Read(YamlNode node, string what, Findings findings)
    {
        if (Fields.Of(node, what, findings, "zh", "en") is not { } fields) return null;
        var zh = fields.RequiredNode("zh") is { } text ? Shapes.Text(text, fields.Named("zh"), findings,
            Limits.NameLengthMax) : null;
        var en = fields.Node("en") is { } english ? Shapes.Text(english, fields.Named("en"), findings,
            Limits.NameLengthMax) : null;
        return zh is null ? null : new Title(zh, en);
    }

    /// <summary>A title, or plain text that stands for the Chinese.</summary>
    public static Title? ReadLoose(YamlNode node, string what, Findings findings) =>
        node is YamlScalar
            ? Shapes.Text(node, what, findings, Limits.NameLengthMax) is { } zh ? new Title(zh) : null
            : Read(node, what, findings);
}
