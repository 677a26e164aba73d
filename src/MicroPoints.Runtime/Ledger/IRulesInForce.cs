namespace MicroPoints.Runtime;

/// <summary>Which rules are in force where something is recorded; the answer is sealed with the entry.</summary>
public interface IRulesInForce
{
    /// <summary>The head of the adoption stream that counts for a region; null before any adoption.</summary>
    Digest? For(RegionCode region);
}

/// <summary>No region has adopted anything.</summary>
public sealed class NoRulesInForce : IRulesInForce
{
    public Digest? For(RegionCode region) => null;
}
