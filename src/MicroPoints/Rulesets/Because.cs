namespace MicroPoints.Rulesets;

/// <summary>Why a line credits what it credits. Values are sealed with results: append only.</summary>
public enum Because
{
    NoFacts = 1,
    CapReached = 2,
    NotApplicable = 3,
    Zeroed = 4,
    ParticipationTooLow = 5,
    OutOfBounds = 6,
    SwitchedOff = 7,
    FloorReached = 8,
    StateUnknown = 9,
    StateEnded = 10,
    Overflowed = 11,
    BelowLowestTier = 12,
    Fallback = 13,
    NotInForce = 14,
    Rescaled = 15,
}

/// <summary>The words for <see cref="Because"/>.</summary>
public static class BecauseText
{
    /// <summary>The name in tests, JSON and proofs, such as <c>cap-reached</c>.</summary>
    public static string Code(this Because because) => because switch
    {
        Because.NoFacts => "no-facts",
        Because.CapReached => "cap-reached",
        Because.NotApplicable => "not-applicable",
        Because.Zeroed => "zeroed",
        Because.ParticipationTooLow => "participation-too-low",
        Because.OutOfBounds => "out-of-bounds",
        Because.SwitchedOff => "switched-off",
        Because.FloorReached => "floor-reached",
        Because.StateUnknown => "state-unknown",
        Because.StateEnded => "state-ended",
        Because.Overflowed => "overflowed",
        Because.BelowLowestTier => "below-lowest-tier",
        Because.Fallback => "fallback",
        Because.NotInForce => "not-in-force",
        Because.Rescaled => "rescaled",
        _ => throw new InvalidOperationException("unknown reason"),
    };

    /// <summary>One phrase for people.</summary>
    public static Title Phrase(this Because because) => because switch
    {
        Because.NoFacts => new("尚无记录", "nothing recorded yet"),
        Because.CapReached => new("已达本项上限", "cap reached"),
        Because.NotApplicable => new("本期不适用", "not applicable this period"),
        Because.Zeroed => new("因材料失实，本项计零", "zeroed because material was falsified"),
        Because.ParticipationTooLow => new("参评率不足，不计分", "too few answered"),
        Because.OutOfBounds => new("超出规定幅度的不计分", "awards outside the bounds count nothing"),
        Because.SwitchedOff => new("本县未启用", "switched off here"),
        Because.FloorReached => new("已扣完为止", "nothing left to take away"),
        Because.StateUnknown => new("情况未登记", "not recorded, so unknown"),
        Because.StateEnded => new("已结束或已到期", "ended or expired"),
        Because.Overflowed => new("超出部分另行加分", "the rest counts as bonus"),
        Because.BelowLowestTier => new("未达最低档", "below the lowest tier"),
        Because.Fallback => new("可比商会不足，按基准分", "too few peers to compare"),
        Because.NotInForce => new("当日该分值尚未施行", "the value was not in force yet"),
        Because.Rescaled => new("整类不适用，按比例折算", "rescaled for a category that does not apply"),
        _ => throw new InvalidOperationException("unknown reason"),
    };
}
