using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>How an operand is compared. Told by code on the wire: append only.</summary>
public enum Comparison
{
    AtLeast = 1,
    AtMost = 2,
    Below = 3,

    /// <summary>One of what is there is one of what is wanted.</summary>
    OneOf = 4,
    NoneOf = 5,

    /// <summary>Nothing was ever recorded.</summary>
    Missing = 6,
    Recorded = 7,
}

/// <summary>One comparison of a condition, in the values' own text: numbers, days, options and ids.</summary>
/// <param name="Of">What is compared, such as <c>total</c>, a kind's, line's or attribute's id.</param>
/// <param name="Actual">What is there; empty where nothing is.</param>
/// <param name="Wanted">What it is compared with.</param>
public sealed record TracedOperand(
    string Of, IReadOnlyList<string> Actual, Comparison By, IReadOnlyList<string> Wanted, bool Holds);

/// <summary>A condition taken apart: what was compared with what, and what that came to.</summary>
/// <param name="Finding">What the evaluation found, with its sentence.</param>
/// <param name="Verdict">What the operands, and the conditions inside, come to.</param>
/// <param name="Values">The parameters and settings that were read.</param>
public sealed record TracedCondition(
    Finding Finding, Verdict Verdict, IReadOnlyList<TracedOperand> Operands, IReadOnlyList<TracedValue> Values,
    IReadOnlyList<TracedCondition> Inside);
