using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>Ends a chamber without a successor; what it did stays in its ledger.</summary>
    /// <param name="expected">The chamber's ETag: where it moved on, the answer is refused as <c>head-moved</c>.</param>
    public Task<Sent<RecordedEntry>> DissolveChamber(
        string chamber, DissolutionToRecord dissolution, string? expected = null, CancellationToken cancel = default) =>
        Entry(Outgoing.Post(Address.Of("chambers", chamber, "dissolution"), dissolution, Json.Wire.DissolutionToRecord, expected), cancel);

    /// <summary>Merges a chamber, with others where named, into one: events are carried, caps apply once, states are restated.</summary>
    /// <returns>Refused as <c>lineage-invalid</c>, <c>chamber-merged</c>, <c>kind-unknown</c> … What broke off is completed by the
    /// same sending again.</returns>
    public Task<Sent<RecordedLineage>> MergeChamber(string chamber, MergerToRecord merger, CancellationToken cancel = default) =>
        _sending.Write(Outgoing.Post(Address.Of("chambers", chamber, "merger"), merger, Json.Wire.MergerToRecord),
            Json.Wire.RecordedLineage, l => l.Answer == SendingAnswer.Exists, cancel);

    /// <summary>Divides a chamber; each successor carries only what it is allocated.</summary>
    /// <returns>Refused as <c>lineage-invalid</c>, <c>entry-not-found</c> …</returns>
    public Task<Sent<RecordedLineage>> SplitChamber(string chamber, SplitToRecord split, CancellationToken cancel = default) =>
        _sending.Write(Outgoing.Post(Address.Of("chambers", chamber, "split"), split, Json.Wire.SplitToRecord),
            Json.Wire.RecordedLineage, l => l.Answer == SendingAnswer.Exists, cancel);

    /// <summary>Lets late entries into a closed period of one chamber, through a day.</summary>
    /// <returns>Refused as <c>period-not-closed</c>, <c>reason-missing</c>, <c>not-an-authority</c> …</returns>
    public Task<Sent<RecordedEntry>> OpenLateWindow(string chamber, LateWindowToOpen window, CancellationToken cancel = default) =>
        Entry(Outgoing.Post(Address.Of("chambers", chamber, "late-windows"), window, Json.Wire.LateWindowToOpen), cancel);

    private Task<Sent<RecordedEntry>> Entry(Outgoing request, CancellationToken cancel) =>
        _sending.Write(request, Json.Wire.RecordedEntry, e => e.Answer == SendingAnswer.Exists, cancel);
}
