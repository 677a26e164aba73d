using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>Activities of one chamber that are recorded together or not at all.</summary>
public sealed class ActivityBatch
{
    /// <summary>1–1000 activities, each judged as if the earlier ones were recorded.</summary>
    [JsonRequired] public IReadOnlyList<ActivityToRecord> Activities { get; set; } = [];
}

/// <summary>A batch that is in the ledger, whole.</summary>
/// <param name="Recorded">How many lines this sending added.</param>
/// <param name="Existed">How many were replays.</param>
/// <param name="Head">Where the chamber's stream ends after it.</param>
/// <param name="Lines">In the order sent.</param>
public sealed record RecordedBatch(int Recorded, int Existed, HeadOfStream Head, IReadOnlyList<RecordedLine> Lines);

/// <summary>What recording a batch would come to; nothing was written.</summary>
/// <param name="WouldRecord">How many lines it would add.</param>
/// <param name="Existing">How many are in the ledger already.</param>
public sealed record PreviewedBatch(int WouldRecord, int Existing);

/// <summary>One line of a recorded batch.</summary>
public sealed record RecordedLine(SendingAnswer Answer, string Id, long Sequence, string Hash);
