namespace MicroPoints.Rulesets.Yaml.RuleTests;

/// <summary>Which cases of a suite name each line of a ruleset.</summary>
public static class RuleTestNames
{
    /// <summary>The names of the cases by the id of a line that they expect something of, in the order of the file.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByLine(RuleTestSuite suite) =>
        suite.Cases.SelectMany(c => Named(c.Then).Distinct().Select(id => (Id: id, c.Name)))
            .GroupBy(n => n.Id, n => n.Name).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g]);

    private static IEnumerable<string> Named(Expected then) =>
    [
        .. then.Points.Keys, .. then.Categories.Keys, .. then.Deductions.Keys, .. then.Because.Keys, .. then.Only ?? [],
        .. then.Limits ?? [], .. then.Outcomes ?? [], .. then.Eligible ?? [],
        .. ((string?[])[then.Grade, then.Class, then.AnyOneRemoved?.Grade]).OfType<string>().Where(id => id != Expected.None),
    ];
}
