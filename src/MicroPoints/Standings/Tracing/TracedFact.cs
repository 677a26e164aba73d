namespace MicroPoints.Standings;

/// <summary>One fact that a line looked at, or the facts of one month and option that a tally keeps as one sum.</summary>
/// <param name="On">What it stands for, of a sum its month; null for facts outside the period, which are told together.</param>
/// <param name="Facts">How many; none where a state was never recorded and counts as what its kind then takes it for.</param>
/// <param name="Amount">Number × part × weight, exactly; a percent where the latest percent decides.</param>
/// <param name="ValuedOn">The day whose values it takes.</param>
/// <param name="Each">What one is worth on that day, where the line values things one by one.</param>
/// <param name="Earlier">What earlier periods credited its key, where only the increase counts.</param>
/// <param name="LeftOut">Null where it counts.</param>
public sealed record TracedFact(
    KindId Kind, On? On, long Facts, Fraction Amount, DateOnly ValuedOn, string? Key = null, string? Choice = null,
    Points? Each = null, Fraction? Earlier = null, LeftOut? LeftOut = null)
{
    public bool Counts => LeftOut is null;
}

/// <summary>One addend of a line's raw points: an amount at a value, rounded once.</summary>
/// <param name="Of">The line inside a group, or the one that overflowed; null for what facts came to.</param>
/// <param name="Amount">What is multiplied.</param>
/// <param name="Every">What the amount is first divided by, and rounded to whole units.</param>
/// <param name="Rounding">By which rounding, where it is divided.</param>
/// <param name="Each">The value, negative where it is taken away.</param>
public sealed record TracedTerm(
    string? Of, Fraction Amount, Points Each, Points Points, Fraction? Every = null, Rounding Rounding = Rounding.HalfUp)
{
    internal static TracedTerm At(Fraction amount, Points each, string? of = null) =>
        new(of, amount, each, (amount * Fraction.OfPoints(each)).ToPoints());
}

/// <summary>What was compared with a tier or a target.</summary>
/// <param name="Reached">The latest percent, or the weighted sum.</param>
/// <param name="Answered">The percent of those asked who answered; null for anything but a survey.</param>
/// <param name="AnsweredAtLeast">The percent that must have answered; null where none is asked for.</param>
/// <param name="From">Where the tier that was reached begins; null where none was, or there are no tiers.</param>
public sealed record TracedReach(Fraction Reached, Fraction? Answered, Fraction? AnsweredAtLeast, Fraction? From);

/// <summary>Where a line that compares chambers found this one.</summary>
/// <param name="IsPeer">Whether it is compared at all: ranked, and the line applies to it.</param>
/// <param name="Peers">How many are, with facts.</param>
/// <param name="Least">Null, with <paramref name="Most"/>, where fewer than three are or all are equal: the fallback then holds.</param>
public sealed record TracedComparison(Fraction Own, bool IsPeer, int Peers, Fraction? Least, Fraction? Most)
{
    /// <summary>Whether least and most are left out for one who does not reach all peers: of few they are somebody's own.</summary>
    public bool IsWithheld { get; private init; }

    public TracedComparison Withheld() => Least is null ? this : this with { Least = null, Most = null, IsWithheld = true };
}
