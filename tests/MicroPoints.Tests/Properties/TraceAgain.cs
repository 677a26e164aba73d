using MicroPoints.Activities;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Tests.Properties;

/// <summary>Works a scorecard out again from its trace alone and demands that it comes to the same, step by step.</summary>
internal static class TraceAgain
{
    /// <param name="facts">Those of the chamber that stand: the trace tells each of them, and no other.</param>
    public static void Comes(ScorecardTrace trace, Ruleset ruleset, IReadOnlyList<Fact> facts)
    {
        foreach (var line in trace.Lines) Again(line, facts);
        foreach (var deduction in trace.Deductions) Again(deduction);
        AgainTotal(trace);
        AgainGrade(trace, ruleset);
        AgainClass(trace);
        AgainOutcomes(trace);
        foreach (var condition in Conditions(trace)) Same(condition);
    }

    private static void Again(LineTrace trace, IReadOnlyList<Fact> facts)
    {
        var line = trace.Line;
        Assert.All(trace.Terms, t => Assert.Equal(Worth(t), t.Points));
        Assert.Equal(line.Raw, Sum(trace.Terms.Select(t => t.Points)));
        Assert.Equal(line.Points, Through(trace.Cuts, line.Raw));
        // Every fact of a counted kind is told once for each time that the line counts the kind, and no other is.
        var counted = line.Indicator.Score is Score.Checklist checklist
            ? checklist.Items.Select(i => i.Kind) : line.Indicator.Counts.Select(c => c.Kind);
        foreach (var kind in counted.GroupBy(k => k))
            Assert.Equal((long)facts.Count(f => f.Kind == kind.Key) * kind.Count(),
                trace.Facts.Where(f => f.Kind == kind.Key).Sum(f => f.Facts));
        if (line.Indicator.Score is Score.PerCount or Score.Option or Score.OncePerKey or Score.FromFull or Score.Discretionary
            or Score.PerPeriod) Assert.Equal(line.Counted, Amounts(trace.Facts.Where(f => f.Counts)));
        if (line.Indicator.Score is Score.PerCount or Score.Option or Score.OncePerKey or Score.Discretionary or Score.PerPeriod)
            Assert.Equal(line.Raw, Sum(ByValue(trace.Facts)));
    }

    private static void Again(DeductionTrace trace)
    {
        Assert.All(trace.Terms, t => Assert.Equal(Worth(t), t.Points));
        Assert.Equal(trace.Line.Raw, Points.Min(Points.Zero, Sum(trace.Terms.Select(t => t.Points))));
        Assert.Equal(trace.Line.Raw, Points.Min(Points.Zero, Sum(ByValue(trace.Facts))));
        Assert.Equal(trace.Line.Points, Through(trace.Cuts, trace.Line.Raw));
    }

    private static void AgainTotal(ScorecardTrace trace)
    {
        foreach (var category in trace.Categories)
        {
            Assert.Equal(category.Line.Sum, Sum(trace.Lines.Where(l => l.Line.Depth == 0 && l.Line.Category == category.Line.Category.Id)
                .Select(l => l.Line.Points)));
            Assert.Equal(category.Line.Points, Through(category.Cuts, category.Line.Sum));
        }
        var (bonus, basic) = (trace.Categories.Where(c => c.Line.Category.Bonus), trace.Categories.Where(c => !c.Line.Category.Bonus));
        Assert.Equal(trace.Total.BonusSum, Sum(bonus.Select(c => c.Line.Points)));
        Assert.Equal(trace.Total.BaseSum, Sum(basic.Select(c => c.Line.Points)));
        Assert.Equal(trace.Card.Total, Through(trace.Total.Cuts,
            Through(trace.Total.BaseCuts, trace.Total.BaseSum) + Through(trace.Total.BonusCuts, trace.Total.BonusSum),
            Sum(trace.Deductions.Select(d => d.Line.Points))));
        Assert.Equal(trace.Card.Total, trace.Total.Total);
    }

    private static void AgainGrade(ScorecardTrace trace, Ruleset ruleset)
    {
        if (trace.Grade is not { } grade) return;
        var grades = ruleset.Grades.Select(g => g.Id).ToList();
        Assert.Equal(grade.ByPoints, grade.From.FirstOrDefault(g => trace.Card.Total >= g.From)?.Grade ?? grades[^1]);
        if (trace.Card.BarredBy is not null)
        {
            Assert.Null(grade.Grade);
            return;
        }
        var at = grades.IndexOf(grade.ByPoints) + grade.Lowered.Sum(l => l.Down);
        at = Math.Min(grades.Count - 1,
            grade.Lowered.Select(l => l.Ceiling).OfType<string>().Select(c => grades.IndexOf(c)).Append(at).Max());
        Assert.Equal(grade.AfterLimits, grades[at]);
        foreach (var quota in grade.Quotas)
        {
            Assert.Equal(quota.Of, grades[at]);
            if (!quota.LetsThrough) at++;
        }
        Assert.Equal(trace.Card.Grade, grades[at]);
    }

    private static void AgainOutcomes(ScorecardTrace trace)
    {
        foreach (var (line, condition, suspendedBy, quota) in trace.Outcomes)
        {
            Assert.Equal(line.Status == OutcomeStatus.Suspended, suspendedBy.Count > 0 && line.Status != OutcomeStatus.NotOffered);
            if (line.Status == OutcomeStatus.NotEligible) Assert.NotEqual(Verdict.Met, condition!.Verdict);
            if (quota is null) continue;
            Assert.True(line.IsEligible);
            if (!quota.LetsThrough) Assert.Equal(OutcomeStatus.PastQuota, line.Status);
            if (quota.Line is null || quota.Place < quota.Line) Assert.Equal(OutcomeStatus.Proposed, line.Status);
        }
    }

    private static void AgainClass(ScorecardTrace trace)
    {
        if (trace.Classes.Count == 0) return;
        var last = trace.Classes[^1];
        Assert.Equal(trace.Card.Class, last.Condition?.Verdict is null or Verdict.Met ? last.Rule.Id : null);
    }

    public static IEnumerable<TracedCondition> Conditions(ScorecardTrace trace) => trace.Limits.Select(l => l.Condition)
        .Concat(trace.Classes.Select(c => c.Condition).Concat(trace.Outcomes.Select(o => o.Condition)).OfType<TracedCondition>());

    /// <summary>The verdicts of the operands are those of the evaluation, all the way down.</summary>
    private static void Same(TracedCondition condition)
    {
        Assert.Equal(condition.Finding.Verdict, condition.Verdict);
        Assert.Equal(condition.Finding.Inside.Count, condition.Inside.Count);
        foreach (var inside in condition.Inside) Same(inside);
    }

    private static Points Worth(TracedTerm term) =>
        ((term.Every is { } every ? (term.Amount / every).ToWhole(term.Rounding) : term.Amount) * Fraction.OfPoints(term.Each)).ToPoints();

    /// <summary>Equal values added, multiplied once, rounded once.</summary>
    private static IEnumerable<Points> ByValue(IEnumerable<TracedFact> facts) => facts.Where(f => f.Counts)
        .GroupBy(f => f.Each!.Value).Select(g => (Amounts(g) * Fraction.OfPoints(g.Key)).ToPoints());

    private static Points Through(IEnumerable<TracedCut> cuts, Points points, Points? deducted = null)
    {
        foreach (var cut in cuts)
        {
            Assert.Equal(cut.Before, points);
            points = cut.By switch
            {
                CutBy.NotApplicable or CutBy.SwitchedOff or CutBy.Zeroed => Points.Zero,
                CutBy.Floor => Points.Max(points, Points.Zero),
                CutBy.Cap when cut.Limit < Points.Zero => Points.Max(points, cut.Limit.Value),
                CutBy.Cap or CutBy.BonusCap or CutBy.FinalCap => Points.Min(points, cut.Limit!.Value),
                CutBy.Scale or CutBy.Rescale => (Fraction.OfPoints(points) * cut.Factor!.Value).ToPoints(),
                CutBy.Deductions => points + deducted!.Value,
                _ => throw new InvalidOperationException("unknown cut"),
            };
            Assert.Equal(points, cut.After);
        }
        return points;
    }

    private static Fraction Amounts(IEnumerable<TracedFact> facts) => facts.Aggregate(Fraction.Zero, (sum, f) => sum + f.Amount);

    private static Points Sum(IEnumerable<Points> points) => points.Aggregate(Points.Zero, (a, b) => a + b);
}
