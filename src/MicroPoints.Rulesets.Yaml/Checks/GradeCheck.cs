using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Grades go down to 0 without a gap; a class that takes everything is the last.</summary>
internal static class GradeCheck
{
    public static void Run(Check check)
    {
        Grades(check);
        Classes(check);
    }

    private static void Grades(Check check)
    {
        var ruleset = check.Ruleset;
        if (!check.Places.Has(ruleset, "grades") && !check.Places.Has(ruleset, "classes") && ruleset.Scale is { } scale)
            check.Add(DiagnosticCodes.GradesMissing, scale, [], "the ruleset has points and neither grades nor classes",
                "Write 'grades', the lowest from 0.");
        // A grade that could not be read leaves a gap that is no fault of the others.
        if (ruleset.Grades.Count == 0 || ruleset.Grades.Count != check.Names.All(NameOf.Grade).Count()) return;
        for (var i = 1; i < ruleset.Grades.Count; i++)
        {
            var (higher, lower) = (ruleset.Grades[i - 1], ruleset.Grades[i]);
            if (check.ValuesOf(higher.From).Count > 0 && check.ValuesOf(lower.From).Count > 0
                && check.ValuesOf(higher.From).Min() <= check.ValuesOf(lower.From).Min())
                check.Add(DiagnosticCodes.GradesUnordered, lower, ["from"],
                    $"grade '{lower.Id}' from {lower.From} is not below grade '{higher.Id}' from {higher.From}",
                    "Write grades highest first, each from fewer points than the one before.");
        }
        var lowest = ruleset.Grades[^1];
        if (check.ValuesOf(lowest.From).Any(v => v != 0))
            check.Add(DiagnosticCodes.LowestGrade, lowest, ["from"],
                $"the lowest grade '{lowest.Id}' begins at {lowest.From}, so fewer points have no grade",
                "Let the lowest grade begin at 0.");
    }

    private static void Classes(Check check)
    {
        ClassRule? everything = null;
        foreach (var rule in check.Ruleset.Classes)
        {
            if (everything is not null)
                check.Add(DiagnosticCodes.ClassUnreachable, rule, [],
                    $"the class '{rule.Id}' comes after '{everything.Id}', which takes everything else",
                    "Write the class without 'when' last.");
            else if (!check.Places.Has(rule, "when"))
                everything = rule;
        }
    }
}
