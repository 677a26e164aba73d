using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>What every log checks of an append before it looks at its own head.</summary>
public static class Appending
{
    /// <summary>
    /// The entries are of one stream and continue the expected head without a gap; a breach is the program's.
    /// </summary>
    public static void Check(StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries)
    {
        Invariant.Holds(entries.Count > 0, "an append has entries");
        var head = expected;
        foreach (var entry in entries)
        {
            Invariant.Holds(entry.Stream == stream, "an append is of one stream");
            Invariant.Holds(entry.Sequence == head.Sequence + 1, "appended sequences have no gap");
            Invariant.Holds(entry.Previous == head.Hash, "each appended entry seals the one before");
            head = entry.Head;
        }
    }
}
