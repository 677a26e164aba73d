using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Gives the grade by points and lowers it by limits, or gives the class. A limit never raises.</summary>
internal static class GradeStage
{
    public static void Apply(ScorecardDraft draft, Ruleset ruleset, Values values)
    {
        var day = draft.Chamber.Reading.Day;
        if (ruleset.Grades.Count > 0)
        {
            var byPoints = IndexByPoints(ruleset, draft.Card.Total, values, day);
            draft.GradeByPoints = ruleset.Grades[byPoints].Id;
            if (draft.BarredBy is null) draft.Grade = ruleset.Grades[Lowered(byPoints, draft, ruleset, values, day)].Id;
        }
        if (draft.BarredBy is null) Classify(draft, ruleset);
    }

    private static int IndexByPoints(Ruleset ruleset, Points total, Values values, DateOnly day)
    {
        for (var i = 0; i < ruleset.Grades.Count; i++)
            if (total >= values.PointsAt(ruleset.Grades[i].From, day)) return i;
        return ruleset.Grades.Count - 1;
    }

    /// <summary>All grades-down add up from the grade by points, not below the lowest; then the lowest ceiling holds.</summary>
    private static int Lowered(int index, ScorecardDraft draft, Ruleset ruleset, Values values, DateOnly day)
    {
        var met = draft.Limits.Where(l => l.IsMet).Select(l => l.Limit).ToList();
        index += met.Sum(l => l.GradesDown is { } down ? values.WholeAt(down, day) : 0);
        foreach (var ceiling in met.Select(l => l.Ceiling).OfType<string>())
            index = Math.Max(index, IndexOf(ruleset, ceiling));
        return Math.Min(index, ruleset.Grades.Count - 1);
    }

    /// <summary>The first class that matches. One that cannot be decided leaves the chamber without, for an error is
    /// never "not met".</summary>
    private static void Classify(ScorecardDraft draft, Ruleset ruleset)
    {
        foreach (var rule in ruleset.Classes)
        {
            var finding = rule.When is null ? null : ConditionEvaluator.Evaluate(rule.When, draft.Situation);
            if (finding?.Verdict == Verdict.NotMet) continue;
            if (finding?.Verdict == Verdict.Error) draft.ClassError = finding;
            else draft.Situation = draft.Situation with { Class = rule.Id };
            return;
        }
    }

    internal static int IndexOf(Ruleset ruleset, string grade)
    {
        for (var i = 0; i < ruleset.Grades.Count; i++) if (ruleset.Grades[i].Id == grade) return i;
        throw new InvariantException($"grade {grade} is not in {ruleset.Name}");
    }
}
