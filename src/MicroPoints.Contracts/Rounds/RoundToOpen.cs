using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>What a round is for.</summary>
[JsonConverter(typeof(KebabEnum<RoundPurpose>))]
public enum RoundPurpose
{
    /// <summary>The year's real evaluation.</summary>
    Annual = 1,

    /// <summary>A trial run: may skip steps, and says so everywhere.</summary>
    Rehearsal = 2,
}

/// <summary>A round to open as a draft.</summary>
public sealed class RoundToOpen
{
    /// <summary>The round's own id, so that a retry is recognised: 1–64 of A-Z a-z 0-9 . _ : -.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>The region whose chambers it is about.</summary>
    [JsonRequired] public string Scope { get; set; } = "";

    /// <summary><c>2026</c>, <c>2026Q3</c> or <c>2025-2026</c>, as long as the ruleset's.</summary>
    [JsonRequired] public string Period { get; set; } = "";

    /// <summary>The adopted ruleset's id; <c>micro-points</c> where left out.</summary>
    public string? Ruleset { get; set; }

    /// <summary>Only these kinds of chamber; all of the ruleset's where left out.</summary>
    public IReadOnlyList<string>? PeerGroups { get; set; }

    /// <summary>A rehearsal where left out.</summary>
    public RoundPurpose? Purpose { get; set; }
}
