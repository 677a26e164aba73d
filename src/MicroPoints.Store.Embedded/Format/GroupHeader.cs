using System.Buffers.Binary;

namespace MicroPoints.Store.Embedded;

/// <summary>
/// How a group begins: u32 magic, u32 bytes of frames, u64 number, u64 place, u32 CRC-32C; big-endian; then the frames.
/// </summary>
/// <remarks>
/// A group is one durable write and counts as a whole or not at all: the check sum covers the header and every frame, and
/// goes on from the journal's name. Groups begin at multiples of 512 bytes, so that a sector torn by one never
/// reaches into the group before. The bytes up to the next multiple are zero.
/// </remarks>
internal readonly record struct GroupHeader(int FrameBytes, long Number, Place Place)
{
    public const int Bytes = 28;
    public const int Alignment = 512;

    private const uint Magic = 0x4D504732;
    private const int Sealed = 24;

    /// <summary>What a group with so many bytes of frames takes.</summary>
    public static long Aligned(long frameBytes) => (Bytes + frameBytes + Alignment - 1) / Alignment * Alignment;

    public long AlignedBytes => Aligned(FrameBytes);

    /// <summary>Puts the header before the frames that lie behind it already.</summary>
    public void Seal(Span<byte> group, uint seed)
    {
        BinaryPrimitives.WriteUInt32BigEndian(group, Magic);
        BinaryPrimitives.WriteInt32BigEndian(group[4..], FrameBytes);
        BinaryPrimitives.WriteInt64BigEndian(group[8..], Number);
        BinaryPrimitives.WriteUInt64BigEndian(group[16..], Place.Packed);
        BinaryPrimitives.WriteUInt32BigEndian(group[Sealed..], Sum(group, FrameBytes, seed));
    }

    /// <summary>Reads what may be the header of a group; whether it is one, its check sum says.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out GroupHeader header)
    {
        header = default;
        if (bytes.Length < Bytes || BinaryPrimitives.ReadUInt32BigEndian(bytes) != Magic) return false;
        header = new GroupHeader(BinaryPrimitives.ReadInt32BigEndian(bytes[4..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[8..]), Place.Unpack(BinaryPrimitives.ReadUInt64BigEndian(bytes[16..])));
        return header.FrameBytes is > 0 and < 1 << 30;
    }

    /// <summary>Whether the group's bytes, through its alignment as far as the file has them, are those that were written.</summary>
    public bool IsIntact(ReadOnlySpan<byte> group, uint seed) =>
        group.Length >= Bytes + FrameBytes
        && BinaryPrimitives.ReadUInt32BigEndian(group[Sealed..]) == Sum(group, FrameBytes, seed)
        && !group[(Bytes + FrameBytes)..].ContainsAnyExcept((byte)0);

    /// <summary>The check sum that a group carries.</summary>
    public static uint SumOf(ReadOnlySpan<byte> group) => BinaryPrimitives.ReadUInt32BigEndian(group[Sealed..]);

    private static uint Sum(ReadOnlySpan<byte> group, int frameBytes, uint seed) =>
        Crc32C.Of(group.Slice(Bytes, frameBytes), Crc32C.Of(group[..Sealed], seed));
}
