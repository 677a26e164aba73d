using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>What one entry adds to one line: the scorecard with it minus without it, as the ledger stands. Never stored.</summary>
/// <param name="Ruleset">Its name with the version.</param>
/// <param name="Raw">Points by the line's score, before floor, zeroing and cap.</param>
/// <param name="Points">Points that count.</param>
public sealed record CreditLine(
    string Ruleset, string Indicator, string Title, Points Raw, Points Points, IReadOnlyList<Because> Because);
