namespace MicroPoints.Runtime;

/// <summary>A way of scoring as a document says it, before it is known which kinds it counts.</summary>
internal abstract record ScorePhrase
{
    private ScorePhrase() { }

    /// <param name="Points">Null: as much as the line gives at most. So below.</param>
    public sealed record Flag(Points? Points) : ScorePhrase;

    /// <param name="Most">What it comes to at most, where the words say so.</param>
    public sealed record PerCount(Points Points, Points? Most = null) : ScorePhrase;
    public sealed record PerPeriod(Points Points, Rulesets.PeriodPart Each) : ScorePhrase;
    public sealed record PerQuantity(Points Points, Points Every, Rounding Rounding = Rounding.Down) : ScorePhrase;

    /// <param name="ForMissing">What takes points is something that was not done.</param>
    public sealed record FromFull(Points? Points, Points Minus, bool ForMissing = false) : ScorePhrase;
    public sealed record InProportion(Points? Points, Points? Participation) : ScorePhrase;
    public sealed record Tiers(IReadOnlyList<(Points AtLeast, Points Points)> Steps, bool IsPercent, Points? Participation) : ScorePhrase;
    /// <param name="AcrossPeriods">Of what earlier periods credited only the increase counts.</param>
    public sealed record Options(IReadOnlyList<(string Label, Points Points)> Of, OptionWay Way, bool AcrossPeriods = false) : ScorePhrase;
    public sealed record Discretionary(Points From, Points To) : ScorePhrase;
    public sealed record AgainstPeers(Points? Points, Points? Base, Points? Fallback) : ScorePhrase;
    public sealed record Checklist(int Items, Points? Points) : ScorePhrase;

    /// <summary>Several things, each with points of its own, which add up.</summary>
    public sealed record Parts(IReadOnlyList<(string Label, Points Points)> Of) : ScorePhrase;

    /// <summary>Scored by what another line's cap cuts off.</summary>
    public sealed record Overflowed : ScorePhrase;
}

/// <summary>How options are counted.</summary>
internal enum OptionWay
{
    /// <summary>A state: the option it is in.</summary>
    State = 1,

    /// <summary>Each event by its option.</summary>
    Each = 2,

    /// <summary>Only the best of all.</summary>
    Highest = 3,

    /// <summary>Each thing once, at its best.</summary>
    OncePerKey = 4,
}

/// <summary>What a 评分标准 was read as.</summary>
/// <param name="Phrase">Null where no way of scoring was found.</param>
internal sealed record ReadStandard(ScorePhrase? Phrase)
{
    /// <summary>The kinds that it names in “ ”, as a printed 办法 does; null where it names none.</summary>
    public string? Kinds { get; init; }

    /// <summary>What is counted, such as 次.</summary>
    public string? Unit { get; init; }
    public Points? Cap { get; init; }
    public (string To, Points? Each)? Overflow { get; init; }
    public bool MayBeNotApplicable { get; init; }

    /// <summary>What of it is not sure.</summary>
    public IReadOnlyList<Title> Doubts { get; init; } = [];
}
