namespace MicroPoints.Standings;

/// <summary>Why a fact that a line looked at is not in its points. Told by code on the wire: append only.</summary>
public enum LeftOut
{
    /// <summary>Of another period, not wholly inside this one, or after the reading day.</summary>
    OutsidePeriod = 1,
    OtherOption = 2,
    OtherKey = 3,

    /// <summary>Its key is counted once already.</summary>
    SameKey = 4,

    /// <summary>A later fact decides instead.</summary>
    NotLatest = 5,

    /// <summary>The state ended or expired.</summary>
    Ended = 6,

    /// <summary>It says no, or its amount is nothing.</summary>
    Nothing = 7,

    /// <summary>Something else of the same counts more.</summary>
    BelowBest = 8,

    /// <summary>Its month or quarter is counted once already.</summary>
    SameSpan = 9,
    OutOfBounds = 10,

    /// <summary>The value had not begun on its day.</summary>
    NotInForce = 11,

    /// <summary>The line gives nothing for what it says.</summary>
    NotValued = 12,

    /// <summary>Too few answered.</summary>
    TooFewAnswered = 13,

    /// <summary>Earlier periods credited the key as much.</summary>
    CreditedBefore = 14,

    /// <summary>It is about no key, and only keys count.</summary>
    WithoutKey = 15,
}
