using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>Records one activity and says what it adds to each line of each adopted ruleset.</summary>
    /// <param name="chamber">The chamber's id, such as <c>c-01</c>.</param>
    /// <param name="activity">With an id of your own, unique in the chamber, and the measure members of its kind.</param>
    /// <param name="expected">The ETag of the chamber or its ledger: where it moved on, the answer is refused as <c>head-moved</c>.</param>
    /// <returns>Exists, with the first answer's sequence and hash, where the id was recorded with the same content. Refused as
    /// <c>exists-with-different-…</c>, naming the first member that differs, where its content was another; as
    /// <c>period-closed</c>, <c>kind-unknown</c>, <c>measure-missing</c>, <c>chamber-unknown</c> … otherwise.</returns>
    public Task<Sent<RecordedActivity>> RecordActivity(
        string chamber, ActivityToRecord activity, string? expected = null, CancellationToken cancel = default) =>
        _sending.Write(Outgoing.Post(Activities(chamber), activity, Json.Wire.ActivityToRecord, expected),
            Json.Wire.RecordedActivity, a => a.Answer == SendingAnswer.Exists, cancel);

    /// <summary>Says what <see cref="RecordActivity"/> would answer; nothing is written.</summary>
    /// <returns>Recorded where it would be (its answer is <see cref="SendingAnswer.WouldRecord"/>), else exists or refused.</returns>
    public Task<Sent<PreviewedActivity>> PreviewActivity(
        string chamber, ActivityToRecord activity, CancellationToken cancel = default) =>
        _sending.Write(Outgoing.Post(Address.Of("chambers", chamber, "activities", "preview"), activity, Json.Wire.ActivityToRecord),
            Json.Wire.PreviewedActivity, a => a.Answer == SendingAnswer.Exists, cancel);

    /// <summary>Records 1–1000 activities of one chamber together or not at all, each judged as if the earlier ones stood.</summary>
    /// <returns>Exists where every line was recorded before. Refused as <c>batch-refused</c>, with every bad line and its index
    /// in <see cref="Problem.Lines"/>.</returns>
    public Task<Sent<RecordedBatch>> RecordActivities(
        string chamber, ActivityBatch batch, string? expected = null, CancellationToken cancel = default) =>
        _sending.Write(Outgoing.Post(Address.Of("chambers", chamber, "activities", "batch"), batch, Json.Wire.ActivityBatch, expected),
            Json.Wire.RecordedBatch, b => b.Recorded == 0, cancel);

    /// <summary>Says what <see cref="RecordActivities"/> would come to; nothing is written.</summary>
    /// <exception cref="ProblemException"><c>batch-refused</c>, with every bad line and its index in
    /// <see cref="Problem.Lines"/>.</exception>
    public Task<PreviewedBatch> PreviewActivities(string chamber, ActivityBatch batch, CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Post(Address.Of("chambers", chamber, "activities", "batch", "preview"), batch, Json.Wire.ActivityBatch),
            Json.Wire.PreviewedBatch, cancel);

    /// <summary>Reads one activity as the ledger keeps it, with its reversal where it was taken back.</summary>
    /// <exception cref="ProblemException"><c>chamber-unknown</c> or <c>entry-not-found</c>.</exception>
    public Task<ActivityDetails> GetActivity(string chamber, string id, CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Get(Address.Of("chambers", chamber, "activities", id)), Json.Wire.ActivityDetails, cancel);

    /// <summary>A page of the activities of all chambers of a scope, in the order they were recorded.</summary>
    /// <param name="cursor">The <c>next</c> of the page before.</param>
    /// <param name="limit">Items on the page, 1–500.</param>
    public Task<ActivityPage> GetActivityPage(
        ActivityQuestion question, string? cursor = null, int? limit = null, CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Get(question.On(Address.Of("activities")).With("cursor", cursor).With("limit", limit)),
            Json.Wire.ActivityPage, cancel);

    /// <summary>Takes back one activity, in full. A reversal cannot be taken back: record the activity again instead.</summary>
    /// <param name="target">The activity's id.</param>
    /// <returns>Refused as <c>entry-not-found</c>, <c>entry-already-reversed</c>, <c>period-closed</c> …</returns>
    public Task<Sent<RecordedReversal>> ReverseActivity(
        string chamber, string target, ReversalToRecord reversal, string? expected = null, CancellationToken cancel = default) =>
        _sending.Write(Outgoing.Post(Address.Of("chambers", chamber, "activities", target, "reversal"), reversal,
            Json.Wire.ReversalToRecord, expected), Json.Wire.RecordedReversal, r => r.Answer == SendingAnswer.Exists, cancel);

    private static string Activities(string chamber) => Address.Of("chambers", chamber, "activities");
}
