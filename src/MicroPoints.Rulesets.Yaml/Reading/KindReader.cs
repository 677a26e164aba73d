using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads the kinds of an activities file.</summary>
internal static class KindReader
{
    /// <summary>In <c>when-missing</c>: nothing is known of a state never recorded.</summary>
    private const string Unknown = "unknown";

    public static KindCatalogue? Catalogue(YamlMapping root, Digest hash, Findings findings)
    {
        var file = Fields.Of(root, "the file", findings, "activities-version", "kinds")!;
        var version = file.RequiredNode("activities-version") is { } node
            ? Shapes.Quoted(node, file.Named("activities-version"), findings) : null;
        var kinds = new List<ActivityKind>();
        foreach (var item in file.RequiredList("kinds"))
        {
            if (Kind(item, findings) is not { } kind) continue;
            if (kinds.All(k => k.Id != kind.Id)) kinds.Add(kind);
            else findings.Add(DiagnosticCodes.KindTwice, item, $"the kind '{kind.Id}' stands here again",
                "Give it another id, or remove it.");
        }
        return version is null ? null : new KindCatalogue(version, hash, kinds);
    }

    private static ActivityKind? Kind(YamlNode item, Findings findings)
    {
        var named = (item as YamlMapping)?.Find("id") is YamlScalar { IsNull: false } name ? $"kind '{name.Text}'"
            : "a kind";
        if (Fields.Of(item, named, findings, "id", "title", "nature", "measure", "unit", "options", "keyed",
            "when-missing",
            "expires-after", "confirmed-by", "evidence") is not { } fields) return null;
        var id = fields.RequiredId("id");
        var title = fields.RequiredTitle();
        var nature = fields.RequiredWord("nature", ("event", Nature.Event), ("state", Nature.State));
        var measure = fields.RequiredWord("measure", ("count", MeasureType.Count), ("quantity", MeasureType.Quantity),
            ("rate", MeasureType.Rate),
            ("share", MeasureType.Share), ("option", MeasureType.Option), ("flag", MeasureType.Flag),
                ("points", MeasureType.Points));
        var options = Options(fields);
        var confirmedBy = fields.Node("confirmed-by") is { } by
            ? Titles.ReadLoose(by, fields.Named("confirmed-by"), findings) : null;
        if (id is null || title is null || nature is null || measure is null) return null;

        CheckOptions(fields, measure.Value, options);
        if (measure == MeasureType.Quantity && !fields.Has("unit"))
            findings.Add(DiagnosticCodes.UnitMissing, item, $"{named} measures a quantity of no unit", "Write 'unit'.");
        return new ActivityKind(new KindId(id), title, nature.Value, measure.Value, fields.Text("unit"), options,
            fields.Flag("keyed"),
            WhenMissing(fields, nature.Value, measure.Value, options), ExpiresAfter(fields, nature.Value), confirmedBy,
                fields.Texts("evidence"));
    }

    private static List<KindOption> Options(Fields kind)
    {
        var options = new List<KindOption>();
        foreach (var item in kind.List("options"))
        {
            if (Fields.Of(item, $"an option of {kind.What}", kind.Findings, "id", "title") is not { } fields) continue;
            var id = fields.RequiredId("id");
            var title = fields.RequiredTitle();
            if (id is null || title is null) continue;
            if (id == ActivityKind.Ended)
                kind.Findings.Add(DiagnosticCodes.OptionReserved, fields.At("id"),
                    $"an option of {kind.What} is called '{id}'",
                    "Choose another id: every state can be ended without naming it.");
            if (id == Unknown)
                kind.Findings.Add(DiagnosticCodes.OptionUnclear, fields.At("id"),
                    $"an option of {kind.What} is called '{id}'",
                    "Choose another id: 'when-missing: unknown' means that nothing is known.");
            if (options.Any(o => o.Id == id))
                kind.Findings.Add(DiagnosticCodes.OptionTwice, fields.At("id"),
                    $"{kind.What} has the option '{id}' twice", "Keep one of them.");
            else
                options.Add(new KindOption(id, title));
        }
        return options;
    }

    private static void CheckOptions(Fields kind, MeasureType measure, List<KindOption> options)
    {
        if (measure == MeasureType.Option && !kind.Has("options"))
            kind.Findings.Add(DiagnosticCodes.OptionsMissing, kind.Mapping,
                $"{kind.What} measures an option and lists none", "Write 'options'.");
        else if (measure == MeasureType.Option && options.Count == 0)
            kind.Findings.Add(DiagnosticCodes.OptionsMissing, kind.At("options"),
                $"{kind.What} measures an option and lists none", "List its options.");
        else if (measure != MeasureType.Option && kind.Has("options"))
            kind.Findings.Add(DiagnosticCodes.OptionsUnused, kind.At("options"),
                $"{kind.What} lists options and does not measure one",
                "Write 'measure: option', or remove them.");
    }

    private static string? WhenMissing(Fields kind, Nature nature, MeasureType measure, List<KindOption> options)
    {
        if (kind.Text("when-missing") is not { } value) return null;
        var at = kind.At("when-missing");
        if (nature == Nature.Event)
        {
            kind.Findings.Add(DiagnosticCodes.WhenMissingOnEvent, at, $"{kind.What} is an event: it happens or not",
                "Remove 'when-missing'.");
            return null;
        }
        if (value == Unknown) return null;
        IReadOnlyList<string> known = measure switch
        {
            MeasureType.Option => [.. options.Select(o => o.Id), Unknown],
            MeasureType.Flag => ["true", "false", Unknown],
            _ => [Unknown],
        };
        if (known.Contains(value))
        {
            // Keys that were never recorded are not known by name, so there is nothing that could be so.
            if (kind.Flag("keyed"))
                kind.Findings.Add(DiagnosticCodes.WhenMissingOnKeyed, at,
                    $"{kind.What} is keyed: a key never recorded is not there to be '{value}'",
                    "Remove 'when-missing'.");
            return value;
        }
        kind.Findings.Add(DiagnosticCodes.WhenMissingUnknown, at, $"{kind.What} can never be '{value}'",
            Suggest.Among(value, known));
        return null;
    }

    private static Duration? ExpiresAfter(Fields kind, Nature nature)
    {
        if (nature == Nature.State || !kind.Has("expires-after")) return kind.Duration("expires-after");
        kind.Findings.Add(DiagnosticCodes.ExpiresOnEvent, kind.At("expires-after"),
            $"{kind.What} is an event: it does not expire",
            "Remove 'expires-after'.");
        return null;
    }
}
