namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

/// <summary>Every condition that a ruleset decides by: of limits, classes and outcomes, and the lines of its grades.</summary>
public static class ShippedConditions
{
    public static IReadOnlyList<Condition> Of(Ruleset ruleset) =>
    [
        .. ruleset.Limits.Select(l => l.When),
        .. ruleset.Outcomes.Select(o => o.When).OfType<Condition>(),
        .. ruleset.Classes.Select(c => c.When).OfType<Condition>(),
        .. GradeLines(ruleset),
        .. ruleset.Grades.Select(g => new Condition.GradeAtLeast(g.Id)),
    ];

    public static IEnumerable<Condition> GradeLines(Ruleset ruleset) =>
        ruleset.Grades.Select(g => new Condition.Compare(Subject.Total, null, new Bounds(g.From, null, null)));
}
