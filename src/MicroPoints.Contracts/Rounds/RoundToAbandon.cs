using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>Why a draft is abandoned.</summary>
public sealed class RoundToAbandon
{
    [JsonRequired] public string Reason { get; set; } = "";
}

/// <summary>That a round was abandoned.</summary>
/// <param name="Reason">Why; left out for roles that see no words about people.</param>
public sealed record AbandonedRound(DateOnly On, string? Reason = null);
