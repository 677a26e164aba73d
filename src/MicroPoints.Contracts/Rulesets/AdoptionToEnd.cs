using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>Ends what a region adopted itself of a ruleset.</summary>
public sealed class AdoptionToEnd
{
    /// <summary>The ending's own id, unique in the region, so that a retry is recognised.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>The region that adopted it; what a region above adopted counts again.</summary>
    [JsonRequired] public string Region { get; set; } = "";

    /// <summary>The ruleset's id, such as <c>micro-points</c>.</summary>
    [JsonRequired] public string Ruleset { get; set; } = "";

    /// <summary>The first day without it.</summary>
    [JsonRequired] public DateOnly From { get; set; }

    /// <summary>Why it does not count any more.</summary>
    [JsonRequired] public string Reason { get; set; } = "";
}
