using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>What opening found.</summary>
/// <param name="Header">Names the journal.</param>
/// <param name="End">Where the next group goes.</param>
/// <param name="Last">The last group.</param>
/// <param name="BytesCut">Bytes of a torn append that were cut off.</param>
/// <param name="Checkpoint">The checkpoint that the index began with, if any.</param>
/// <param name="Without">Why there is none.</param>
internal sealed record OpenedJournal(SegmentHeader Header, StreamIndex Index, Place End, LastGroup Last, long BytesCut,
    CheckpointFile? Checkpoint, string? Without)
{
    /// <summary>How far the checkpoint goes.</summary>
    public Place Covered => Checkpoint?.Directory.Covered.End ?? new Place(1, 0);
}

/// <summary>The last group of a part of the journal: its number, where it begins and its check sum.</summary>
internal readonly record struct LastGroup(long Number, Place Place, uint Sum);

/// <summary>Reads the journal into an index, and decides what a bad group means.</summary>
internal sealed class JournalOpening(DataDirectory directory, Disk disk, SegmentFiles files, JournalOptions options)
{
    private const string Remedy = "Nothing was changed. "
        + "Run 'micropoints verify' to see how far the log is sound, then restore it from a backup.";

    private const int IndexingThreadsMax = 4;

    private readonly StreamIndex _index = new();
    private LastGroup _last;
    private string? _without;

    /// <param name="heads">Where the streams ended at the last clean close.</param>
    /// <param name="begins">Whether the index may begin with the checkpoint; else it only guards the end of the log.</param>
    public OpenedJournal Open(IReadOnlyList<StreamHead> heads, CheckpointFile? checkpoint, bool begins)
    {
        var header = files.Header(1) ?? throw Refuse(new Place(1, 0), "the segment's header is damaged");
        var used = begins && checkpoint is not null && Fits(checkpoint.Directory.Covered, header) ? checkpoint : null;
        if (used is not null) CheckCovered(used.Directory.Covered, header);
        if (used is not null) _index.Begin(used);
        _last = used?.Directory.Covered.Last ?? default;
        var start = used?.Directory.Covered.End ?? new Place(1, SegmentHeader.Bytes);
        var reader = new GroupReader(files, header, start, _last.Number);
        var broken = (IsLong(start) ? ScanApart(reader) : Scan(reader)) == Found.Broken;
        var end = reader.At;
        var tail = Tail.After(files, header, end, _last.Number);
        if (tail.Later is { } later)
            throw Refuse(end, $"{(broken ? reader.Why : "the log ends")}, but a later group stands intact in {later}");
        if (broken && end.Offset == 0) throw Refuse(end, reader.Why);
        Guard(end, heads, directory.Heads);
        if (used is null && checkpoint?.Directory is { } kept && kept.Covered.Header.Journal == header.Journal)
            Guard(end, kept.Streams.Select(s => new StreamHead(s.Stream, s.Head)), directory.Checkpoint);
        if (tail.BytesTorn > 0) Cut(end);
        return new OpenedJournal(header, _index, end, _last, tail.BytesTorn, used, _without);
    }

    /// <summary>Refuses a log that ends before what is known of it.</summary>
    private void Guard(Place end, IEnumerable<StreamHead> heads, string file)
    {
        foreach (var (stream, head) in heads)
            if (_index.HeadOf(stream).Sequence < head.Sequence)
                throw Refuse(end, $"the log lacks sequence {head.Sequence} of {stream}, which {file} names");
    }

    /// <summary>Whether the journal holds what a checkpoint was made from; else it is never believed.</summary>
    private bool Fits(Covered covered, SegmentHeader header)
    {
        _without = covered.Header.Journal != header.Journal ? "it is of another journal"
            : covered.SegmentBytes.Where((bytes, i) => !files.Has(i + 1) || files.Length(i + 1) < bytes).Any()
                ? "the journal lacks a part that it covers"
            : !Has(covered.Last, header) ? $"group {covered.Last.Number} is not in the journal as it was" : null;
        if (_without is not null) _without = $"{directory.Checkpoint} does not fit: {_without}";
        return _without is null;
    }

    private bool Has(LastGroup last, SegmentHeader header)
    {
        if (last.Number == 0) return true;
        var reader = new GroupReader(files, header, last.Place, last.Number - 1);
        return reader.Find() == Found.Intact && reader.At == last.Place && reader.Sum == last.Sum;
    }

    /// <summary>Reads a small journal's check sums up to where the checkpoint ends.</summary>
    private void CheckCovered(Covered covered, SegmentHeader header)
    {
        if (covered.SegmentBytes.Sum() > options.CheckedAtOpeningBytes) return;
        var reader = new GroupReader(files, header, new Place(1, SegmentHeader.Bytes), 0);
        while (reader.Number < covered.Last.Number)
            if (reader.Find() is var found and not Found.Intact)
                throw Refuse(reader.At, $"{(found == Found.End ? "the log ends" : reader.Why)}, "
                    + $"but {directory.Checkpoint} names a later group, which is there");
    }

    /// <summary>Whether so much of the journal is to be read that several threads are worth their start.</summary>
    private bool IsLong(Place start)
    {
        if (Environment.ProcessorCount < 2) return false;
        var bytes = -start.Offset;
        for (var segment = start.Segment; files.Has(segment); segment++) bytes += files.Length(segment);
        return bytes >= options.IndexedApartBytes;
    }

    private Found ScanApart(GroupReader reader)
    {
        using var indexing = new IndexingApart(_index, Math.Min(Environment.ProcessorCount, IndexingThreadsMax));
        var reporting = new Reporting(options.Progress, files);
        Found found;
        while ((found = reader.Find()) == Found.Intact && indexing.Add(reader))
        {
            _last = new LastGroup(reader.Number, reader.At, reader.Sum);
            reporting.At(reader.Next);
        }
        indexing.End(Refuse);
        reporting.End();
        return found;
    }

    private Found Scan(GroupReader reader)
    {
        var indexing = new Indexing(_index);
        var reporting = new Reporting(options.Progress, files);
        Found found;
        while ((found = reader.Find()) == Found.Intact)
        {
            indexing.Add(reader, Refuse);
            _last = new LastGroup(reader.Number, reader.At, reader.Sum);
            reporting.At(reader.Next);
        }
        reporting.End();
        return found;
    }

    /// <summary>Takes a torn append off, so that nothing of it ever stands behind the groups to come.</summary>
    private void Cut(Place end)
    {
        for (var segment = files.Last(); segment > end.Segment; segment--)
        {
            files.Close(segment);
            disk.Delete(files.PathOf(segment));
        }
        disk.FlushNames(directory.Root);
        using var file = disk.Open(files.PathOf(end.Segment), FileMode.Open);
        file.SetLength(end.Offset);
        file.Flush();
    }

    private StoreException Refuse(Place place, string why) => new($"{files.PathOf(place)}: {why}. {Remedy}");
}
