using System.Runtime.InteropServices;

namespace MicroPoints.Store.Embedded;

/// <summary>Writes a checkpoint from a captured index, taking over from an older one what did not change.</summary>
/// <param name="old">The older checkpoint that the captured streams still point into.</param>
/// <param name="states">Folds a chamber's state; null where what is at hand will do.</param>
internal sealed class CheckpointWriter(CheckpointFile? old, Func<CapturedStream, FoldedState?> states)
{
    private const int BufferBytes = 4 << 20;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _buffered;
    private long _written;

    /// <summary>Writes everything into a fresh file.</summary>
    public void Write(DiskFile file, Covered covered, Captured captured)
    {
        Put(file, new byte[CheckpointFile.HeaderBytes]);
        var streams = new List<KeptStream>(captured.Streams.Length);
        foreach (var stream in captured.Streams.OrderBy(s => s.Record.Stream)) streams.Add(WriteStream(file, stream));
        var directory = new CheckpointDirectory(covered, [.. streams]).ToBytes();
        var offset = _written + _buffered;
        Put(file, directory);
        Drain(file);
        file.Write(CheckpointFile.Header(offset, directory), 0);
    }

    private KeptStream WriteStream(DiskFile file, CapturedStream stream)
    {
        var offset = _written + _buffered;
        var (kept, record) = (stream.Kept, stream.Record);
        var index = kept is null ? [] : old!.IndexBytes(kept);
        var frames = index.AsSpan(0, (kept?.Frames ?? 0) * FramePlace.Bytes);
        var newFrames = MemoryMarshal.AsBytes(stream.Frames.Span);
        var ids = index.AsSpan(frames.Length);
        var newIds = MemoryMarshal.AsBytes(stream.Ids.Span);
        var sum = Crc32C.Of(newIds, Crc32C.Of(ids, Crc32C.Of(newFrames, Crc32C.Of(frames))));
        Put(file, frames);
        Put(file, newFrames);
        Put(file, ids);
        Put(file, newIds);
        return new KeptStream(record.Stream, record.Region, stream.Head, offset,
            (frames.Length + newFrames.Length) / FramePlace.Bytes, sum, WriteState(file, stream));
    }

    private KeptState? WriteState(DiskFile file, CapturedStream stream)
    {
        if ((states(stream) ?? stream.Record.Folded) is { } folded)
        {
            Put(file, folded.Bytes);
            return folded.Kept;
        }
        if (stream.Record.KeptWhole is not { } kept || old?.StateBytes(kept) is not { } bytes) return null;
        Put(file, bytes);
        return kept.State;
    }

    private void Put(DiskFile file, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_buffered == _buffer.Length)
            {
                Drain(file);
                // In small parts, so that the writer's own flushes do not wait behind one large one.
                file.Flush();
            }
            var part = Math.Min(bytes.Length, _buffer.Length - _buffered);
            bytes[..part].CopyTo(_buffer.AsSpan(_buffered));
            _buffered += part;
            bytes = bytes[part..];
        }
    }

    private void Drain(DiskFile file)
    {
        file.Write(_buffer.AsSpan(0, _buffered), _written);
        (_written, _buffered) = (_written + _buffered, 0);
    }
}
