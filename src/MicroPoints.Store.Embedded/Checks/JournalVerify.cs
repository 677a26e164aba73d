using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>The first thing found wrong.</summary>
/// <param name="Stream">The stream, where it can be told.</param>
/// <param name="Sequence">The first broken sequence of the stream, where it can be told.</param>
/// <param name="File">The segment of the journal, or the derived file.</param>
/// <param name="Offset">The byte of it where the frame or group begins, or where the log ends too early.</param>
public sealed record Broken(StreamId? Stream, long? Sequence, string File, long Offset, string What)
{
    /// <summary>The log itself is sound; only a file that was derived from it is not, and a rebuild writes that anew.</summary>
    public bool IsDerived { get; init; }

    /// <summary>The log itself is sound; the file of a scan that it names is missing or another.</summary>
    public bool IsScan { get; init; }

    private string Where => IsDerived || IsScan ? File : $"{File} at byte {Offset}";

    public override string ToString() =>
        $"{(Stream is { } stream ? $"{stream} at sequence {Sequence}: " : "")}{What} ({Where})";
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
/// Checks a journal from its bytes alone: check sums, sequences, every hash and chain, given heads, and the files of scans
/// that it names. Writes nothing.
/// </summary>
/// <remarks>It shares only the frame's and the entries' codec with the log that opens, and needs no lock.</remarks>
public sealed class JournalVerify
{
    private readonly DataDirectory _directory;
    private readonly Dictionary<StreamId, Head> _heads = [];
    private readonly Dictionary<(StreamId, long), Digest> _wanted = [];
    private readonly SegmentFiles _files;
    private readonly List<(StreamId Stream, long Sequence, Digest File, long Bytes, string What)> _attached = [];
    private long _entries;

    private JournalVerify(DataDirectory directory) =>
        (_directory, _files) = (directory, new SegmentFiles(directory.Root));

    /// <summary>
    /// Verifies a data directory; with a heads file kept elsewhere, also that the log still holds those heads.
    /// </summary>
    /// <exception cref="StoreException">There is nothing to verify, or it cannot be read.</exception>
    public static VerifyReport Run(
        string directory, string? headsFile = null, IProgress<(long Done, long Total)>? progress = null)
    {
        var places = new DataDirectory(directory);
        try
        {
            places.CheckFormat();
            var verify = new JournalVerify(places);
            var report = verify.Check(headsFile, progress);
            return report.IsSound && verify.CheckFiles() is { } broken ? report with { Broken = broken } : report;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{directory} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Verifies what a restore has unpacked, before it says that this is data.</summary>
    /// <remarks>Scans are left out: one that was lost before the backup must not keep all the rest from being restored.</remarks>
    internal static VerifyReport Unchecked(
        DataDirectory directory, string? headsFile, IProgress<(long Done, long Total)>? progress) =>
        new JournalVerify(directory).Check(headsFile, progress);

    private VerifyReport Check(string? headsFile, IProgress<(long Done, long Total)>? progress)
    {
        // Heads are read before the log, so that a log that grows meanwhile is never found too short.
        var given = Given(headsFile, out var unreadable);
        foreach (var line in given.SelectMany(g => g.Lines)) _wanted.TryAdd((line.Stream, line.Head.Sequence), default);

        using var files = _files;
        if (files.Header(1) is not { } header)
            return Report(Damaged(new Place(1, 0), "the segment's header is damaged", null, null, []), 0);
        var live = new LiveReader(files, header);
        var found = CheckGroups(live, new Reporting(progress, files), out var broken);
        if (found == Found.Broken)
            broken = Damaged(live.Groups.At, live.Why, header, live.Tail.Later, given.SelectMany(g => g.Lines));
        // A log that lacks something comes before a derived file that says otherwise.
        broken ??= given.Select(g => CheckEnds(g.File, g.Lines, live.Groups.At)).FirstOrDefault(b => b is not null);
        broken ??= given.Select(g => CheckHashes(g.File, g.Lines, live.Groups.At))
            .OfType<Broken>().OrderBy(b => b.IsDerived).FirstOrDefault();
        broken ??= unreadable is null ? null : new Broken(null, null, _directory.Heads, 0, unreadable) { IsDerived = true };
        return Report(broken, broken is null ? live.Tail.BytesTorn : 0);
    }

    private Found CheckGroups(LiveReader live, Reporting reporting, out Broken? broken)
    {
        Found found;
        while ((found = live.Find()) == Found.Intact)
        {
            if ((broken = CheckFrames(live.Groups)) is not null) return found;
            reporting.At(live.Groups.Next);
        }
        reporting.End();
        broken = null;
        return found;
    }

    private Broken Damaged(Place at, string why, SegmentHeader? journal, Place? later, IEnumerable<StreamHead> named)
    {
        var first = new DamagedGroup(_files, _heads).FirstBroken(at, journal, later, named);
        return At(at, why, first?.Stream, first?.Sequence);
    }

    private VerifyReport Report(Broken? broken, long torn) =>
        new(_entries, Heads.Of(_heads.Select(h => new StreamHead(h.Key, h.Value))), torn, broken);

    /// <param name="unreadable">What is wrong with the heads of the last close, which the log can do without.</param>
    private List<(string File, IReadOnlyList<StreamHead> Lines)> Given(string? headsFile, out string? unreadable)
    {
        var given = new List<(string, IReadOnlyList<StreamHead>)>();
        unreadable = null;
        try { if (File.Exists(_directory.Heads)) given.Add((_directory.Heads, HeadsFile.Read(_directory.Heads))); }
        catch (StoreException e) { unreadable = e.Message; }
        if (headsFile is not null) given.Add((headsFile, HeadsFile.Read(headsFile)));
        return given;
    }

    private Broken? CheckFrames(GroupReader group)
    {
        var frames = new FramesIn(group.Frames, checkSums: true);
        FrameHeader header = default;
        try
        {
            while (frames.MoveNext())
            {
                header = default;
                var reader = new CanonicalReader(frames.Payload);
                header = FrameHeader.Read(ref reader);
                if (CheckPlace(header) is { } what)
                    return At(group.FramesAt.Plus(frames.Offset), what, header.Stream, header.First);
                foreach (var entry in Frame.Decode(frames.Payload)) Take(entry);
            }
            return null;
        }
        catch (CanonicalException e)
        {
            return At(group.FramesAt.Plus(frames.Offset), e.Message,
                header.Count > 0 ? header.Stream : null, _heads.GetValueOrDefault(header.Stream).Sequence + 1);
        }
    }

    /// <summary>A file is kept before its entry is recorded, so what an entry names is there.</summary>
    private Broken? CheckFiles()
    {
        foreach (var (stream, sequence, file, bytes, what) in _attached.DistinctBy(f => f.File))
            if (ScanFiles.Fault(_directory.Root, file, bytes) is { } fault)
            {
                var path = Path.Combine(_directory.Root, ScanFiles.Name(file));
                return new Broken(stream, sequence, path, 0, $"{what} is attached, and {fault}") { IsScan = true };
            }
        return null;
    }

    private string? CheckPlace(FrameHeader header)
    {
        var expected = _heads.GetValueOrDefault(header.Stream);
        if (header.First != expected.Sequence + 1) return $"sequence {expected.Sequence + 1} is missing";
        return header.Previous == expected.Hash ? null
            : $"it does not seal the entry before, whose hash is {expected.Hash}";
    }

    private void Take(SealedEntry entry)
    {
        _heads[entry.Stream] = entry.Head;
        _entries++;
        if (entry.Body is RoundScanAttached scan) _attached.Add((entry.Stream, entry.Sequence, scan.Scan, scan.Bytes, "a scan"));
        if (entry.Body is ImpactAttached impact)
            _attached.Add((entry.Stream, entry.Sequence, impact.File, impact.Bytes, "a statement of impact"));
        if (_wanted.ContainsKey((entry.Stream, entry.Sequence))) _wanted[(entry.Stream, entry.Sequence)] = entry.Hash;
    }

    private Broken? CheckEnds(string file, IReadOnlyList<StreamHead> lines, Place end)
    {
        foreach (var (stream, head) in lines)
            if (_heads.GetValueOrDefault(stream).Sequence is var last && last < head.Sequence)
                return At(end, $"the log is truncated: {file} names sequence {head.Sequence}, the log ends at {last}",
                    stream, last + 1);
        return null;
    }

    /// <remarks>
    /// Heads that were kept elsewhere tell a log that was written anew. Those in the directory are no better than the log
    /// that they lie beside, whose chains are sound: what disagrees is them.
    /// </remarks>
    private Broken? CheckHashes(string file, IReadOnlyList<StreamHead> lines, Place end)
    {
        foreach (var (stream, head) in lines)
            if (_wanted[(stream, head.Sequence)] is var hash && hash != head.Hash)
                return file == _directory.Heads
                    ? new Broken(stream, head.Sequence, file, 0, $"it names the hash {head.Hash}, the log has {hash}") { IsDerived = true }
                    : At(end, $"the log is another: {file} names the hash {head.Hash}, the log has {hash}", stream, head.Sequence);
        return null;
    }

    private Broken At(Place place, string what, StreamId? stream = null, long? sequence = null) =>
        new(stream, stream is null ? null : sequence, _files.PathOf(place.Segment), place.Offset, what);
}
