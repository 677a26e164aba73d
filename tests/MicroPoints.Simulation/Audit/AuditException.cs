namespace MicroPoints.Simulation;

/// <summary>What the auditor found that must not be.</summary>
internal sealed class AuditException(string message) : Exception(message);
