using MicroPoints.Rulesets.Yaml.Nodes;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.RuleTests;

/// <summary>Reads what a case says about a chamber, the one under test or a peer.</summary>
internal static class ChamberReader
{
    public static readonly string[] Keys = ["fixture", "without", "given", "history", "attributes", "not-applicable",
        "founded", "region", "kind", "applicant"];

    public static RuleTestChamber Read(string id, Fields fields, RuleTestContext context) => new()
    {
        Id = id,
        Facts = Facts(fields, context),
        History = [.. fields.List("history").Select(h => Earlier(h, context)).OfType<EarlierResult>()],
        Attributes = [.. Attributes(fields, context)],
        NotApplicable = NotApplicable(fields, context),
        Founded = fields.Day("founded"),
        Kind = fields.Text("kind"),
        Region = Region(fields, context),
        Applicant = fields.Has("applicant") ? fields.Flag("applicant") : null,
    };

    private static List<RuleTestFact> Facts(Fields fields, RuleTestContext context)
    {
        var facts = Fixture(fields, context);
        var without = fields.Texts("without");
        foreach (var missing in without.Where(w => facts.All(f => f.Id != w)))
            context.Findings.Add(DiagnosticCodes.UnknownFact, fields.At("without"),
                $"the fixture has no fact '{missing}'",
                Suggest.Among(missing, facts.Select(f => f.Id).OfType<string>()));
        List<RuleTestFact> all = [.. facts.Where(f => f.Id is null || !without.Contains(f.Id)),
            .. FactReader.List(fields.List("given", Limits.RuleTestListMax), context)];
        var ids = all.Select(f => f.Id).OfType<string>();
        foreach (var id in ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
            context.Findings.Add(DiagnosticCodes.FactTwice, fields.At("given"), $"two facts have the id '{id}'",
                "Give one another id, or leave the fixture's out with 'without'.");
        return all;
    }

    private static IReadOnlyList<RuleTestFact> Fixture(Fields fields, RuleTestContext context)
    {
        if (fields.Text("fixture") is not { } name) return [];
        if (context.Fixtures.TryGetValue(name, out var facts)) return facts;
        context.Findings.Add(DiagnosticCodes.UnknownFixture, fields.At("fixture"), $"there is no fixture '{name}'",
            Suggest.Among(name, context.Fixtures.Keys));
        return [];
    }

    private static EarlierResult? Earlier(YamlNode item, RuleTestContext context)
    {
        if (Fields.Of(item, "an earlier round", context.Findings, "period", "grade", "class",
            "outcomes") is not { } fields) return null;
        var period = fields.RequiredNode("period") is { } node ? context.Period(node, fields.Named("period")) : null;
        var (grade, rule) = (Known("grade", NameOf.Grade), Known("class", NameOf.Class));
        var outcomes = fields.Texts("outcomes");
        foreach (var outcome in outcomes) context.Knows(NameOf.Outcome, outcome, fields.Node("outcomes")!);
        return period is null ? null : new EarlierResult(period.Value, grade, rule, outcomes);

        string? Known(string key, NameOf of) =>
            fields.Text(key) is { } id && context.Knows(of, id, fields.Node(key)!) ? id : null;
    }

    private static IEnumerable<RuleTestAttribute> Attributes(Fields fields, RuleTestContext context)
    {
        foreach (var (key, value) in fields.Entries("attributes"))
        {
            if (!context.Knows(NameOf.Attribute, key.Text, key)) continue;
            var definition = context.Ruleset?.Attributes.First(a => a.Id == key.Text);
            if (value is not YamlList list)
            {
                if (Attribute(value, definition, $"attribute '{key.Text}'",
                    context) is { } always) yield return new RuleTestAttribute(key.Text, null, always);
                continue;
            }
            foreach (var item in list.Items)
            {
                if (Fields.Of(item, $"a value of attribute '{key.Text}'", context.Findings, "from",
                    "value") is not { } dated) continue;
                var from = dated.RequiredDay("from");
                var text = dated.RequiredNode("value") is { } node
                    ? Attribute(node, definition, dated.Named("value"), context) : null;
                if (from is not null && text is not null) yield return new RuleTestAttribute(key.Text, from, text);
            }
        }
    }

    private static string? Attribute(YamlNode node, AttributeDefinition? definition, string what,
    RuleTestContext context)
    {
        switch (definition?.Type)
        {
            case AttributeType.Number: return Shapes.Number(node, what, context.Findings)?.ToString();
            case AttributeType.Day:
                return Shapes.Day(node, what, context.Findings) is { } day ? Calendar.Text(day)
                : null;
            case AttributeType.Option when Shapes.Text(node, what, context.Findings) is { } option:
                if (definition.Options.Contains(option)) return option;
                context.Findings.Add(DiagnosticCodes.UnknownOption, node, $"{what} has no option '{option}'",
                    Suggest.Among(option, definition.Options));
                return null;
            case AttributeType.Option: return null;
            default: return Shapes.Text(node, what, context.Findings);
        }
    }

    private static Dictionary<string, string?> NotApplicable(Fields fields, RuleTestContext context)
    {
        var read = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (fields.Node("not-applicable") is YamlMapping reasons)
            foreach (var (key, value) in reasons.Entries) Add(key.Text,
                Shapes.Text(value, $"the reason for '{key.Text}'", context.Findings), key);
        else
            foreach (var item in fields.List("not-applicable"))
                if (Shapes.Text(item, fields.Named("not-applicable"), context.Findings) is { } id) Add(id, null, item);
        return read;

        void Add(string id, string? reason, YamlNode at)
        {
            if (!context.Knows(NameOf.Indicator, id, at)) return;
            read[id] = reason;
            if (context.Ruleset?.AllIndicators.First(i => i.Id == id) is { MayBeNotApplicable: false })
                context.Findings.Add(DiagnosticCodes.AlwaysApplicable, at, $"the indicator '{id}' is always applicable",
                    "Write 'may-be-not-applicable: true' in the ruleset, or remove it here.");
        }
    }

    private static RegionCode? Region(Fields fields, RuleTestContext context)
    {
        if (fields.Node("region") is not { } node || context.BetterQuoted(node,
            fields.Named("region")) is not { } text) return null;
        if (RegionCode.IsValid(text)) return new RegionCode(text);
        context.Findings.Add(DiagnosticCodes.NotRegion, node, $"{fields.Named("region")} '{text}' is not a region code",
            "Write 2, 4, 6 or 9 digits.");
        return null;
    }
}
