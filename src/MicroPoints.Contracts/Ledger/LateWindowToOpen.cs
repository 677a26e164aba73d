using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>Lets late entries into a closed period of one chamber.</summary>
public sealed class LateWindowToOpen
{
    /// <summary>The window's own id, unique in the chamber, so that a retry is recognised.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>The closed period: <c>2026</c>, <c>2026Q3</c> or <c>2025-2026</c>.</summary>
    [JsonRequired] public string Period { get; set; } = "";

    /// <summary>The last day on which late entries are let in.</summary>
    [JsonRequired] public DateOnly Through { get; set; }

    /// <summary>Why, in words the chamber may read.</summary>
    [JsonRequired] public string Reason { get; set; } = "";
}
