using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>Declares that an indicator does not apply in a period.</summary>
public sealed class NotApplicableToDeclare
{
    /// <summary>The declaration's own id, unique in the region, so that a retry is recognised.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>The declaring region; it counts for every chamber in it.</summary>
    [JsonRequired] public string Region { get; set; } = "";

    /// <summary>A ruleset adopted for the region, such as <c>micro-points</c>.</summary>
    [JsonRequired] public string Ruleset { get; set; } = "";

    /// <summary><c>2026</c>, <c>2026Q3</c> or <c>2025-2026</c>.</summary>
    [JsonRequired] public string Period { get; set; } = "";

    /// <summary>The indicator's id, such as <c>X1</c>.</summary>
    [JsonRequired] public string Indicator { get; set; } = "";

    /// <summary>Only for this chamber; for all of the region where left out.</summary>
    public string? Chamber { get; set; }

    /// <summary>Why it does not apply.</summary>
    [JsonRequired] public string Reason { get; set; } = "";
}

/// <summary>What was declared not applicable for chambers of a scope, by its regions and those above.</summary>
public sealed record NotApplicableList(string Scope, IReadOnlyList<NotApplicableDeclaration> Declarations);

/// <summary>One declaration.</summary>
/// <param name="Region">Whose decision it is.</param>
/// <param name="Chamber">Left out where it counts for the whole region.</param>
/// <param name="Reason">Left out where the text was erased.</param>
public sealed record NotApplicableDeclaration(
    string Region, string Id, string Ruleset, string Period, string Indicator, DateTimeOffset Recorded, string By,
    string? Chamber = null, string? Reason = null);
