namespace MicroPoints.Rulesets.Yaml.Nodes;

/// <summary>A place in a file: line and column, from 1.</summary>
internal readonly record struct Place(int Line, int Column)
{
    public static readonly Place Start = new(1, 1);
}

/// <summary>A node of a document and where it begins.</summary>
internal abstract class YamlNode(Place at)
{
    public Place At { get; } = at;
}

/// <summary>A single value: its text, whatever it looks like, and whether it was written without quotes.</summary>
internal sealed class YamlScalar(string text, bool plain, Place at) : YamlNode(at)
{
    public string Text { get; } = text;
    public bool Plain { get; } = plain;

    /// <summary>A plain scalar that YAML reads as nothing.</summary>
    public bool IsNull => Plain && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A list.</summary>
internal sealed class YamlList(IReadOnlyList<YamlNode> items, Place at) : YamlNode(at)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;
}

/// <summary>Keys and values in the order written; keys are unique.</summary>
internal sealed class YamlMapping(IReadOnlyList<YamlEntry> entries, Place at, Place until) : YamlNode(at)
{
    /// <summary>Where its closing bracket stands; of one without brackets, where whatever follows begins.</summary>
    public Place Until { get; } = until;

    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public YamlNode? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key)?.Value;
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>Something already reported; readers pass over it in silence.</summary>
internal sealed class YamlRefused(Place at) : YamlNode(at);
