using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>Takes a journal of format 1, one file of bare frames, over into segments of groups.</summary>
/// <remarks>
/// The old file is first given another name, under which it stays, and the layout's version is written last. A conversion
/// that was interrupted begins again from the old file; whatever it had written by then is thrown away.
/// </remarks>
internal sealed class JournalConversion(DataDirectory directory, Disk disk, JournalOptions options)
{
    public const int OldVersion = 1;

    private const int GroupBytes = 4 << 20;

    private readonly StreamIndex _index = new();
    private string Old => Path.Combine(directory.Root, "journal-1.old");

    /// <exception cref="StoreException">The old journal is missing or damaged; nothing was changed.</exception>
    public void Run()
    {
        if (!File.Exists(Old))
        {
            if (!File.Exists(directory.Journal))
                throw new StoreException(
                    $"{directory.Journal} is missing, {directory.Format} is there: restore the directory from a backup.");
            Check(directory.Journal);
            disk.Rename(directory.Journal, Old);
            disk.FlushNames(directory.Root);
        }
        else
        {
            Check(Old);
            ForgetBegun();
        }

        var header = new SegmentHeader(1, Guid.NewGuid());
        SegmentWriter.Make(disk, directory.Root, header, options.SegmentBytes);
        Write(header);
        Compare(header);
        directory.WriteFormat(disk);
    }

    /// <summary>Throws away what an interrupted conversion wrote, and nothing else.</summary>
    private void ForgetBegun()
    {
        using (var files = new SegmentFiles(directory.Root))
            if (files.Has(1) && files.Header(1) is null)
                throw new StoreException($"{directory.Root} holds two journals of format 1, {directory.Journal} and {Old}: "
                    + "move the one away that does not belong there.");
        foreach (var begun in Directory.EnumerateFiles(directory.Root, "journal-*.log*")) disk.Delete(begun);
        disk.FlushNames(directory.Root);
    }

    /// <summary>Reads the old journal through, as the version before did when it opened it.</summary>
    private void Check(string path)
    {
        using var old = File.OpenHandle(path);
        var frames = new OldFrameReader(old, RandomAccess.GetLength(old));
        var indexing = new Indexing(_index);
        Found found;
        while ((found = frames.Find()) == Found.Intact)
        {
            try { indexing.Add(frames.Payload, new Place(1, frames.Offset)); }
            catch (CanonicalException e) { throw Refuse(path, frames.Offset, e.Message); }
        }
        if (found == Found.Broken
            && OldFrameSearch.FirstAfter(old, frames.Offset + 1, RandomAccess.GetLength(old)) is { } intact)
            throw Refuse(path, frames.Offset, $"a frame is damaged there, and an intact one follows at {intact}");
        foreach (var (stream, head) in File.Exists(directory.Heads) ? HeadsFile.Read(directory.Heads) : [])
            if (_index.HeadOf(stream).Sequence < head.Sequence)
                throw Refuse(path, frames.Offset, $"the log lacks sequence {head.Sequence} of {stream}, which {directory.Heads} names");
    }

    private void Write(SegmentHeader header)
    {
        using var old = File.OpenHandle(Old);
        using var segments = new SegmentWriter(
            disk, directory.Root, header, new Place(1, SegmentHeader.Bytes), hasNext: false, options.SegmentBytes);
        var frames = new OldFrameReader(old, RandomAccess.GetLength(old));
        var (group, number) = (new MemoryStream(), 0L);
        var most = Math.Min(GroupBytes, options.SegmentBytes / 2);
        while (true)
        {
            var found = frames.Find();
            var bytes = found == Found.Intact ? Frame.PrefixBytes + frames.PayloadLength : 0;
            if (group.Length > 0 && (found != Found.Intact || group.Length + bytes > most))
            {
                Write(segments, group, ++number, header.Seed);
                group.SetLength(0);
            }
            if (found != Found.Intact) return;
            if (group.Length == 0) group.Write(new byte[GroupHeader.Bytes]);
            group.Write(frames.Whole);
        }
    }

    private static void Write(SegmentWriter segments, MemoryStream group, long number, uint seed)
    {
        var frameBytes = (int)group.Length - GroupHeader.Bytes;
        group.SetLength(GroupHeader.Aligned(frameBytes));
        var bytes = group.GetBuffer().AsSpan(0, (int)group.Length);
        new GroupHeader(frameBytes, number, segments.Reserve(bytes.Length)).Seal(bytes, seed);
        segments.Write(bytes);
    }

    /// <summary>Reads the new segments back: they must end where the old journal ends.</summary>
    private void Compare(SegmentHeader header)
    {
        using var files = new SegmentFiles(directory.Root);
        var (groups, written) = (new GroupReader(files, header, new Place(1, SegmentHeader.Bytes), 0), new StreamIndex());
        var indexing = new Indexing(written);
        while (groups.Find() == Found.Intact) indexing.Add(groups, (place, why) => Refuse(files.PathOf(place.Segment), place.Offset, why));
        if (!written.Cut(RegionCode.Nation).Equals(_index.Cut(RegionCode.Nation)))
            throw Refuse(files.PathOf(groups.At.Segment), groups.At.Offset, "what was converted does not read back as it was");
    }

    private static StoreException Refuse(string path, long offset, string why) => new(
        $"{path} at byte {offset}: {why}. The journal was not converted and is as it was: restore it from a backup.");
}
