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
/// <remarks>The log is read from its first byte: nothing of the checkpoint but its digests takes part.</remarks>
public sealed class JournalRebuild
{
    private readonly DataDirectory _directory;
    private readonly List<string> _differences = [];
    private readonly Dictionary<StreamId, FoldedState> _states = [];
    private readonly Dictionary<StreamId, KeptStream> _kept;
    private readonly Dictionary<StreamId, Head> _heads;

    private JournalRebuild(DataDirectory directory)
    {
        _directory = directory;
        _kept = Kept().ToDictionary(k => k.Stream);
        _heads = Heads().ToDictionary(h => h.Stream, h => h.Head);
    }

    /// <exception cref="StoreException">The directory is in use, or the log itself is damaged.</exception>
    public static async ValueTask<RebuildReport> Run(
        string path, IProgress<(long Done, long Total)>? progress = null, CancellationToken cancel = default)
    {
        var directory = new DataDirectory(path);
        directory.VersionFound();
        await using var log = JournalEventLog.Open(directory, new JournalOptions(), rebuilding: true);
        return await new JournalRebuild(directory).Run(log, progress, cancel);
    }

    private async ValueTask<RebuildReport> Run(
        JournalEventLog log, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var heads = await log.Cut(RegionCode.Nation, cancel);
        var (total, done) = (heads.Sum(h => h.Head.Sequence), 0L);
        foreach (var (stream, head) in heads)
        {
            await Fold(log, stream, cancel);
            progress?.Report((done += head.Sequence, total));
        }
        log.KeepStates(_states);
        // Columns are written again when they are wanted; whatever stood in them is not believed.
        PeriodColumns.DeleteAll(_directory.Root);
        return new RebuildReport(heads.Count, total, _differences);
    }

    /// <summary>Folds a stream to its head and compares on the way, at the sequences that had been kept.</summary>
    private async ValueTask Fold(JournalEventLog log, StreamId stream, CancellationToken cancel)
    {
        var state = StreamStates.For(stream);
        var kept = _kept.GetValueOrDefault(stream);
        await foreach (var entry in log.Read(stream, 0, cancel))
        {
            state.Apply(entry);
            if (entry.Sequence == kept?.Head.Sequence) CompareHead(state, kept.Head, _directory.Checkpoint);
            if (entry.Sequence == _heads.GetValueOrDefault(stream).Sequence) CompareHead(state, _heads[stream], _directory.Heads);
            if (entry.Sequence == kept?.State?.Sequence) CompareState(state, kept.State.Value);
        }
        if (state is LedgerState ledger) _states[stream] = FoldedState.Of(ledger);
    }

    private void CompareHead(StreamState folded, Head kept, string file)
    {
        if (folded.Head.Hash != kept.Hash)
            _differences.Add($"{folded.Stream} at sequence {kept.Sequence}: {file} has the hash {kept.Hash}, the log {folded.Head.Hash}");
    }

    private void CompareState(StreamState folded, KeptState kept)
    {
        if (folded is LedgerState ledger && FoldedState.Of(ledger).Kept.Digest is var digest && digest != kept.Digest)
            _differences.Add(
                $"{folded.Stream} at sequence {kept.Sequence}: {_directory.Checkpoint} has the state {kept.Digest}, "
                + $"the log folds to {digest}");
    }

    /// <summary>What the checkpoint says; a block that is not what its digest says counts as a difference too.</summary>
    private KeptStream[] Kept()
    {
        using var file = CheckpointFile.TryOpen(_directory.Checkpoint, out var why);
        if (file is null && File.Exists(_directory.Checkpoint)) _differences.Add(why!);
        foreach (var kept in file?.Directory.Streams ?? [])
            if (!IsSound(file!, kept)) _differences.Add($"{_directory.Checkpoint}: what it keeps of {kept.Stream} is damaged");
        return file?.Directory.Streams ?? [];
    }

    private static bool IsSound(CheckpointFile file, KeptStream kept)
    {
        try
        {
            file.IndexBytes(kept);
            return kept.State is not { } state || file.StateBytes(kept) is { } bytes && Digest.Of(bytes) == state.Digest;
        }
        catch (StoreException) { return false; }
    }

    private IReadOnlyList<StreamHead> Heads()
    {
        if (!File.Exists(_directory.Heads)) return [];
        try { return HeadsFile.Read(_directory.Heads); }
        catch (StoreException e)
        {
            _differences.Add(e.Message);
            return [];
        }
    }
}
