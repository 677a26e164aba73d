using MicroPoints.Rulesets.Yaml.Nodes;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.RuleTests;

/// <summary>What the tests beside a ruleset leave out, each at the line of the ruleset that nobody tests.</summary>
/// <remarks>
/// A line is tested where a case names it: an indicator or deduction under <c>points</c>, <c>deductions</c> or
/// <c>because</c>; a limit, grade, class or outcome where it is expected; a dated value by a fact or a reading on its first
/// day and on the day before; a setting by a case that sets another value than the default.
/// </remarks>
public static class RuleTestCoverage
{
    /// <param name="reading">A reading without errors.</param>
    /// <param name="suite">The cases beside it.</param>
    public static IReadOnlyList<Diagnostic> Of(RulesetReading reading, RuleTestSuite suite)
    {
        if (reading is not { Ruleset: { } ruleset, Places: { } places }) return [];
        var findings = new Findings(reading.File);
        var named = new Named(suite.Cases);
        Lines(ruleset.Leaves.Select(i => (i.Id, (object)i)), named.Lines, DiagnosticCodes.IndicatorUntested, "indicator",
            id => $"then: {{ points: {{ {id}: … }}, only: [ {id} ] }}");
        Lines(ruleset.Deductions.Select(d => (d.Id, (object)d)), named.Lines, DiagnosticCodes.DeductionUntested, "deduction",
            id => $"then: {{ deductions: {{ {id}: … }}, only: [ {id} ] }}");
        Lines(ruleset.Limits.Select(l => (l.Id, (object)l)), named.Limits, DiagnosticCodes.LimitUntested, "limit",
            id => $"then: {{ limits: [ {id} ], only: [ limits ] }}");
        Lines(ruleset.Grades.Select(g => (g.Id, (object)g)), named.Grades, DiagnosticCodes.GradeUntested, "grade",
            id => $"then: {{ grade: {id}, only: [ grade ] }}");
        Lines(ruleset.Classes.Select(c => (c.Id, (object)c)), named.Classes, DiagnosticCodes.ClassUntested, "class",
            id => $"then: {{ class: {id}, only: [ class ] }}");
        Lines(ruleset.Outcomes.Select(o => (o.Id, (object)o)), named.Outcomes, DiagnosticCodes.OutcomeUntested, "outcome",
            id => $"then: {{ outcomes: [ {id} ], only: [ outcomes ] }}");
        Values(ruleset, suite, places, findings);
        Settings(ruleset, suite, places, findings);
        return findings.InOrder;

        void Lines(IEnumerable<(string Id, object Part)> lines, HashSet<string> seen, DiagnosticCode code, string sort,
            Func<string, string> then)
        {
            foreach (var (id, part) in lines.Where(l => !seen.Contains(l.Id)))
                findings.Add(code, places.Of(part, "id"), $"no rule test names the {sort} '{id}'",
                    $"Write a case with '{then(id)}'.");
        }
    }

    private static void Values(Ruleset ruleset, RuleTestSuite suite, Places places, Findings findings)
    {
        var days = suite.Cases.SelectMany(c => c.Chamber.Facts.Select(f => f.Fact.On.Last)
            .Append(c.AsOf ?? c.Period?.LastDay ?? default)).ToHashSet();
        foreach (var parameter in ruleset.Parameters)
            foreach (var value in parameter.Values.Skip(1))
                foreach (var day in new[] { value.From.AddDays(-1), value.From }.Where(d => !days.Contains(d)))
                    findings.Add(DiagnosticCodes.ValueUntested, places.Of(value, "from"),
                        $"no rule test meets '{parameter.Id}' on {Calendar.Text(day)}",
                        $"Write a case with a fact on '{Calendar.Text(day)}', or with as-of: '{Calendar.Text(day)}'.");
    }

    private static void Settings(Ruleset ruleset, RuleTestSuite suite, Places places, Findings findings)
    {
        foreach (var setting in ruleset.Settings)
        {
            if (suite.Cases.Any(c => c.Settings.TryGetValue(setting.Id, out var value) && !Same(value, setting.Default))) continue;
            findings.Add(DiagnosticCodes.SettingUntested, places.Of(ruleset, "settings", setting.Id),
                $"no rule test sets '{setting.Id}' to anything but its default",
                $"Write a case with 'settings: {{ {setting.Id}: … }}'.");
        }
    }

    private static bool Same(SettingValue a, SettingValue b) =>
        a.Switch == b.Switch && a.Hundredths == b.Hundredths && a.List.SequenceEqual(b.List);

    /// <summary>What the cases of a suite name.</summary>
    private sealed class Named
    {
        public Named(IReadOnlyList<RuleTestCase> cases)
        {
            foreach (var then in cases.Select(c => c.Then))
            {
                Lines.UnionWith([.. then.Points.Keys, .. then.Deductions.Keys, .. then.Because.Keys]);
                Limits.UnionWith(then.Limits ?? []);
                Grades.UnionWith(new[] { then.Grade, then.AnyOneRemoved?.Grade }.OfType<string>());
                Classes.UnionWith(new[] { then.Class }.OfType<string>());
                Outcomes.UnionWith([.. then.Outcomes ?? [], .. then.Eligible ?? []]);
            }
        }

        public HashSet<string> Lines { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Limits { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Grades { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Classes { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Outcomes { get; } = new(StringComparer.Ordinal);
    }
}
