using System.Globalization;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Rulesets.Yaml.Tests.Mutants;

namespace MicroPoints.Cli.Tests.Rulesets;

/// <summary>The program ends with 2 for a slip in a shipped file, and prints its code with file, line and column.</summary>
public sealed class MutantFilesTests
{
    public static TheoryData<int, string> Slips => MutantTable.Cases(m => SeverityOf(m) != Severity.Info);

    [Theory, MemberData(nameof(Slips))]
    public async Task A_slip_ends_the_check_with_2_and_its_place(int index, string name)
    {
        var mutant = MutantTable.All[index];
        Assert.Equal(name, mutant.ToString());
        using var desk = new Desk();
        var file = Write(desk, mutant);
        string[] flags = [.. mutant.IsCoverage ? ["--tests"] : Array.Empty<string>(),
            .. SeverityOf(mutant) == Severity.Warning ? ["--strict"] : Array.Empty<string>()];
        var ran = await desk.Run(["rules", "check", file, .. flags]);
        var (line, column) = mutant.Place;
        var severity = SeverityOf(mutant) == Severity.Error ? "error" : "warning";
        ran.Reports(2, string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{column}: {severity} {mutant.Code}: "))
            .NeverShowsItsInsides();
    }

    /// <returns>The mutated file, among those it needs, which are as shipped.</returns>
    private static string Write(Desk desk, Mutant mutant)
    {
        var path = $"{mutant.File}.yaml";
        if (!mutant.IsActivities) desk.Write("activities.yaml", File.ReadAllBytes(Mutant.PathOf("activities")));
        if (mutant.IsTests) desk.Write($"{mutant.Ruleset}.yaml", File.ReadAllBytes(Mutant.PathOf(mutant.Ruleset)));
        if (mutant.IsCoverage) desk.Write($"{mutant.Ruleset}.test.yaml", File.ReadAllBytes(Mutant.PathOf(mutant.Ruleset + ".test")));
        desk.Write(path, mutant.Bytes);
        return path;
    }

    private static Severity SeverityOf(Mutant mutant) => DiagnosticCodes.All.Single(c => c.Id == mutant.Code).Severity;
}
