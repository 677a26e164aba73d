namespace MicroPoints.Ledger;

/// <summary>An id made from an activity's content, for callers that have none: sending the same again is recognised.</summary>
public static class ContentId
{
    /// <param name="times">Which of several equal activities of one sending this is, from 1.</param>
    public static EntryId Of(ChamberId chamber, RecordActivity record, int times) =>
        new($"row-{Digest.OfText(Content(chamber, record)).ToString()[..32]}-{times}");

    /// <summary>What makes two activities of one chamber equal.</summary>
    public static string Content(ChamberId chamber, RecordActivity record) => string.Join('\n', chamber, record.Kind, record.On,
        record.Measured, Day(record.Expires), Day(record.Submitted), record.Key, record.Part, record.Reason,
            string.Join(' ', record.Evidence ?? []));

    private static string Day(DateOnly? day) => day is { } given ? Calendar.Text(given) : "";
}
