using MicroPoints.Activities;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>An id made from an activity's content, for callers that have none: sending the same again is recognised.</summary>
/// <remarks>It is made from canonical bytes and is a promise: another id would let the same file be recorded twice.</remarks>
public static class ContentId
{
    /// <param name="times">Which of several equal activities of one sending this is, from 1.</param>
    public static EntryId Of(ChamberId chamber, RecordActivity record, int times) =>
        new($"row-{Content(chamber, record).ToString()[..32]}-{times}");

    /// <summary>What makes two activities of one chamber equal.</summary>
    public static Digest Content(ChamberId chamber, RecordActivity record)
    {
        // The nature follows from the kind, which is part of the content.
        var fact = new Fact(record.Kind, Nature.Event, record.On, record.Expires, record.Measured, record.Key, record.Part);
        var writer = new CanonicalWriter().Text(chamber.Value).Fact(fact).Day(record.Submitted).Text(record.Reason)
            .List([.. (record.Evidence ?? []).Order()], (w, digest) => w.Digest(digest));
        return Digest.Of(writer.Written);
    }
}
