namespace MicroPoints.Contracts;

/// <summary>A scorecard as it would be with some more activities; nothing was written.</summary>
/// <remarks>Other chambers stay as they are, so places and quotas are not asked again.</remarks>
/// <param name="Supposed">How many activities were supposed.</param>
/// <param name="Existing">How many of those sent are in the ledger already, and changed nothing.</param>
/// <param name="Lines">Only those whose points change.</param>
/// <param name="Outcomes">Only those whose status changes.</param>
public sealed record WhatIfAnswer(
    string Chamber, string Name, string Ruleset, string RulesetTitle, string Period, DateOnly AsOf, int Supposed, int Existing,
    decimal Points, decimal PointsThen, IReadOnlyList<LineMoved> Lines, IReadOnlyList<OutcomeMoved> Outcomes,
    string? Grade = null, string? GradeThen = null, string? Class = null, string? ClassThen = null, string? Stamp = null);

/// <summary>A line's points now and then.</summary>
public sealed record LineMoved(string Id, string Title, decimal Before, decimal After);

/// <summary>An outcome's status now and then.</summary>
public sealed record OutcomeMoved(string Id, string Title, string Before, string After);
