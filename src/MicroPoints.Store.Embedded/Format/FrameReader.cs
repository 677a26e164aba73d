using Microsoft.Win32.SafeHandles;

namespace MicroPoints.Store.Embedded;

/// <summary>What stands at a place of the journal.</summary>
internal enum FrameFound
{
    Intact,
    End,
    Broken,
}

/// <summary>Reads frames one after the other through a large buffer. After a broken frame it stands still.</summary>
internal sealed class FrameReader(SafeFileHandle file, long length)
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

    public FrameFound Find()
    {
        Offset = Next;
        if (Offset >= length) return FrameFound.End;
        if (!Fill(Frame.PrefixBytes)) return FrameFound.Broken;
        if (!Frame.TryLength(_buffer.AsSpan(_from), length - Offset, out var payload)) return FrameFound.Broken;
        if (!Fill(Frame.PrefixBytes + payload)) return FrameFound.Broken;
        var frame = _buffer.AsSpan(_from, Frame.PrefixBytes + payload);
        if (!Frame.IsIntact(frame, frame[Frame.PrefixBytes..])) return FrameFound.Broken;
        PayloadLength = payload;
        _from += Frame.PrefixBytes + payload;
        Next = Offset + Frame.PrefixBytes + payload;
        return FrameFound.Intact;
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
