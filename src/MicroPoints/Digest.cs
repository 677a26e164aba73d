using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MicroPoints;

/// <summary>A SHA-256 digest, written as 64 lower-case hexadecimal digits. The default is all zeros: the head of an empty stream.</summary>
public readonly record struct Digest(ulong A, ulong B, ulong C, ulong D) : IComparable<Digest>
{
    public const int Bytes = 32;

    public static readonly Digest Zero;

    public bool IsZero => this == Zero;

    /// <summary>The digest of some bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Bytes];
        SHA256.HashData(bytes, hash);
        return Read(hash);
    }

    /// <summary>The digest of a text's UTF-8 bytes.</summary>
    public static Digest OfText(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static Digest Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, A);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], B);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], C);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], D);
    }

    public static bool TryParse(string? text, out Digest digest)
    {
        digest = Zero;
        if (text is not { Length: 2 * Bytes }) return false;
        foreach (var c in text) if (!char.IsAsciiHexDigitLower(c)) return false;
        digest = Read(Convert.FromHexString(text));
        return true;
    }

    public static Digest Parse(string text) =>
        TryParse(text, out var digest)
            ? digest : throw new FormatException($"'{text}' is not a SHA-256 digest of 64 lower-case hex digits");

    public int CompareTo(Digest other) =>
        (A, B, C, D).CompareTo((other.A, other.B, other.C, other.D));

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        Write(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
