using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>How one line came to its points: facts, values, raw points, and every step that cut them.</summary>
/// <param name="Line">The line of the scorecard that this explains.</param>
/// <param name="Facts">Those that count and those that were left out.</param>
/// <param name="Terms">What adds up to the raw points.</param>
/// <param name="Values">The parameters and settings that were read.</param>
/// <param name="Cuts">From raw points to credited ones, in order; what says why nothing counts is among them even at nothing.</param>
/// <param name="Around">What the groups, the category and the total around it then cut of their sums.</param>
public sealed record LineTrace(
    ScoreLine Line, IReadOnlyList<TracedFact> Facts, IReadOnlyList<TracedTerm> Terms, IReadOnlyList<TracedValue> Values,
    IReadOnlyList<TracedCut> Cuts, IReadOnlyList<TracedCut> Around)
{
    public TracedReach? Reach { get; init; }
    public TracedComparison? Comparison { get; init; }
    public TracedOverflow? Overflow { get; init; }
}

/// <summary>How one category came to its points.</summary>
public sealed record CategoryTrace(CategoryLine Line, IReadOnlyList<TracedValue> Values, IReadOnlyList<TracedCut> Cuts);

/// <summary>How one deduction came to its points.</summary>
/// <param name="Zeroes">The lines that it brings to zero.</param>
public sealed record DeductionTrace(
    DeductionLine Line, IReadOnlyList<TracedFact> Facts, IReadOnlyList<TracedTerm> Terms, IReadOnlyList<TracedValue> Values,
    IReadOnlyList<TracedCut> Cuts, IReadOnlyList<string> Zeroes);

/// <summary>How the categories came to the total.</summary>
/// <param name="BaseSum">Of the categories that apply, bonus apart.</param>
/// <param name="BonusSum">Of the bonus categories.</param>
/// <param name="BaseCuts">Stretching for a whole category that does not apply.</param>
/// <param name="BonusCuts">The limit on bonus.</param>
/// <param name="Cuts">From base and bonus to the total.</param>
public sealed record TotalTrace(
    Points BaseSum, Points BonusSum, Points Total, IReadOnlyList<TracedValue> Values, IReadOnlyList<TracedCut> BaseCuts,
    IReadOnlyList<TracedCut> BonusCuts, IReadOnlyList<TracedCut> Cuts);
