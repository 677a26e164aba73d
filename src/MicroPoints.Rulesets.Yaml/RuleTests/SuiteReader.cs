using MicroPoints.Rulesets.Yaml.Nodes;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.RuleTests;

/// <summary>Reads a rule test file: its fixtures, then its cases.</summary>
internal static class SuiteReader
{
    public static RuleTestSuite? Read(YamlMapping root, Digest hash, RuleTestContext context)
    {
        var file = Fields.Of(root, "the test file", context.Findings, "suite", "fixtures", "cases")!;
        var name = file.RequiredText("suite");
        if (name is not null && context.Ruleset is { } ruleset && name != $"{ruleset.Id} {ruleset.Version}")
            context.Findings.Add(DiagnosticCodes.SuiteOfAnother, file.At("suite"),
                $"the suite is for '{name}', the ruleset is {ruleset.Name}",
                $"Write 'suite: {ruleset.Id} {ruleset.Version}'.");
        foreach (var (key, value) in file.Entries("fixtures"))
            if (Shapes.List(value, $"fixture '{key.Text}'", context.Findings, Limits.RuleTestListMax) is { } facts)
                context.Fixtures[key.Text] = FactReader.List(facts, context);
        var cases = (file.RequiredNode("cases") is { } node
            ? Shapes.List(node, "'cases'", context.Findings, Limits.RuleTestListMax) ?? [] : [])
            .Select(c => Case(c, context)).OfType<RuleTestCase>().ToList();
        foreach (var twice in cases.GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            context.Findings.Add(DiagnosticCodes.CaseTwice, new Place(twice.Last().Line, 1),
                $"two cases are called '{twice.Key}'", "Say how they differ.");
        return name is null ? null : new RuleTestSuite(name, hash, cases);
    }

    private static RuleTestCase? Case(YamlNode item, RuleTestContext context)
    {
        var named = (item as YamlMapping)?.Find("name") is YamlScalar { IsNull: false } title ? $"case '{title.Text}'"
            : "a case";
        if (Fields.Of(item, named, context.Findings, ["name", "period", "as-of", "known-at", "settings", "peers",
            "then", .. ChamberReader.Keys])
            is not { } fields) return null;
        var name = fields.RequiredText("name");
        var chamber = ChamberReader.Read(RuleTestChamber.UnderTest, fields, context);
        var then = ExpectedReader.Read(fields, context);
        var period = fields.Node("period") is { } node ? context.Period(node, fields.Named("period"))
            : Default(context.Ruleset);
        var read = new RuleTestCase
        {
            Name = name ?? "",
            Line = item.At.Line,
            Period = period,
            AsOf = fields.Day("as-of"),
            KnownAt = context.Instant(fields, "known-at"),
            Settings = Settings(fields, context),
            Chamber = chamber,
            Peers = Peers(fields, context),
            Then = then ?? new Expected(),
        };
        return name is null || then is null ? null : read;
    }

    private static Period? Default(Ruleset? ruleset) =>
        ruleset is null ? null : Period.Containing(ruleset.Adoptable.From, ruleset.Period);

    private static List<RuleTestChamber> Peers(Fields testCase, RuleTestContext context)
    {
        var peers = new List<RuleTestChamber>();
        foreach (var item in testCase.List("peers", Limits.RuleTestListMax))
        {
            if (Fields.Of(item, "a peer", context.Findings, ["id", .. ChamberReader.Keys]) is not { } fields) continue;
            var id = fields.RequiredId("id");
            var peer = ChamberReader.Read(id ?? "", fields, context);
            if (id is null) continue;
            if (id == RuleTestChamber.UnderTest || peers.Any(p => p.Id == id))
                context.Findings.Add(DiagnosticCodes.PeerTwice, fields.At("id"),
                    $"another chamber of the case is called '{id}'", "Choose another id.");
            peers.Add(peer);
        }
        return peers;
    }

    private static Dictionary<string, SettingValue> Settings(Fields testCase, RuleTestContext context)
    {
        var settings = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        foreach (var (key, value) in testCase.Entries("settings"))
        {
            if (!context.Knows(NameOf.Setting, key.Text, key)) continue;
            var type = context.Ruleset?.Settings.First(s => s.Id == key.Text).Type ?? Shape(value);
            if (DeclarationReader.Value(type, value, $"setting '{key.Text}'",
                context.Findings) is { } read) settings[key.Text] = read;
        }
        return settings;
    }

    /// <summary>Without a ruleset only the shape tells what a setting is.</summary>
    private static SettingType Shape(YamlNode value) => value switch
    {
        YamlList => SettingType.List,
        YamlScalar { Text: "true" or "false" } => SettingType.Switch,
        _ => SettingType.Number,
    };
}
