namespace MicroPoints.Standings;

/// <summary>What changes points on their way from raw to the total. Told by code on the wire: append only.</summary>
public enum CutBy
{
    NotApplicable = 1,
    SwitchedOff = 2,

    /// <summary>Not below zero.</summary>
    Floor = 3,

    /// <summary>A deduction zeroes the line.</summary>
    Zeroed = 4,
    Cap = 5,

    /// <summary>A category is stretched for lines that do not apply.</summary>
    Scale = 6,
    BonusCap = 7,

    /// <summary>The categories are stretched for a whole one that does not apply.</summary>
    Rescale = 8,
    FinalCap = 9,
    Deductions = 10,
}

/// <summary>One step from raw points towards what is credited.</summary>
/// <param name="Of">What did it: the line, group or category whose cap it is, the switch, the deductions.</param>
/// <param name="Limit">The cap in force.</param>
/// <param name="Factor">What the points are multiplied by, exactly.</param>
public sealed record TracedCut(CutBy By, Points Before, Points After, string? Of = null, Points? Limit = null, Fraction? Factor = null);

/// <summary>What a cap cut off and another line credits.</summary>
public sealed record TracedOverflow(string To, Points Points);
