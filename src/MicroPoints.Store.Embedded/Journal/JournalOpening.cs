using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>What opening found.</summary>
/// <param name="Header">Names the journal.</param>
/// <param name="End">Where the next group goes.</param>
/// <param name="Last">The last group.</param>
/// <param name="BytesCut">Bytes of a torn append that were cut off.</param>
internal sealed record OpenedJournal(SegmentHeader Header, StreamIndex Index, Place End, LastGroup Last, long BytesCut);

/// <summary>The last group of a part of the journal: its number, where it begins and its check sum.</summary>
internal readonly record struct LastGroup(long Number, Place Place, uint Sum);

/// <summary>Reads the journal into an index, and decides what a bad group means.</summary>
internal sealed class JournalOpening(DataDirectory directory, Disk disk, SegmentFiles files, JournalOptions options)
{
    private const string Remedy = "Nothing was changed. "
        + "Run 'micropoints verify' to see how far the log is sound, then restore it from a backup.";

    private readonly StreamIndex _index = new();
    private LastGroup _last;

    public OpenedJournal Open(IReadOnlyList<HeadsLine> heads)
    {
        var header = files.Header(1) ?? throw Refuse(new Place(1, 0), "the segment's header is damaged");
        var reader = new GroupReader(files, header, new Place(1, SegmentHeader.Bytes), 0);
        Scan(reader, out var broken);
        var end = reader.At;
        var tail = Tail.After(files, header, end, _last.Number);
        if (tail.Later is { } later)
            throw Refuse(end, $"{(broken ? reader.Why : "the log ends")}, but a later group stands intact in {later}");
        if (broken && end.Offset == 0) throw Refuse(end, reader.Why);
        foreach (var line in heads)
            if (_index.HeadOf(line.Stream).Sequence < line.Head.Sequence)
                throw Refuse(end,
                    $"the log lacks sequence {line.Head.Sequence} of {line.Stream}, which {directory.Heads} names");
        if (tail.BytesTorn > 0) Cut(end);
        return new OpenedJournal(header, _index, end, _last, tail.BytesTorn);
    }

    private void Scan(GroupReader reader, out bool broken)
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
        broken = found == Found.Broken;
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
