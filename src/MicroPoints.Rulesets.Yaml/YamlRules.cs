using MicroPoints.Activities;
using MicroPoints.Rounds;
using MicroPoints.Rulesets.Yaml.RuleTests;

namespace MicroPoints.Rulesets.Yaml;

/// <summary>A rules file has errors; the message holds them, a line each.</summary>
public sealed class RulesUnreadableException(IEnumerable<Diagnostic> diagnostics)
    : FormatException(string.Join('\n', diagnostics.Where(d => d.IsError)));

/// <summary>Rules as YAML, for everything that reads them from bytes.</summary>
public sealed class YamlRules : IRuleFormat, IDraftFormat, IRuleChecks
{
    public static readonly YamlRules Instance = new();

    public KindCatalogue ReadKinds(ReadOnlyMemory<byte> bytes) => ReadKinds(bytes, "activities.yaml");
    public Ruleset ReadRuleset(ReadOnlyMemory<byte> bytes, KindCatalogue kinds) => ReadRuleset(bytes, "ruleset.yaml", kinds);

    public WrittenDraft Write(RulesetDraft draft, KindCatalogue known) => DraftWriter.Write(draft, known);

    public RuleTestFindings Test(ReadOnlyMemory<byte> tests, string file, Ruleset ruleset, KindCatalogue kinds)
    {
        var reading = RuleTestFile.Read(tests.Span, file, ruleset, kinds);
        if (reading.Suite is not { } suite)
            return new RuleTestFindings(0, [.. reading.Diagnostics.Where(d => d.IsError).Select(d => d.ToString())]);
        var outcomes = new RuleTestRunner(ruleset, kinds).Run(suite);
        if (outcomes.Count == 0) return new RuleTestFindings(0, [$"{file}: there are no cases"]);
        return new RuleTestFindings(outcomes.Count(o => o.Passes), [.. outcomes.Where(o => !o.Passes).Select(o =>
            FormattableString.Invariant($"{file}:{o.Case.Line}: {o.Case.Name}: {string.Join("; ", o.Mismatches)}"))]);
    }

    public bool IsActivities(ReadOnlyMemory<byte> file) => ActivitiesFile.IsOne(file.Span);

    public CheckedKinds CheckActivities(ReadOnlyMemory<byte> activities) => RuleCheck.Check(activities.Span);

    public CheckedRules Check(ReadOnlyMemory<byte> rules, ReadOnlyMemory<byte> activities, KindCatalogue known) =>
        RuleCheck.Check(rules.Span, activities.Span, known);

    public static KindCatalogue ReadKinds(ReadOnlyMemory<byte> bytes, string file)
    {
        var reading = ActivitiesFile.Read(bytes.Span, file);
        return reading.Catalogue ?? throw new RulesUnreadableException(reading.Diagnostics);
    }

    public static Ruleset ReadRuleset(ReadOnlyMemory<byte> bytes, string file, KindCatalogue kinds)
    {
        var reading = RulesetFile.Read(bytes.Span, file, kinds);
        return reading.Ruleset ?? throw new RulesUnreadableException(reading.Diagnostics);
    }
}
