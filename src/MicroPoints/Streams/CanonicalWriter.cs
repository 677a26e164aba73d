using System.Buffers.Binary;
using System.Text;

namespace MicroPoints.Streams;

/// <summary>Writes canonical bytes: each field is a 4-byte big-endian length and then its bytes.</summary>
/// <remarks>
/// A missing field has the length 0xFFFFFFFF. Whole numbers are 8 bytes big-endian, texts UTF-8, digests 32 bytes, instants
/// milliseconds since 1970 UTC, days ISO texts; a list is its count and then its items. No two field lists share bytes.
/// </remarks>
public sealed class CanonicalWriter
{
    private byte[] _buffer = new byte[256];
    private int _length;

    [ThreadStatic] private static CanonicalWriter? _ofThread;

    /// <summary>An empty writer that each thread keeps: for bytes that are used up before the next caller asks.</summary>
    internal static CanonicalWriter OfThread()
    {
        var writer = _ofThread ??= new CanonicalWriter { _buffer = new byte[1024] };
        writer.Clear();
        return writer;
    }

    /// <summary>Forgets what was written and keeps the room it took.</summary>
    public void Clear() => _length = 0;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public byte[] ToArray() => Written.ToArray();

    public CanonicalWriter Missing() { Prefix(-1); return this; }

    public CanonicalWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        Prefix(bytes.Length);
        bytes.CopyTo(Room(bytes.Length));
        return this;
    }

    public CanonicalWriter Text(string? text)
    {
        if (text is null) return Missing();
        var count = Encoding.UTF8.GetByteCount(text);
        Prefix(count);
        Encoding.UTF8.GetBytes(text, Room(count));
        return this;
    }

    public CanonicalWriter Whole(long? value)
    {
        if (value is null) return Missing();
        Prefix(8);
        BinaryPrimitives.WriteInt64BigEndian(Room(8), value.Value);
        return this;
    }

    public CanonicalWriter Digest(Digest? digest)
    {
        if (digest is null) return Missing();
        Prefix(MicroPoints.Digest.Bytes);
        digest.Value.Write(Room(MicroPoints.Digest.Bytes));
        return this;
    }

    public CanonicalWriter Flag(bool value) => Whole(value ? 1 : 0);
    public CanonicalWriter Instant(DateTimeOffset instant) => Whole(instant.ToUnixTimeMilliseconds());
    public CanonicalWriter Day(DateOnly? day) => Text(day is { } d ? Calendar.Text(d) : null);
    public CanonicalWriter On(On on) => Text(on.ToString());

    public CanonicalWriter List<T>(IReadOnlyCollection<T> items, Action<CanonicalWriter, T> write)
    {
        Whole(items.Count);
        foreach (var item in items) write(this, item);
        return this;
    }

    private void Prefix(int length) => BinaryPrimitives.WriteInt32BigEndian(Room(4), length);

    private Span<byte> Room(int count)
    {
        if (_length + count > _buffer.Length) Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        var room = _buffer.AsSpan(_length, count);
        _length += count;
        return room;
    }
}
