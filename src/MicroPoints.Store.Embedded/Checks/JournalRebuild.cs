using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>What a rebuild did.</summary>
/// <param name="Differences">Where what had been derived was not what the log says; empty where it was right or
/// absent.</param>
public sealed record RebuildReport(int Streams, long Entries, IReadOnlyList<string> Differences);

/// <summary>
/// Folds everything from the log anew, compares it with what had been derived, and writes that again.
/// </summary>
public static class JournalRebuild
{
    /// <exception cref="StoreException">The directory is in use, or the log itself is damaged.</exception>
    public static async ValueTask<RebuildReport> Run(
        string path, IProgress<(long Done, long Total)>? progress = null, CancellationToken cancel = default)
    {
        var directory = new DataDirectory(path);
        directory.CheckFormat();
        var differences = new List<string>();
        var kept = Kept(directory, differences);
        // Heads that can be read still guard the log's end; unreadable ones are only reported and written again.
        await using var log = JournalEventLog.Open(directory, new JournalOptions(), trustDerived: differences.Count == 0);
        var heads = await log.Cut(RegionCode.Nation, cancel);
        var (total, done) = (heads.Sum(h => h.Head.Sequence), 0L);
        var lines = new List<HeadsLine>();
        foreach (var (stream, head) in heads)
        {
            lines.Add(await Fold(log, stream, kept.GetValueOrDefault(stream), differences, cancel));
            progress?.Report((done += head.Sequence, total));
        }
        Checkpoint.Save(directory, Disk.Real, lines);
        return new RebuildReport(lines.Count, total, differences);
    }

    private static Dictionary<StreamId, HeadsLine> Kept(DataDirectory directory, List<string> differences)
    {
        if (!File.Exists(directory.Heads)) return [];
        try { return HeadsFile.Read(directory.Heads).ToDictionary(l => l.Stream); }
        catch (StoreException e)
        {
            differences.Add(e.Message);
            return [];
        }
    }

    /// <summary>Folds a stream to its head and compares on the way, at the sequence that had been kept.</summary>
    private static async ValueTask<HeadsLine> Fold(
        IEventLog log, StreamId stream, HeadsLine kept, List<string> differences, CancellationToken cancel)
    {
        var state = StreamStates.For(stream);
        await foreach (var entry in log.Read(stream, 0, cancel))
        {
            state.Apply(entry);
            if (entry.Sequence == kept.Head.Sequence) Compare(LineOf(state), kept, differences);
        }
        return LineOf(state);
    }

    private static void Compare(HeadsLine folded, HeadsLine kept, List<string> differences)
    {
        var place = $"{folded.Stream} at sequence {folded.Head.Sequence}";
        if (folded.Head.Hash != kept.Head.Hash)
            differences.Add($"{place}: derived hash {kept.Head.Hash}, the log has {folded.Head.Hash}");
        if (kept.Tally is { } tally && tally != folded.Tally)
            differences.Add($"{place}: derived tally {tally}, the log folds to {folded.Tally}");
    }

    private static HeadsLine LineOf(StreamState state) =>
        new(state.Stream, state.Head, state is LedgerState ledger ? ledger.Tally.Digest() : null);
}
