using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>One mapping being read: the keys it may have, and each taken for what its position demands.</summary>
/// <remarks>A method that starts with <c>Required</c> reports an absent key; all report a wrong value, and then answer
/// null.</remarks>
internal sealed class Fields
{
    private readonly YamlMapping _node;

    private Fields(YamlMapping node, string what, Findings findings)
    {
        _node = node;
        What = what;
        Findings = findings;
    }

    public string What { get; }
    public Findings Findings { get; }
    public YamlMapping Mapping => _node;

    /// <summary>The mapping at a node, any other key reported; null where it is none.</summary>
    public static Fields? Of(YamlNode? node, string what, Findings findings, params IReadOnlyList<string> keys)
    {
        if (node is null || Shapes.Mapping(node, what, findings) is not { } mapping) return null;
        foreach (var key in mapping.Entries.Select(e => e.Key).Where(k => !keys.Contains(k.Text)))
            findings.Add(DiagnosticCodes.UnknownKey, key, $"{what} has no key '{key.Text}'",
                Suggest.Among(key.Text, keys));
        return new Fields(mapping, what, findings);
    }

    public bool Has(string key) => _node.Find(key) is not null;
    public YamlNode? Node(string key) => _node.Find(key);
    public Place At(string key) => (_node.Find(key) ?? _node).At;

    public YamlNode? RequiredNode(string key)
    {
        if (_node.Find(key) is { } node) return node;
        Findings.Add(DiagnosticCodes.MissingKey, _node, $"{What} has no '{key}'", $"Write '{key}'.");
        return null;
    }

    public string? Text(string key) => Node(key) is { } node ? Shapes.Text(node, Named(key), Findings) : null;
    public string? RequiredText(string key) => RequiredNode(key) is { } node ? Shapes.Text(node, Named(key), Findings)
        : null;
    public string? RequiredId(string key) => RequiredNode(key) is { } node ? Shapes.Id(node, Named(key), Findings)
        : null;
    public DateOnly? Day(string key) => Node(key) is { } node ? Shapes.Day(node, Named(key), Findings) : null;
    public DateOnly? RequiredDay(string key) => RequiredNode(key) is { } node ? Shapes.Day(node, Named(key), Findings)
        : null;
    public bool Flag(string key, bool absent = false) =>
        Node(key) is { } node ? Shapes.Boolean(node, Named(key), Findings) ?? absent : absent;
    public Duration? Duration(string key) => Node(key) is { } node ? Shapes.Duration(node, Named(key), Findings) : null;

    /// <summary>The items of a list; none where the key is absent.</summary>
    public IReadOnlyList<YamlNode> List(string key, int max = Limits.RulesetListMax) =>
        Node(key) is { } node ? Shapes.List(node, Named(key), Findings, max) ?? [] : [];

    /// <summary>The items of a list, of which there must be one.</summary>
    public IReadOnlyList<YamlNode> RequiredList(string key)
    {
        if (RequiredNode(key) is not { } node || Shapes.List(node, Named(key), Findings) is not { } items) return [];
        if (items.Count == 0) Findings.Add(DiagnosticCodes.ListEmpty, node, $"{Named(key)} is empty",
            "List at least one item.");
        return items;
    }

    /// <summary>A list of texts, or a single one.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var items = Node(key) is YamlScalar single ? [single] : List(key);
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (Shapes.Text(item, $"an item of {Named(key)}", Findings) is not { } text) continue;
            if (text[0] != '$') texts.Add(text);
            else Findings.Add(DiagnosticCodes.ReferenceType, item, $"{Named(key)} cannot be set by a region",
                "Write the list itself.");
        }
        return texts;
    }

    /// <summary>The entries of a mapping whose keys are ids; none where the key is absent.</summary>
    public IReadOnlyList<YamlEntry> Entries(string key)
    {
        if (Node(key) is not { } node || Shapes.Mapping(node, Named(key), Findings) is not { } mapping) return [];
        if (mapping.Entries.Count <= Limits.RulesetListMax) return mapping.Entries;
        Findings.Add(DiagnosticCodes.ListTooLong, node,
            $"{Named(key)} has {mapping.Entries.Count} entries, the limit is {Limits.RulesetListMax}", "Write fewer.");
        return [];
    }

    /// <summary>What one of some words stands for; the default where the key is absent.</summary>
    public T Word<T>(string key, T absent, params IReadOnlyList<(string Word, T Value)> words) where T : struct =>
        Node(key) is { } node ? Word(node, key, words) ?? absent : absent;

    public T? RequiredWord<T>(string key, params IReadOnlyList<(string Word, T Value)> words) where T : struct =>
        RequiredNode(key) is { } node ? Word(node, key, words) : null;

    /// <summary>Chinese, and English where there is one.</summary>
    public Title? RequiredTitle(string key = "title") => RequiredNode(key) is { } node ? Titles.Read(node, Named(key),
        Findings) : null;

    public string Named(string key) => $"'{key}' of {What}";

    private T? Word<T>(YamlNode node, string key, IReadOnlyList<(string Word, T Value)> words) where T : struct
    {
        if (Shapes.Scalar(node, Named(key), Findings) is not { } scalar) return null;
        foreach (var (word, value) in words)
            if (word == scalar.Text) return value;
        Findings.Add(DiagnosticCodes.UnknownWord, node, $"{Named(key)} cannot be '{scalar.Text}'",
            Suggest.Among(scalar.Text, words.Select(w => w.Word)));
        return null;
    }
}
