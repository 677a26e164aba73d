using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>What the register shall say of a chamber.</summary>
public sealed class ChamberToPut
{
    [JsonRequired] public string Name { get; set; } = "";

    /// <summary>Its kind and peer group, such as <c>township</c> or <c>street</c>.</summary>
    [JsonRequired] public string Kind { get; set; } = "";

    /// <summary>The region it belongs to: 6 digits a county, 9 a township. A seat never changes.</summary>
    [JsonRequired] public string Seat { get; set; } = "";

    /// <summary>Townships it serves beyond its seat.</summary>
    public IReadOnlyList<string>? Serves { get; set; }

    /// <summary>The day it was founded, where known.</summary>
    public DateOnly? Founded { get; set; }

    /// <summary>Facts that rules may read, such as <c>registered-on</c>; those left out stay as they are.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; set; }
}
