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
/// <remarks>What was found is kept; its words are put together when they are first read, for of many findings few ever are.</remarks>
public sealed record Finding
{
    private readonly Situation? _at;
    private readonly Func<Title?>? _actual;
    private Title? _sentence;

    public Finding(Condition condition, Verdict verdict, Title sentence, IReadOnlyList<Finding> inside) :
        this(condition, verdict, inside) => _sentence = sentence;

    /// <param name="actual">What is, in words; it reads nothing that may change, of a situation all but its tally.</param>
    internal Finding(Condition condition, Verdict verdict, Situation at, Func<Title?>? actual, IReadOnlyList<Finding> inside) :
        this(condition, verdict, inside) => (_at, _actual) = (at, actual);

    private Finding(Condition condition, Verdict verdict, IReadOnlyList<Finding> inside) =>
        (Condition, Verdict, Inside) = (condition, verdict, inside);

    public Condition Condition { get; init; }
    public Verdict Verdict { get; init; }
    public IReadOnlyList<Finding> Inside { get; init; }

    public Title Sentence
    {
        get => _sentence ??= ConditionProse.Of(this, _at!, _actual?.Invoke());
        init => _sentence = value;
    }

    public bool IsMet => Verdict == Verdict.Met;

    /// <summary>Whether both say the same, whenever their words were put together.</summary>
    public bool Equals(Finding? other) => other is not null && Verdict == other.Verdict && Condition == other.Condition
        && Sentence == other.Sentence && Inside.SequenceEqual(other.Inside);

    public override int GetHashCode() => HashCode.Combine(Condition, Verdict, Sentence);
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
