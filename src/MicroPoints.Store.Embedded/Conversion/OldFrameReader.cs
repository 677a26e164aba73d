using Microsoft.Win32.SafeHandles;

namespace MicroPoints.Store.Embedded;

/// <summary>
/// Reads the frames of a journal in format 1, which has nothing but frames. After a broken frame it stands still.
/// </summary>
internal sealed class OldFrameReader(SafeFileHandle file, long length)
{
    private const int ChunkBytes = 1 << 20;

    private byte[] _buffer = new byte[ChunkBytes];
    private int _from;
    private int _until;

    /// <summary>Where the frame last found begins.</summary>
    public long Offset { get; private set; }

    /// <summary>Where the next frame begins.</summary>
    public long Next { get; private set; }

    public int PayloadLength { get; private set; }

    /// <summary>The payload of the intact frame last found, until the next call.</summary>
    public ReadOnlySpan<byte> Payload => _buffer.AsSpan(_from - PayloadLength, PayloadLength);

    /// <summary>The same with its length and check sum before it.</summary>
    public ReadOnlySpan<byte> Whole =>
        _buffer.AsSpan(_from - PayloadLength - Frame.PrefixBytes, PayloadLength + Frame.PrefixBytes);

    public Found Find()
    {
        Offset = Next;
        if (Offset >= length) return Found.End;
        if (!Fill(Frame.PrefixBytes)) return Found.Broken;
        if (!Frame.TryLength(_buffer.AsSpan(_from), length - Offset, out var payload)) return Found.Broken;
        if (!Fill(Frame.PrefixBytes + payload)) return Found.Broken;
        var frame = _buffer.AsSpan(_from, Frame.PrefixBytes + payload);
        if (!Frame.IsIntact(frame, frame[Frame.PrefixBytes..])) return Found.Broken;
        PayloadLength = payload;
        _from += Frame.PrefixBytes + payload;
        Next = Offset + Frame.PrefixBytes + payload;
        return Found.Intact;
    }

    /// <summary>
    /// Has at least so many bytes of the current frame in the buffer; false where the file has fewer.
    /// </summary>
    private bool Fill(int count)
    {
        if (_until - _from >= count) return true;
        _buffer.AsSpan(_from, _until - _from).CopyTo(_buffer);
        (_from, _until) = (0, _until - _from);
        if (_buffer.Length < count) Array.Resize(ref _buffer, count);
        while (_until < count)
        {
            var left = (int)Math.Min(_buffer.Length - _until, length - Offset - _until);
            var read = left <= 0 ? 0 : RandomAccess.Read(file, _buffer.AsSpan(_until, left), Offset + _until);
            if (read == 0) return false;
            _until += read;
        }
        return true;
    }
}
