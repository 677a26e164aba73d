using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>What every line of a ruleset has: an id and a title.</summary>
internal static class Lines
{
    /// <summary>"indicator 'M1'", or "an indicator" where it has no id, for messages.</summary>
    public static string Named(string sort, YamlNode item) =>
        (item as YamlMapping)?.Find("id") is YamlScalar { IsNull: false } id ? $"{sort} '{id.Text}'"
        : "aeiou".Contains(sort[0], StringComparison.Ordinal) ? $"an {sort}" : $"a {sort}";

    public static (string? Id, Title? Title) IdAndTitle(Fields line)
    {
        var id = line.RequiredNode("id") is { } node ? Shapes.Text(node, line.Named("id"), line.Findings,
            Limits.IdLengthMax) : null;
        if (id is ['$', ..])
        {
            line.Findings.Add(DiagnosticCodes.NotId, line.At("id"), $"the id '{id}' begins with $",
                "Write it without: $ID refers to an id.");
            id = null;
        }
        return (id, line.RequiredTitle());
    }
}
