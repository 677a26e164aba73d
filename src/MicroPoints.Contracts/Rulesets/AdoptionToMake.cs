using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>A region's decision to use a published ruleset from a day.</summary>
public sealed class AdoptionToMake
{
    /// <summary>The adoption's own id, so that a retry is recognised.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>The adopting region; regions below without their own inherit it.</summary>
    [JsonRequired] public string Region { get; set; } = "";

    /// <summary>The ruleset's id, such as <c>micro-points</c>.</summary>
    [JsonRequired] public string Ruleset { get; set; } = "";

    [JsonRequired] public string Version { get; set; } = "";

    /// <summary>The first day.</summary>
    [JsonRequired] public DateOnly From { get; set; }

    /// <summary>By id: true or false for a switch, a number, or a list of ids.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Settings { get; set; }

    /// <summary>Periods, at most ten, over which a statement of its impact is worked out against what it takes the place of, and
    /// attached; left out where none is wanted.</summary>
    public IReadOnlyList<string>? Impact { get; set; }
}
