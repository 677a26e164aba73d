namespace MicroPoints.Contracts;

/// <summary>The fewest activities by which a chamber gets further today, and which lines are left out of advice, and why.</summary>
/// <param name="Ways">To the next grade, and to each outcome that it is not eligible for; none where nothing is left to reach.</param>
/// <param name="NotAdvised">Lines that could still credit more and are never advised.</param>
public sealed record AdviceDetails(
    string Chamber, string Name, string Ruleset, string RulesetTitle, string Period, DateOnly AsOf, decimal Points,
    IReadOnlyList<AdvisedWay> Ways, IReadOnlyList<LineNotAdvised> NotAdvised, string? Grade = null, string? Stamp = null);

/// <summary>A goal and what leads to it.</summary>
/// <param name="Goal"><c>grade A</c> or <c>outcome award-nomination</c>.</param>
/// <param name="Activities">How many in all; none where the chamber cannot get there by itself.</param>
/// <param name="Before">The total now.</param>
/// <param name="After">The total then; what it can reach at most where there is no way.</param>
/// <param name="Exact">False where there were too many ways to look at them all: fewer may do.</param>
public sealed record AdvisedWay(
    string Goal, Wording Title, int Activities, decimal Before, decimal After, bool Exact, IReadOnlyList<AdvisedKind> Steps,
    Wording Way);

/// <summary>One thing to do so many times.</summary>
/// <param name="Key">What it is about where that is there already.</param>
public sealed record AdvisedKind(string Kind, int Times, Wording Words, string? Option = null, string? Key = null);

/// <summary>A line with room that advice never names.</summary>
/// <param name="Because">Such as <c>by-rule</c>, <c>against-peers</c>, <c>awarded</c>, <c>others-answer</c>, <c>only-loses</c>.</param>
/// <param name="Room">The most that it can still credit; left out where nothing bounds it, or nothing comes back.</param>
public sealed record LineNotAdvised(string Id, string Title, string Because, Wording Why, decimal? Room = null);
