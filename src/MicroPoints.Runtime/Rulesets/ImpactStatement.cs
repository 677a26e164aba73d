namespace MicroPoints.Runtime;

/// <summary>What another ruleset would have done in several periods of a scope.</summary>
/// <param name="Periods">One for each period that was replayed, the latest first; never empty.</param>
public sealed record ImpactStatement(IReadOnlyList<ImpactAnswer> Periods)
{
    /// <summary>Those that there was something to compare by.</summary>
    public IReadOnlyList<ImpactAnswer> Told => [.. Periods.Where(p => p.HasData)];

    /// <summary>What stands on every output about these chambers; null for real data.</summary>
    public string? Stamp => Periods.Select(p => p.Stamp).FirstOrDefault(s => s is not null);
}
