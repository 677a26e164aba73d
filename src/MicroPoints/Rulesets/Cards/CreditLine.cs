namespace MicroPoints.Rulesets;

/// <summary>What one activity adds to one line: the scorecard with it minus without it, as the ledger stands. Never stored.</summary>
/// <param name="Ruleset">The version, such as <c>micro-points@2026.1</c>.</param>
/// <param name="Line">The indicator's or deduction's id.</param>
/// <param name="Raw">Points before floor, zeroing and cap.</param>
/// <param name="Points">Points that count.</param>
/// <param name="Cap">The line's cap in force, if it has one.</param>
/// <param name="Because">Why what counts is not simply the raw points; empty where it is.</param>
public sealed record CreditLine(
    string Ruleset, string Line, Title Title, Points Raw, Points Points, Points? Cap, IReadOnlyList<Because> Because);
