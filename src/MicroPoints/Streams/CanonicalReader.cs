using System.Buffers.Binary;
using System.Text;

namespace MicroPoints.Streams;

/// <summary>The bytes are not canonical: cut short, of a wrong length or out of range.</summary>
public sealed class CanonicalException(string what) : FormatException(what);

/// <summary>Reads what <see cref="CanonicalWriter"/> wrote, refusing anything it would not write.</summary>
public ref struct CanonicalReader(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding Strict = new(false, true);
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>How many bytes were not read yet.</summary>
    public readonly int Left => _rest.Length;

    public readonly void Ends()
    {
        if (!AtEnd) throw new CanonicalException($"{_rest.Length} bytes follow the last field");
    }

    public ReadOnlySpan<byte> Bytes() =>
        TryField(out var field) ? field : throw new CanonicalException("a required field is missing");

    public string Text() => TextOrNull() ?? throw new CanonicalException("a required text is missing");

    public string? TextOrNull()
    {
        if (!TryField(out var field)) return null;
        try { return Strict.GetString(field); }
        catch (DecoderFallbackException) { throw new CanonicalException("a text is not UTF-8"); }
    }

    public long Whole() => WholeOrNull() ?? throw new CanonicalException("a required number is missing");

    public long? WholeOrNull()
    {
        if (!TryField(out var field)) return null;
        if (field.Length != 8) throw new CanonicalException("a number is not 8 bytes");
        return BinaryPrimitives.ReadInt64BigEndian(field);
    }

    public Digest Digest() => DigestOrNull() ?? throw new CanonicalException("a required digest is missing");

    public Digest? DigestOrNull()
    {
        if (!TryField(out var field)) return null;
        if (field.Length != MicroPoints.Digest.Bytes) throw new CanonicalException("a digest is not 32 bytes");
        return MicroPoints.Digest.Read(field);
    }

    public bool Flag() => Whole() switch
    {
        0 => false,
        1 => true,
        var other => throw new CanonicalException($"a flag is {other}"),
    };

    public DateTimeOffset Instant()
    {
        var milliseconds = Whole();
        if (milliseconds is < 0 or > 253_402_300_799_999) throw new CanonicalException("an instant is out of range");
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    public DateOnly Day() => DayOrNull() ?? throw new CanonicalException("a required day is missing");

    public DateOnly? DayOrNull()
    {
        if (TextOrNull() is not { } text) return null;
        return Calendar.TryParseDay(text, out var day) ? day : throw new CanonicalException($"'{text}' is not a day");
    }

    public On On()
    {
        var text = Text();
        return MicroPoints.On.TryParse(text, out var on)
            ? on : throw new CanonicalException($"'{text}' is not a day, month, quarter or year");
    }

    /// <summary>How many items of a list follow; each takes at least four bytes.</summary>
    public int Count()
    {
        var count = Whole();
        if (count < 0 || count > _rest.Length / 4) throw new CanonicalException($"a list of {count} items does not fit");
        return (int)count;
    }

    private bool TryField(out ReadOnlySpan<byte> field)
    {
        if (_rest.Length < 4) throw new CanonicalException("the bytes end inside a field");
        var length = BinaryPrimitives.ReadInt32BigEndian(_rest);
        _rest = _rest[4..];
        if (length == -1) { field = default; return false; }
        if (length < 0 || length > _rest.Length) throw new CanonicalException("a field is longer than the bytes");
        field = _rest[..length];
        _rest = _rest[length..];
        return true;
    }
}
