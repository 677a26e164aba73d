namespace MicroPoints.Rulesets;

/// <summary>Which lines each setting and parameter touches, so that whoever changes one sees what it moves.</summary>
public static class RulesetUses
{
    /// <summary>What stands for the head of a ruleset: whom it is for, and its totals.</summary>
    public const string Head = "";

    /// <summary>The ids of the lines that name each setting or parameter, in the order of the file; unused ones are missing.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(Ruleset ruleset) =>
        All(ruleset).Where(u => u.Reference is not null).GroupBy(u => u.Reference!, u => u.Line)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Distinct()]);

    private static IEnumerable<(string? Reference, string Line)> All(Ruleset ruleset) =>
    [
        .. Under(Head, [ruleset.AppliesTo.PeerGroupsSetting]),
        .. Under(Head, Of(ruleset.Scale?.Total, ruleset.Scale?.BonusAtMost, ruleset.Scale?.FinalAtMost)),
        .. ruleset.Categories.SelectMany(c => Under(c.Id, Of(c.Cap, c.RedistributeAtMost)).Concat(
            c.Indicators.SelectMany(i => i.SelfAndBelow).SelectMany(i => Under(i.Id, Of(i))))),
        .. ruleset.Deductions.SelectMany(d => Under(d.Id, Of(d))),
        .. ruleset.Limits.SelectMany(l => Under(l.Id, [l.EnabledBy, l.Suspends.Reference, .. Of(l.GradesDown), .. Of(l.When)])),
        .. ruleset.Grades.SelectMany(g => Under(g.Id, [.. Of(g.From), .. Of(g.Quota)])),
        .. ruleset.Classes.SelectMany(c => Under(c.Id, Of(c.When))),
        .. ruleset.Outcomes.SelectMany(o => Under(o.Id, [o.EnabledBy, .. Of(o.Valid?.Years), .. Of(o.Quota), .. Of(o.When)])),
    ];

    private static IEnumerable<(string?, string)> Under(string line, IEnumerable<string?> references) => references.Select(r => (r, line));

    private static IEnumerable<string?> Of(params IEnumerable<Number?> numbers) => numbers.Select(n => n?.Reference);

    private static IEnumerable<string?> Of(Indicator line) =>
    [
        line.EnabledBy, line.CountsSetting, .. Of(line.Cap, line.Overflow?.Each), .. Of(line.Counts.Select(c => c.Weight)),
        .. (line.Score?.Numbers ?? []).Select(n => n.Reference),
    ];

    private static IEnumerable<string?> Of(Deduction line) =>
    [
        line.EnabledBy, line.CountsSetting, .. Of(line.Cap, line.Each, line.While?.Points), line.While?.Is.Reference,
        .. Of(line.Counts.Select(c => c.Weight)),
    ];

    private static IEnumerable<string?> Of(Quota? quota) => Of(quota?.Percent, quota?.Count, quota?.AtLeast);

    private static IEnumerable<string?> Of(Condition? condition) => condition is null ? [] : condition.SelfAndBelow.SelectMany(c =>
        c.Numbers.Select(n => n.Reference).Append(Listed(c)?.Reference));

    /// <summary>The list that a condition itself names.</summary>
    private static Ids? Listed(Condition condition) => condition switch
    {
        Condition.GradeIs c => c.Grades,
        Condition.ClassIs c => c.Classes,
        Condition.StateIs c => c.Is,
        Condition.StateHeldFor c => c.Is,
        Condition.EventOccurred c => c.Is,
        Condition.AttributeIs c => c.Is,
        Condition.LimitedBy c => c.Limits,
        Condition.SilentFor c => c.Kinds,
        Condition.History c => c.Grades ?? c.Outcomes,
        _ => null,
    };
}
