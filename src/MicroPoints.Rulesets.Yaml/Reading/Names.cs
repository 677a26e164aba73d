using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>What an id of a ruleset names.</summary>
internal enum NameOf
{
    Setting,
    Parameter,
    Attribute,
    Category,
    Indicator,
    Deduction,
    Limit,
    Grade,
    Class,
    Outcome,
}

/// <summary>An id, what it names, and where it is declared.</summary>
internal sealed record Name(string Id, NameOf Of, Place At, SettingType? Setting);

/// <summary>All ids that a ruleset declares, gathered before anything is read, so that what is wrong with one part
/// never makes its id unknown.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, Name> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Findings _findings;
    private readonly YamlMapping? _settings;

    public Names(YamlMapping root, Findings findings)
    {
        _settings = root.Find("settings") as YamlMapping;
        _findings = findings;
        AddKeys(root.Find("settings"), NameOf.Setting);
        AddKeys(root.Find("parameters"), NameOf.Parameter);
        AddKeys(root.Find("attributes"), NameOf.Attribute);
        AddItems(root.Find("categories"), NameOf.Category);
        AddItems(root.Find("deductions"), NameOf.Deduction);
        AddItems(root.Find("limits"), NameOf.Limit);
        AddItems(root.Find("grades"), NameOf.Grade);
        AddItems(root.Find("classes"), NameOf.Class);
        AddItems(root.Find("outcomes"), NameOf.Outcome);
    }

    public Name? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The items of a list setting's default.</summary>
    public IReadOnlyList<YamlNode> DefaultOf(string setting) =>
        (_settings?.Find(setting) as YamlMapping)?.Find("default") is YamlList list ? list.Items : [];

    public bool Has(string id, NameOf of) => Find(id)?.Of == of;

    /// <summary>All ids of a sort, in the order declared.</summary>
    public IEnumerable<string> All(NameOf of) => _byId.Values.Where(n => n.Of == of).Select(n => n.Id);

    /// <summary>What a <c>$id</c> or <c>enabled-by</c> names; it then counts as used.</summary>
    public Name? Use(string id)
    {
        _used.Add(id);
        return Find(id);
    }

    public IEnumerable<Name> Unused =>
        _byId.Values.Where(n => n.Of is NameOf.Setting or NameOf.Parameter && !_used.Contains(n.Id));

    private void AddKeys(YamlNode? node, NameOf of)
    {
        if (node is not YamlMapping mapping) return;
        foreach (var (key, value) in mapping.Entries)
            Add(key.Text, of, key.At, of == NameOf.Setting ? TypeOf(value) : null);
    }

    private void AddItems(YamlNode? node, NameOf of, int depth = 0)
    {
        if (node is not YamlList list || depth > Limits.YamlDepthMax) return;
        foreach (var item in list.Items.OfType<YamlMapping>())
        {
            if (item.Find("id") is YamlScalar { IsNull: false } id) Add(id.Text, of, id.At, null);
            AddItems(item.Find("indicators"), NameOf.Indicator, depth + 1);
        }
    }

    private void Add(string id, NameOf of, Place at, SettingType? setting)
    {
        if (_byId.TryAdd(id, new Name(id, of, at, setting))) return;
        var first = _byId[id];
        _findings.Add(DiagnosticCodes.IdTwice, at,
            $"the id '{id}' is already {Article(first.Of)} declared in line {first.At.Line}",
            "Choose another id: all ids of a ruleset share one namespace.");
    }

    private static SettingType? TypeOf(YamlNode setting) => (setting as YamlMapping)?.Find("type") is YamlScalar type
        ? type.Text switch
        {
            "switch" => SettingType.Switch,
            "number" => SettingType.Number,
            "list" => SettingType.List,
            _ => null
        }
        : null;

    private static string Article(NameOf of) => of switch
    {
        NameOf.Setting => "a setting",
        NameOf.Parameter => "a parameter",
        NameOf.Attribute => "an attribute",
        NameOf.Category => "a category",
        NameOf.Indicator => "an indicator",
        NameOf.Deduction => "a deduction",
        NameOf.Limit => "a limit",
        NameOf.Grade => "a grade",
        NameOf.Class => "a class",
        NameOf.Outcome => "an outcome",
        _ => throw new InvalidOperationException("unknown sort of name"),
    };
}
