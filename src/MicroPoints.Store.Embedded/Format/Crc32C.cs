using System.Buffers.Binary;
using System.Numerics;

namespace MicroPoints.Store.Embedded;

/// <summary>The Castagnoli CRC, as iSCSI and ext4 use it.</summary>
internal static class Crc32C
{
    /// <param name="before">The check sum of the bytes before these, where they go on from others.</param>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var crc = ~before;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes) crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }
}
