using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>The first thing found wrong.</summary>
/// <param name="Stream">The stream, where it can be told.</param>
/// <param name="Sequence">The first broken sequence of the stream, where it can be told.</param>
/// <param name="Offset">The byte of the journal where the frame begins, or where the log ends too early.</param>
public sealed record Broken(StreamId? Stream, long? Sequence, string File, long Offset, string What)
{
    public override string ToString() =>
        $"{(Stream is { } stream ? $"{stream} at sequence {Sequence}: " : "")}{What} ({File} at byte {Offset})";
}

/// <summary>What verify found.</summary>
/// <param name="Entries">How many entries are sound, up to the first broken one.</param>
/// <param name="Heads">Where the sound streams end.</param>
/// <param name="BytesTorn">Bytes of an unfinished append at the end; opening cuts them, or a running writer completes
/// them.</param>
/// <param name="Broken">Null where everything is sound.</param>
public sealed record VerifyReport(long Entries, Heads Heads, long BytesTorn, Broken? Broken)
{
    public bool IsSound => Broken is null;
}

/// <summary>
/// Checks a journal from its bytes alone: check sums, sequences, every hash and chain, and given heads. Writes nothing.
/// </summary>
/// <remarks>It shares only the frame's and the entries' codec with the log that opens, and needs no lock.</remarks>
public sealed class JournalVerify
{
    private readonly DataDirectory _directory;
    private readonly Dictionary<StreamId, Head> _heads = [];
    private readonly Dictionary<(StreamId, long), Digest> _wanted = [];
    private long _entries;

    private JournalVerify(DataDirectory directory) => _directory = directory;

    /// <summary>
    /// Verifies a data directory; with a heads file kept elsewhere, also that the log still holds those heads.
    /// </summary>
    /// <exception cref="StoreException">There is nothing to verify, or it cannot be read.</exception>
    public static VerifyReport Run(
        string directory, string? headsFile = null, IProgress<(long Done, long Total)>? progress = null)
    {
        var verify = new JournalVerify(new DataDirectory(directory));
        try
        {
            verify._directory.CheckFormat();
            return verify.Check(headsFile, progress);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{directory} cannot be read: {e.Message}", e);
        }
    }

    private VerifyReport Check(string? headsFile, IProgress<(long Done, long Total)>? progress)
    {
        // Heads are read before the log, so that a log that grows meanwhile is never found too short.
        var given = Given(headsFile);
        foreach (var line in given.SelectMany(g => g.Lines)) _wanted.TryAdd((line.Stream, line.Head.Sequence), default);

        using var journal = File.OpenHandle(_directory.Journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var length = RandomAccess.GetLength(journal);
        var frames = new FrameReader(journal, length);
        Broken? broken = null;
        var reporting = new Reporting(progress, length);
        FrameFound found;
        while ((found = frames.Find()) == FrameFound.Intact && (broken = CheckFrame(frames)) is null)
            reporting.At(frames.Next);
        reporting.End(frames.Offset);

        var torn = found == FrameFound.Broken ? length - frames.Offset : 0;
        if (found == FrameFound.Broken && FrameSearch.FirstAfter(journal, frames.Offset + 1, length) is { } next)
            broken = At(frames.Offset, null, null, $"a frame is damaged, an intact one follows at {next}");
        broken ??= given.Select(g => CheckHeads(g.File, g.Lines, frames.Offset)).FirstOrDefault(b => b is not null);
        return new VerifyReport(_entries, Heads.Of(_heads.Select(h => new StreamHead(h.Key, h.Value))), torn, broken);
    }

    private List<(string File, IReadOnlyList<HeadsLine> Lines)> Given(string? headsFile)
    {
        var files = new List<string>();
        if (File.Exists(_directory.Heads)) files.Add(_directory.Heads);
        if (headsFile is not null) files.Add(headsFile);
        return [.. files.Select(f => (f, HeadsFile.Read(f)))];
    }

    private Broken? CheckFrame(FrameReader frames)
    {
        FrameHeader header = default;
        try
        {
            var reader = new CanonicalReader(frames.Payload);
            header = FrameHeader.Read(ref reader);
            var expected = _heads.GetValueOrDefault(header.Stream);
            if (header.First != expected.Sequence + 1)
                return At(frames.Offset, header.Stream, header.First, $"sequence {expected.Sequence + 1} is missing");
            if (header.Previous != expected.Hash)
                return At(frames.Offset, header.Stream, header.First,
                    $"it does not seal the entry before, whose hash is {expected.Hash}");
            foreach (var entry in Frame.Decode(frames.Payload)) Take(entry);
            return null;
        }
        catch (CanonicalException e)
        {
            return At(frames.Offset, header.Count > 0 ? header.Stream : null, header.First, e.Message);
        }
    }

    private void Take(SealedEntry entry)
    {
        _heads[entry.Stream] = entry.Head;
        _entries++;
        if (_wanted.ContainsKey((entry.Stream, entry.Sequence))) _wanted[(entry.Stream, entry.Sequence)] = entry.Hash;
    }

    private Broken? CheckHeads(string file, IReadOnlyList<HeadsLine> lines, long end)
    {
        foreach (var (stream, head, _) in lines)
        {
            var last = _heads.GetValueOrDefault(stream).Sequence;
            if (last < head.Sequence)
                return At(end, stream, last + 1,
                    $"the log is truncated: {file} names sequence {head.Sequence}, the log ends at {last}");
            if (_wanted[(stream, head.Sequence)] is var hash && hash != head.Hash)
                return At(end, stream, head.Sequence,
                    $"the log is another: {file} names the hash {head.Hash}, the log has {hash}");
        }
        return null;
    }

    private Broken At(long offset, StreamId? stream, long? sequence, string what) =>
        new(stream, stream is null ? null : sequence, _directory.Journal, offset, what);
}
