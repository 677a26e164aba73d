using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>What a sending came to.</summary>
[JsonConverter(typeof(KebabEnum<SendingAnswer>))]
public enum SendingAnswer
{
    /// <summary>It is in the ledger now.</summary>
    Recorded = 1,

    /// <summary>A replay: it was in the ledger already, and this is the first answer again.</summary>
    Exists = 2,

    /// <summary>A preview: it would be recorded.</summary>
    WouldRecord = 3,
}

/// <summary>An activity in the ledger, and what it adds as the ledger stands.</summary>
/// <param name="Sequence">Its place in the chamber's ledger; of a replay, the first answer's.</param>
/// <param name="Hash">The hash that seals it; of a replay, the first answer's.</param>
/// <param name="Credited">What it adds to each line of each adopted ruleset; provisional until a round seals it.</param>
public sealed record RecordedActivity(
    SendingAnswer Answer, string Id, long Sequence, string Hash, IReadOnlyList<CreditedPoints> Credited);

/// <summary>What recording would answer; nothing was written.</summary>
/// <param name="Sequence">The place it would have, or has.</param>
public sealed record PreviewedActivity(
    SendingAnswer Answer, string Id, long Sequence, IReadOnlyList<CreditedPoints> Credited);
