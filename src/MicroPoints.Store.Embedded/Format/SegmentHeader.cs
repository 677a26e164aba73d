using System.Buffers.Binary;

namespace MicroPoints.Store.Embedded;

/// <summary>
/// How a segment begins: magic, u32 number, 16 bytes that name the journal, u32 CRC-32C; then zeros to the first group.
/// </summary>
/// <remarks>The journal's name keeps a segment, a group or a checkpoint of another journal from being taken for this one's.</remarks>
internal readonly record struct SegmentHeader(int Number, Guid Journal)
{
    /// <summary>What the header takes; the first group begins there.</summary>
    public const int Bytes = GroupHeader.Alignment;

    private const int Sealed = 28;

    private static ReadOnlySpan<byte> Magic => "MPSEGMT2"u8;

    /// <summary>The check sum that all groups of this journal go on from.</summary>
    public uint Seed
    {
        get
        {
            Span<byte> name = stackalloc byte[16];
            Journal.TryWriteBytes(name, bigEndian: true, out _);
            return Crc32C.Of(name);
        }
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), Number);
        Journal.TryWriteBytes(bytes.AsSpan(12), bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(Sealed), Crc32C.Of(bytes.AsSpan(0, Sealed)));
        return bytes;
    }

    /// <summary>Reads a header; false where these bytes are none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out SegmentHeader header)
    {
        header = default;
        if (bytes.Length < Bytes || !bytes.StartsWith(Magic) || bytes[(Sealed + 4)..Bytes].ContainsAnyExcept((byte)0)
            || BinaryPrimitives.ReadUInt32BigEndian(bytes[Sealed..]) != Crc32C.Of(bytes[..Sealed])) return false;
        header = new SegmentHeader(
            BinaryPrimitives.ReadInt32BigEndian(bytes[8..]), new Guid(bytes.Slice(12, 16), bigEndian: true));
        return true;
    }
}
