using System.Collections.Concurrent;
using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.RuleTests;

namespace MicroPoints.Rulesets.Yaml.Tests.Mutants;

/// <summary>Reads a mutated file among the shipped files that are as they were.</summary>
internal static class MutantReading
{
    private static readonly ConcurrentDictionary<Mutant, IReadOnlyList<Diagnostic>> Found = new(ReferenceEqualityComparer.Instance);
    private static readonly ConcurrentDictionary<string, RulesetReading> Rulesets = new(StringComparer.Ordinal);

    private static readonly KindCatalogue Kinds =
        ActivitiesFile.Read(File.ReadAllBytes(Mutant.PathOf("activities")), "activities.yaml").Catalogue!;

    /// <summary>What is told of a slip; each is read once.</summary>
    public static IReadOnlyList<Diagnostic> Of(Mutant mutant) => Found.GetOrAdd(mutant, m => Read(m, m.Bytes));

    public static IReadOnlyList<Diagnostic> Read(Mutant mutant, byte[] bytes)
    {
        if (mutant.IsActivities) return ActivitiesFile.Read(bytes, "activities.yaml").Diagnostics;
        if (mutant.IsTests)
            return RuleTestFile.Read(bytes, "tests.yaml", Shipped(mutant.Ruleset).Ruleset, Kinds).Diagnostics;
        var reading = RulesetFile.Read(bytes, "ruleset.yaml", Kinds);
        if (!mutant.IsCoverage) return reading.Diagnostics;
        var tests = RuleTestFile.Read(File.ReadAllBytes(Mutant.PathOf(mutant.Ruleset + ".test")), "tests.yaml", reading.Ruleset, Kinds);
        return [.. reading.Diagnostics, .. RuleTestCoverage.Of(reading, tests.Suite!)];
    }

    private static RulesetReading Shipped(string name) => Rulesets.GetOrAdd(name, n =>
        RulesetFile.Read(File.ReadAllBytes(Mutant.PathOf(n)), n + ".yaml", Kinds));
}
