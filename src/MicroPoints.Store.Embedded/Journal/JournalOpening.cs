using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>What opening found.</summary>
/// <param name="End">Where the next frame goes.</param>
/// <param name="BytesCut">Bytes of a torn append that were cut off.</param>
internal sealed record OpenedJournal(StreamIndex Index, long End, long BytesCut);

/// <summary>Reads the whole journal into an index, and decides what a bad frame means.</summary>
internal sealed class JournalOpening(
    DataDirectory directory, JournalFile file, IProgress<(long Done, long Total)>? progress)
{
    private readonly StreamIndex _index = new();
    private readonly long _length = RandomAccess.GetLength(file.Handle);

    public OpenedJournal Open(IReadOnlyList<HeadsLine> checkpoint)
    {
        var end = Scan(out var broken);
        if (broken && FrameSearch.FirstAfter(file.Handle, end + 1, _length) is { } intact)
            throw Refuse(end, $"a frame is damaged there, and an intact one follows at {intact}");
        foreach (var line in checkpoint)
            if (_index.HeadOf(line.Stream).Sequence < line.Head.Sequence)
                throw Refuse(end,
                    $"the log lacks sequence {line.Head.Sequence} of {line.Stream}, which {directory.Heads} names");
        if (broken) file.CutAt(end);
        return new OpenedJournal(_index, end, _length - end);
    }

    private long Scan(out bool broken)
    {
        var frames = new FrameReader(file.Handle, _length);
        var reporting = new Reporting(progress, _length);
        FrameFound found;
        while ((found = frames.Find()) == FrameFound.Intact)
        {
            Add(frames);
            reporting.At(frames.Next);
        }
        reporting.End(frames.Offset);
        broken = found == FrameFound.Broken;
        return frames.Offset;
    }

    private void Add(FrameReader frames)
    {
        try
        {
            var (header, head) = FrameHeader.ReadThrough(frames.Payload);
            if (new Head(header.First - 1, header.Previous) != _index.HeadOf(header.Stream))
                throw Refuse(frames.Offset,
                    $"{header.Stream} goes on at sequence {header.First}, but stood at {_index.HeadOf(header.Stream)}");
            var region = header.First == 1 ? StreamScope.Of(Frame.Decode(frames.Payload)[0]) : RegionCode.Nation;
            _index.Add(header.Stream, region, new FramePlace(header.First, frames.Offset, frames.PayloadLength), head);
        }
        catch (CanonicalException e) { throw Refuse(frames.Offset, e.Message); }
    }

    private StoreException Refuse(long offset, string why) => new(
        $"{file.Path} at byte {offset}: {why}. Nothing was changed. "
        + "Run 'micropoints verify' to see how far the log is sound, then restore it from a backup.");
}
