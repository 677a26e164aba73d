using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>Takes back one activity, in full.</summary>
public sealed class ReversalToRecord
{
    /// <summary>The reversal's own id, so that a retry is recognised.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>Why, in words the chamber may read.</summary>
    [JsonRequired] public string Reason { get; set; } = "";
}

/// <summary>A reversal in the ledger.</summary>
/// <param name="Target">The activity it takes back.</param>
public sealed record RecordedReversal(SendingAnswer Answer, string Id, string Target, long Sequence, string Hash);
