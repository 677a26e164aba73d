using MicroPoints.Rulesets.Yaml.Tests.Mutants;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Codes are unique, and each has a test that sees it.</summary>
public sealed class DiagnosticCodesTests
{
    /// <summary>Seen by tests of their own in <see cref="YamlStrictnessTests"/>: their files cannot be written as
    /// marked text.</summary>
    private static readonly string[] SeenInBytes = ["YAML001", "YAML002", "YAML005"];

    private static readonly string[] Beginnings =
    [
        "Write", "Remove", "Keep", "Let", "Choose", "Count", "Name", "List", "Check", "Mend", "Ask", "Add", "Begin", "Save",
        "Split", "Shorten", "Say", "Exchange", "Raise", "Give", "Put", "Move", "There", "Nothing",
    ];

    [Fact]
    public void No_code_is_given_twice() =>
        Assert.Equal(DiagnosticCodes.All.Count, DiagnosticCodes.All.Select(c => c.Id).Distinct().Count());

    [Fact]
    public void Codes_are_listed_in_order() =>
        Assert.All(DiagnosticCodes.All.GroupBy(c => c.Id[..4]), g =>
            Assert.Equal(g.Select(c => c.Id).Order(StringComparer.Ordinal), g.Select(c => c.Id)));

    [Fact]
    public void Every_code_is_seen_by_a_test()
    {
        var seen = new[]
        {
            YamlStrictnessTests.Marked, ShapeTests.Marked, ActivitiesFileTests.Marked, ReferenceDiagnosticsTests.Marked,
            SenseDiagnosticsTests.Marked, RuleTestFileTests.Marked,
        }.SelectMany(m => m).Select(m => m.Code).Concat(SeenInBytes).Concat(MutantTable.All.Select(m => m.Code));
        Assert.Empty(DiagnosticCodes.All.Select(c => c.Id).Except(seen));
    }

    /// <summary>A fix names what to write, remove, or do; it never only says that something is wrong.</summary>
    [Fact]
    public void Every_diagnostic_says_what_to_write_instead()
    {
        var found = MutantTable.All.SelectMany(MutantReading.Of).DistinctBy(d => (d.Code, d.Fix)).ToList();
        Assert.True(found.Select(d => d.Code).Distinct().Count() > 150);
        Assert.All(found, d =>
        {
            Assert.Contains(d.Fix.Split(' ')[0], Beginnings);
            Assert.EndsWith(".", d.Fix, StringComparison.Ordinal);
            Assert.False(d.Message.EndsWith('.'), d.ToString());
            Assert.DoesNotContain('\n', d.ToString());
        });
    }

    [Fact]
    public void A_diagnostic_is_one_line() => Assert.Equal("f.yaml:3:7: warning RULE040: a does not fit. Write b.",
        new Diagnostic("RULE040", Severity.Warning, "f.yaml", 3, 7, "a does not fit", "Write b.").ToString());
}
