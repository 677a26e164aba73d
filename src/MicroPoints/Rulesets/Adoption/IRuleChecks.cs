using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>What running the tests of a ruleset came to.</summary>
/// <param name="Failures">A sentence each; a file of tests that cannot be read, or holds none, is a failure too.</param>
public sealed record RuleTestFindings(int Passed, IReadOnlyList<string> Failures)
{
    public bool Passes => Passed > 0 && Failures.Count == 0;
}

/// <summary>Checks ruleset and activities files, and tests rulesets; nothing of them is kept. A host brings the file format.</summary>
public interface IRuleChecks
{
    /// <param name="activities">Kinds that the ruleset brings along, as an activities file; empty where it brings none.</param>
    /// <param name="known">The kinds that are known; one that the ruleset brings along takes the place of a known one.</param>
    CheckedRules Check(ReadOnlyMemory<byte> rules, ReadOnlyMemory<byte> activities, KindCatalogue known);

    /// <summary>Whether a file says of itself that it is an activities file, without errors or with.</summary>
    bool IsActivities(ReadOnlyMemory<byte> file);

    CheckedKinds CheckActivities(ReadOnlyMemory<byte> activities);

    RuleTestFindings Test(ReadOnlyMemory<byte> tests, string file, Ruleset ruleset, KindCatalogue kinds);
}
