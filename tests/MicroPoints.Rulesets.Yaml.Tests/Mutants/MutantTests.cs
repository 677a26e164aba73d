namespace MicroPoints.Rulesets.Yaml.Tests.Mutants;

/// <summary>Every slip in a shipped file is told at its line and column, and following the fix mends it.</summary>
public sealed class MutantTests
{
    private static readonly string[] Shipped =
        [.. Directory.GetDirectories(ShippedFiles.Folder).Select(d => Path.GetFileName(d)!)];

    public static TheoryData<int, string> All => MutantTable.Cases(_ => true);

    public static TheoryData<int, string> Mended => MutantTable.Cases(m => m.Mended is not null);

    [Theory, MemberData(nameof(All))]
    public void A_slip_is_told_where_it_stands(int index, string name)
    {
        var mutant = MutantTable.All[index];
        Assert.Equal(name, mutant.ToString());
        var found = MutantReading.Of(mutant);
        var hits = found.Where(d => d.Code == mutant.Code).ToList();
        Assert.True(hits.Any(d => (d.Line, d.Column) == mutant.Place),
            $"expected {mutant.Code} at {mutant.Place}, found:\n{string.Join('\n', found)}");
        Assert.True(hits.Any(d => d.Fix.Contains(mutant.Fix, StringComparison.Ordinal)), string.Join('\n', hits));
        // One slip is told once, not as several errors.
        Assert.DoesNotContain(found, d => d.IsError && d.Code != mutant.Code && !mutant.Also.Contains(d.Code, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Mended))]
    public void Following_the_fix_mends_it(int index, string name)
    {
        var mutant = MutantTable.All[index];
        Assert.Equal(name, mutant.ToString());
        var found = MutantReading.Read(mutant, mutant.MendedBytes!);
        Assert.DoesNotContain(found, d => d.Code == mutant.Code);
        Assert.DoesNotContain(found, d => d.IsError);
    }

    [Fact]
    public void There_are_enough_slips_of_every_file_and_code()
    {
        Assert.All(Shipped, s => Assert.True(MutantTable.All.Count(m => m.Ruleset == s) >= 5, s));
        Assert.True(MutantTable.All.Count(m => IsError(m.Code)) >= 80);
        Assert.True(Mended.Count() >= 30);
        Assert.Equal(MutantTable.All.Count, MutantTable.All.Select(m => m.ToString()).Distinct().Count());
    }

    [Fact]
    public void Every_code_has_a_slip_that_shows_it() =>
        Assert.Empty(DiagnosticCodes.All.Select(c => c.Id).Except(MutantTable.All.Select(m => m.Code)).Except(NotInShipped));

    /// <summary>Needs a ruleset of another build than any shipped one: it is seen in <see cref="SenseDiagnosticsTests"/>.</summary>
    private static readonly string[] NotInShipped = ["RULE039"];

    private static bool IsError(string code) => DiagnosticCodes.All.Single(c => c.Id == code).Severity == Severity.Error;
}
