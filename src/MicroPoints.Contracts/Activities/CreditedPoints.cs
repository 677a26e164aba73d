namespace MicroPoints.Contracts;

/// <summary>What one entry adds to one line of a ruleset: the scorecard with it minus without it.</summary>
/// <param name="Ruleset">Id and version, such as <c>micro-points@2026.1</c>.</param>
/// <param name="Indicator">The line's id.</param>
/// <param name="Title">The line's title.</param>
/// <param name="Points">Points by the line's score, before floor, zeroing and cap.</param>
/// <param name="Counted">Points that count.</param>
/// <param name="Because">Why they differ, as codes such as <c>cap-reached</c>; left out where nothing is to be said.</param>
/// <param name="Why">The same in words.</param>
public sealed record CreditedPoints(
    string Ruleset, string Indicator, string Title, decimal Points, decimal Counted,
    IReadOnlyList<string>? Because = null, string? Why = null);
