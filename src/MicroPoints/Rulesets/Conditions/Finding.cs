using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>How a condition ended. An error is never "not met".</summary>
public enum Verdict
{
    Met = 1,
    NotMet = 2,
    Error = 3,
}

/// <summary>A condition with its verdict and the sentence for it, in both languages, with actual and required values.</summary>
public sealed record Finding(Condition Condition, Verdict Verdict, Title Sentence, IReadOnlyList<Finding> Inside)
{
    public bool IsMet => Verdict == Verdict.Met;
}

/// <summary>The sealed result of an earlier round.</summary>
public sealed record EarlierResult(Period Period, string? Grade, string? Class, IReadOnlyList<string> Outcomes);

/// <summary>Everything a condition may read of one chamber; later stages are null until they are reached.</summary>
public sealed record Situation(Ruleset Ruleset, Values Values, TallyReading Reading, PointsCard Card)
{
    public required IReadOnlyDictionary<string, string?> Attributes { get; init; }
    public required DateOnly? Founded { get; init; }

    /// <summary>Earlier sealed rounds, the latest first.</summary>
    public required IReadOnlyList<EarlierResult> History { get; init; }
    public IReadOnlySet<string>? LimitsMet { get; init; }
    public string? Grade { get; init; }
    public string? Class { get; init; }
    public int? Rank { get; init; }
    public IReadOnlySet<string> Eligible { get; init; } = new HashSet<string>();

    public DateOnly Day => Reading.Day;
}
