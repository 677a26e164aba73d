using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>What reading a ruleset file found.</summary>
/// <param name="Ruleset">Null where it has errors.</param>
/// <param name="Errors">A sentence each, with its place and what to write instead.</param>
public sealed record RulesetFindings(Ruleset? Ruleset, IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings);

/// <summary>What running the tests of a ruleset came to.</summary>
/// <param name="Failures">A sentence each; a file of tests that cannot be read, or holds none, is a failure too.</param>
public sealed record RuleTestFindings(int Passed, IReadOnlyList<string> Failures)
{
    public bool Passes => Passed > 0 && Failures.Count == 0;
}

/// <summary>Checks and tests ruleset files before they are published; a host brings the file format.</summary>
public interface IRuleChecks
{
    RulesetFindings Check(ReadOnlyMemory<byte> bytes, string file, KindCatalogue kinds);

    RuleTestFindings Test(ReadOnlyMemory<byte> tests, string file, Ruleset ruleset, KindCatalogue kinds);
}
