namespace MicroPoints.Contracts;

/// <summary>How a server does.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>not-ready</c>.</param>
/// <param name="Editions">What was built in: engines, stores, formats.</param>
/// <param name="Version">Of the program that runs.</param>
public sealed record HealthReport(string Status, IReadOnlyList<string> Editions, string? Version = null);
