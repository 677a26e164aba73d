using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>What every reader and check of one ruleset file shares.</summary>
internal sealed record RulesetContext(KindCatalogue Kinds, Names Names, Places Places, Findings Findings)
{
    private const char Sign = '$';

    /// <summary>A literal number or <c>$ID</c>.</summary>
    public Number? Number(YamlNode node, string what)
    {
        if (node is not YamlScalar { Text: [Sign, .. var id] })
            return Shapes.Number(node, what, Findings) is { } literal ? Rulesets.Number.Of(literal) : null;
        var name = Names.Use(id);
        if (name is { Of: NameOf.Parameter } or { Of: NameOf.Setting, Setting: SettingType.Number or null })
            return new Number(0, id);
        Misreferred(node, id, name, "a parameter or a number setting",
            n => n.Of == NameOf.Parameter || n.Setting == SettingType.Number);
        return null;
    }

    /// <summary>A list of ids, a single id, or <c>$ID</c> of a list setting.</summary>
    public Ids? Ids(YamlNode node, string what)
    {
        if (node is YamlScalar { Text: [Sign, .. var id] })
        {
            var name = Names.Use(id);
            if (name is { Of: NameOf.Setting, Setting: SettingType.List or null }) return Places.Keep(new Ids([], id),
                node);
            Misreferred(node, id, name, "a list setting", n => n.Setting == SettingType.List);
            return null;
        }
        if ((node is YamlScalar ? [node] : Shapes.List(node, what, Findings)) is not { } items) return null;
        if (items.Count == 0) Findings.Add(DiagnosticCodes.ListEmpty, node, $"{what} is empty",
            "List at least one item.");
        var ids = new List<string>();
        foreach (var item in items)
            if (Shapes.Text(item, $"an item of {what}", Findings, Limits.NameLengthMax) is { } text) Add(ids, text,
                item, what);
        return Places.Keep(new Ids(ids), node);
    }

    private void Add(List<string> ids, string text, YamlNode item, string what)
    {
        if (text[0] == Sign)
            Findings.Add(DiagnosticCodes.ReferenceType, item, $"'{text}' stands inside a list",
                $"Write {text} in place of the whole list.");
        else if (ids.Contains(text))
            Findings.Add(DiagnosticCodes.ListedTwice, item, $"'{text}' stands twice in {what}", "Remove one of them.");
        else
            ids.Add(text);
    }

    /// <summary>The id of a switch setting.</summary>
    public string? EnabledBy(Fields fields)
    {
        if (fields.Text("enabled-by") is not { } id) return null;
        if (Names.Use(id) is { Of: NameOf.Setting, Setting: SettingType.Switch or null }) return id;
        Findings.Add(DiagnosticCodes.NotSwitch, fields.At("enabled-by"),
            $"{fields.Named("enabled-by")}: '{id}' is no switch setting",
            Suggest.Among(id, Names.All(NameOf.Setting).Where(s => Names.Find(s)!.Setting == SettingType.Switch)));
        return null;
    }

    /// <summary>An activity kind of the catalogue; one that is misspelled or unknown is reported.</summary>
    public KindId? Kind(YamlNode node, string what)
    {
        if (Shapes.Id(node, what, Findings) is not { } id) return null;
        var kind = new KindId(id);
        if (Kinds.Find(kind) is null)
            Findings.Add(DiagnosticCodes.UnknownKind, node, $"{what}: there is no activity kind '{id}'",
                Suggest.Among(id, Kinds.Kinds.Select(k => k.Id.Value)));
        return kind;
    }

    public Number? Number(Fields fields, string key) => fields.Node(key) is { } node ? Number(node, fields.Named(key))
        : null;
    public Number? RequiredNumber(Fields fields, string key) =>
        fields.RequiredNode(key) is { } node ? Number(node, fields.Named(key)) : null;
    public Ids? Ids(Fields fields, string key) => fields.Node(key) is { } node ? Ids(node, fields.Named(key)) : null;
    public Ids? RequiredIds(Fields fields, string key) => fields.RequiredNode(key) is { } node ? Ids(node,
        fields.Named(key)) : null;
    public KindId? RequiredKind(Fields fields, string key) =>
        fields.RequiredNode(key) is { } node ? Kind(node, fields.Named(key)) : null;

    private void Misreferred(YamlNode node, string id, Name? name, string wanted, Func<Name, bool> fits)
    {
        var known = Enum.GetValues<NameOf>().SelectMany(Names.All)
            .Where(n => fits(Names.Find(n)!)).Select(n => Sign + n);
        if (name is null)
            Findings.Add(DiagnosticCodes.UnknownReference, node, $"{Sign}{id} names nothing",
                Suggest.Among(Sign + id, known));
        else
            Findings.Add(DiagnosticCodes.ReferenceType, node, $"{Sign}{id} is not {wanted}",
                Suggest.Among(Sign + id, known));
    }
}
