namespace MicroPoints.Rulesets.Yaml.Tests.Mutants;

/// <summary>All mutants, and those of one code and file by number.</summary>
internal static class MutantTable
{
    public static readonly IReadOnlyList<Mutant> All =
        [.. YamlMutants.All, .. RuleMutants.All, .. SenseMutants.All, .. TestMutants.All];

    public static TheoryData<int, string> Cases(Func<Mutant, bool> of)
    {
        var cases = new TheoryData<int, string>();
        for (var i = 0; i < All.Count; i++)
            if (of(All[i])) cases.Add(i, All[i].ToString());
        return cases;
    }
}
