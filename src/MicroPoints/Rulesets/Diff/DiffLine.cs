namespace MicroPoints.Rulesets;

/// <summary>What a difference between two rulesets touches.</summary>
public enum DiffEffect
{
    /// <summary>Points, grades, classes, places or outcomes.</summary>
    Results = 1,

    /// <summary>When, by whom and how it is used; no chamber's result.</summary>
    Use = 2,

    /// <summary>Titles, clauses and sources alone.</summary>
    Words = 3,
}

public enum DiffChange
{
    Added = 1,
    Removed = 2,
    Changed = 3,
}

/// <summary>The parts of a ruleset in the order they are compared.</summary>
public enum RulePart
{
    Ruleset = 1,
    Setting = 2,
    Parameter = 3,
    Attribute = 4,
    Category = 5,
    Indicator = 6,
    Deduction = 7,
    Limit = 8,
    Grade = 9,
    Class = 10,
    Outcome = 11,
}

/// <summary>One thing of a line that differs.</summary>
/// <param name="Before">What the first ruleset says; null where it says nothing of it.</param>
/// <param name="After">What the second says; null where it says nothing of it.</param>
public sealed record DiffDetail(Title What, Title? Before, Title? After, DiffEffect Effect)
{
    public Title Sentence => new(
        $"{What.Zh}：{Before?.Zh ?? "无"} → {After?.Zh ?? "无"}", $"{What.EnOrZh}: {Before?.EnOrZh ?? "none"} → {After?.EnOrZh ?? "none"}");

    /// <summary>Both say the same in words, which leave out how it is reckoned: what differs is told as the program keeps it.</summary>
    public bool IsByKey { get; init; }
}

/// <summary>One line of a ruleset that another lacks, has more, or has otherwise.</summary>
/// <param name="Id">Empty for the ruleset as a whole.</param>
/// <param name="Clause">Which clause of which document says it: the second's, or the first's where the line is gone.</param>
public sealed record DiffLine(
    RulePart Part, string Id, Title Title, DiffChange Change, DiffEffect Effect, IReadOnlyList<DiffDetail> Details, Title? Clause);
