using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Which node each part of the model was read from: the model itself knows no file.</summary>
internal sealed class Places
{
    private readonly Dictionary<object, YamlNode> _nodes = new(ReferenceEqualityComparer.Instance);

    public T Keep<T>(T part, YamlNode node) where T : class
    {
        _nodes[part] = node;
        return part;
    }

    /// <summary>Where a part stands, or one of the keys inside it as far as they are written.</summary>
    public Place Of(object part, params IReadOnlyList<string> keys)
    {
        if (!_nodes.TryGetValue(part, out var node)) return Place.Start;
        foreach (var key in keys)
        {
            if ((node as YamlMapping)?.Find(key) is not { } inner) break;
            node = inner;
        }
        return node.At;
    }

    /// <summary>Whether a key was written in a part.</summary>
    public bool Has(object part, string key) => _nodes.GetValueOrDefault(part) is YamlMapping mapping && mapping.Find(
        key) is not null;
}
