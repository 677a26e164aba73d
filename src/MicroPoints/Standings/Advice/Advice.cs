using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>What advice leads to: a grade, or eligibility for an outcome.</summary>
public abstract record AdviceGoal
{
    private AdviceGoal() { }

    public sealed record ToGrade(Grade Grade) : AdviceGoal;

    public sealed record ToOutcome(Outcome Outcome) : AdviceGoal;
}

/// <summary>The fewest activities, and of those the fewest kinds, by which a chamber reaches a goal today.</summary>
/// <param name="Activities">Empty where the chamber cannot get there by itself; <paramref name="Hindrances"/> then say why.</param>
/// <param name="Before">The total now.</param>
/// <param name="After">The total with the activities; what it can reach at most where there are none.</param>
/// <param name="Hindrances">What stands in the way that the chamber cannot change: a condition, or a limit's.</param>
/// <param name="IsExact">False where there were too many ways to look at them all: fewer activities may do.</param>
public sealed record Advice(
    AdviceGoal Goal, IReadOnlyList<AdvisedActivity> Activities, Points Before, Points After,
    IReadOnlyList<Finding> Hindrances, bool IsExact)
{
    public int Times => Activities.Sum(a => a.Times);
}
