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

/// <summary>Why advice names no activity for a line that has room.</summary>
public enum NotAdvised
{
    /// <summary>The ruleset says so, as for Party indicators and what an authority decides.</summary>
    ByRule = 1,

    /// <summary>What counts is where others stand.</summary>
    AgainstPeers = 2,

    /// <summary>Staff or a panel award it.</summary>
    Awarded = 3,

    /// <summary>Members, departments or others answer for it.</summary>
    Answered = 4,

    /// <summary>It only loses points by what happens.</summary>
    LosesOnly = 5,

    /// <summary>It counts amounts, and points must not be bought.</summary>
    Amounts = 6,
}
