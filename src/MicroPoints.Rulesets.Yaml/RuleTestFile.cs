using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Nodes;
using MicroPoints.Rulesets.Yaml.RuleTests;

namespace MicroPoints.Rulesets.Yaml;

/// <summary>What reading a rule test file came to; a suite exactly where there is no error.</summary>
public sealed record RuleTestReading(RuleTestSuite? Suite, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Reads the tests that stand beside a ruleset.</summary>
public static class RuleTestFile
{
    /// <param name="bytes">The file as it is stored.</param>
    /// <param name="fileName">For diagnostics only.</param>
    /// <param name="ruleset">The ruleset under test; without it, ids and types are not looked up.</param>
    /// <param name="kinds">The activity kinds that its facts may have.</param>
    public static RuleTestReading Read(ReadOnlySpan<byte> bytes, string fileName, Ruleset? ruleset, KindCatalogue kinds)
    {
        var findings = new Findings(fileName);
        var suite = YamlDocument.Read(bytes, findings) is { } root
            ? SuiteReader.Read(root, Digest.Of(bytes), new RuleTestContext(ruleset, kinds, findings))
            : null;
        return new RuleTestReading(findings.HasErrors ? null : suite, findings.InOrder);
    }
}
