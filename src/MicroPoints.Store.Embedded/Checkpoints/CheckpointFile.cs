using System.Buffers.Binary;
using System.Runtime.InteropServices;
using MicroPoints.Ledger;
using MicroPoints.Streams;
using Microsoft.Win32.SafeHandles;

namespace MicroPoints.Store.Embedded;

/// <summary>
/// An open <c>derived/checkpoint</c>: its directory is read at once, the block of a stream when it is first needed.
/// </summary>
/// <remarks>
/// It begins with the magic, u64 offset, u64 length and u32 CRC-32C of the directory, and a u32 CRC-32C of these. Then come
/// the streams' blocks and the directory. Numbers in blocks are little-endian, as they are in memory.
/// </remarks>
internal sealed class CheckpointFile : IDisposable
{
    public const int HeaderBytes = 32;

    private readonly string _path;
    private readonly SafeFileHandle _handle;

    private CheckpointFile(string path, SafeFileHandle handle, CheckpointDirectory directory) =>
        (_path, _handle, Directory) = (path, handle, directory);

    public static ReadOnlySpan<byte> Magic => "MPCHECK1"u8;

    public CheckpointDirectory Directory { get; }

    public long Length => RandomAccess.GetLength(_handle);

    /// <summary>Opens a checkpoint; null, with the reason, where there is none that can be read.</summary>
    public static CheckpointFile? TryOpen(string path, out string? why)
    {
        why = $"{path} is missing";
        if (!File.Exists(path)) return null;
        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            var file = new CheckpointFile(path, handle, CheckpointDirectory.Read(DirectoryBytes(handle)));
            why = null;
            return file;
        }
        catch (Exception e) when (e is CanonicalException or IOException or UnauthorizedAccessException)
        {
            handle?.Dispose();
            why = $"{path} cannot be used: {e.Message}";
            return null;
        }
    }

    public (FramePlace[] Frames, ulong[] Ids) ReadIndex(KeptStream kept)
    {
        var bytes = IndexBytes(kept);
        var frames = bytes.AsSpan(0, kept.Frames * FramePlace.Bytes);
        return (MemoryMarshal.Cast<byte, FramePlace>(frames).ToArray(),
            MemoryMarshal.Cast<byte, ulong>(bytes.AsSpan(frames.Length)).ToArray());
    }

    /// <summary>The places and ids of a stream as they lie in the file.</summary>
    public byte[] IndexBytes(KeptStream kept)
    {
        var bytes = new byte[kept.IndexBytes];
        if (RandomAccess.Read(_handle, bytes, kept.Offset) == bytes.Length && Crc32C.Of(bytes) == kept.IndexSum) return bytes;
        throw new CheckpointDamagedException($"{_path}: the index of {kept.Stream} is damaged. The journal itself is not concerned: "
            + "stop the program and run 'micropoints rebuild'.");
    }

    /// <summary>The bytes of a stream's state; null where none was kept or they are damaged, for the journal has it all.</summary>
    public byte[]? StateBytes(KeptStream kept)
    {
        if (kept.State is not { } state) return null;
        var bytes = new byte[state.Bytes];
        return RandomAccess.Read(_handle, bytes, kept.StateOffset) == bytes.Length && Crc32C.Of(bytes) == state.Sum
            ? bytes : null;
    }

    /// <summary>A chamber's state; null where it has to be folded from the journal.</summary>
    public LedgerState? ReadState(KeptStream kept)
    {
        if (StateBytes(kept) is not { } bytes) return null;
        try
        {
            var reader = new CanonicalReader(bytes);
            return LedgerSnapshot.Read(ref reader);
        }
        catch (CanonicalException) { return null; }
    }

    public void Dispose() => _handle.Dispose();

    /// <summary>The header for a directory of these bytes at an offset.</summary>
    public static byte[] Header(long offset, ReadOnlySpan<byte> directory)
    {
        var header = new byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(8), offset);
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(16), directory.Length);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(24), Crc32C.Of(directory));
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(28), Crc32C.Of(header.AsSpan(0, 28)));
        return header;
    }

    private static byte[] DirectoryBytes(SafeFileHandle handle)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (RandomAccess.Read(handle, header, 0) < HeaderBytes || !header.StartsWith(Magic)
            || BinaryPrimitives.ReadUInt32BigEndian(header[28..]) != Crc32C.Of(header[..28]))
            throw new CanonicalException("its header is damaged, or of another version");
        var (offset, length) = (BinaryPrimitives.ReadInt64BigEndian(header[8..]), BinaryPrimitives.ReadInt64BigEndian(header[16..]));
        if (offset + length > RandomAccess.GetLength(handle)) throw new CanonicalException("it is cut short");
        var bytes = new byte[length];
        if (RandomAccess.Read(handle, bytes, offset) < length || BinaryPrimitives.ReadUInt32BigEndian(header[24..]) != Crc32C.Of(bytes))
            throw new CanonicalException("its directory is damaged");
        return bytes;
    }
}
