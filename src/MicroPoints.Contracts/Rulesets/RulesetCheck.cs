namespace MicroPoints.Contracts;

/// <summary>What reading a ruleset file found.</summary>
/// <param name="Fine">It has no errors; warnings may stand.</param>
/// <param name="Ruleset">Its name, such as <c>micro-points@2026.1</c>, where it could be read.</param>
/// <param name="Hash">The hash of its bytes, where it could be read.</param>
public sealed record RulesetCheck(
    bool Fine, IReadOnlyList<RulesetDiagnostic> Diagnostics, string? Ruleset = null, string? Hash = null);

/// <summary>One thing found, with its place and what to write instead.</summary>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
public sealed record RulesetDiagnostic(string Code, string Severity, int Line, int Column, string Message, string Fix);
