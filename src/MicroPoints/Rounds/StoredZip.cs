using System.Buffers.Binary;
using System.Text;

namespace MicroPoints.Rounds;

/// <summary>A zip file of fixed bytes: members stored as they are, in the order given, without times.</summary>
/// <remarks>No compression library decides a byte, so that the same members are the same file everywhere.</remarks>
public static class StoredZip
{
    private const uint LocalSignature = 0x04034b50, CentralSignature = 0x02014b50, EndSignature = 0x06054b50;
    private const int LocalSize = 30, CentralSize = 46, EndSize = 22;
    private const ushort Version = 20, Utf8Names = 0x0800, Day1980 = 0x0021;

    public static byte[] Write(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> members)
    {
        Invariant.Holds(members.Count < ushort.MaxValue, "a proof has fewer than 65,535 members");
        var names = members.Select(m => Encoding.UTF8.GetBytes(m.Name)).ToList();
        var size = names.Sum(n => LocalSize + CentralSize + 2L * n.Length) + members.Sum(m => (long)m.Bytes.Length) + EndSize;
        Invariant.Holds(size <= Limits.ProofBytesMax, $"a proof has at most {Limits.ProofBytesMax} bytes");
        var zip = new byte[size];
        var (at, offsets, sums) = (0, new int[members.Count], new uint[members.Count]);
        for (var i = 0; i < members.Count; i++)
        {
            (offsets[i], sums[i]) = (at, Crc32.Of(members[i].Bytes.Span));
            BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at), LocalSignature);
            Shared(zip.AsSpan(at + 4), sums[i], members[i].Bytes.Length, names[i].Length);
            names[i].CopyTo(zip, at + LocalSize);
            at += LocalSize + names[i].Length;
            members[i].Bytes.Span.CopyTo(zip.AsSpan(at));
            at += members[i].Bytes.Length;
        }
        var central = at;
        for (var i = 0; i < members.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at), CentralSignature);
            BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(at + 4), Version);
            Shared(zip.AsSpan(at + 6), sums[i], members[i].Bytes.Length, names[i].Length);
            BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(at + 42), offsets[i]);
            names[i].CopyTo(zip, at + CentralSize);
            at += CentralSize + names[i].Length;
        }
        End(zip.AsSpan(at), members.Count, at - central, central);
        return zip;
    }

    /// <summary>The members in order. Whatever <see cref="Write"/> would not write again byte for byte is refused by its caller.</summary>
    public static IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> Read(ReadOnlyMemory<byte> zip)
    {
        var members = new List<(string, ReadOnlyMemory<byte>)>();
        var at = 0;
        while (zip.Length - at >= LocalSize && BinaryPrimitives.ReadUInt32LittleEndian(zip.Span[at..]) == LocalSignature)
        {
            var header = zip.Span.Slice(at, LocalSize);
            var sum = BinaryPrimitives.ReadUInt32LittleEndian(header[14..]);
            var length = BinaryPrimitives.ReadInt32LittleEndian(header[18..]);
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
            var start = at + LocalSize + nameLength;
            if (length < 0 || start < 0 || start > zip.Length || length > zip.Length - start)
                throw new ProofException($"the file member at byte {at} is longer than the file");
            var name = Encoding.UTF8.GetString(zip.Span.Slice(at + LocalSize, nameLength));
            var bytes = zip.Slice(start, length);
            if (Crc32.Of(bytes.Span) != sum) throw new ProofException(
                $"member '{name}' at byte {start} does not match its checksum: it was changed or damaged");
            members.Add((name, bytes));
            at = start + length;
        }
        return members.Count > 0 ? members : throw new ProofException("this is not a proof: byte 0 does not begin a zip member");
    }

    /// <summary>The twenty-six bytes that a local header and a central one share.</summary>
    private static void Shared(Span<byte> header, uint sum, int length, int nameLength)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], Day1980);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], sum);
        BinaryPrimitives.WriteInt32LittleEndian(header[14..], length);
        BinaryPrimitives.WriteInt32LittleEndian(header[18..], length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)nameLength);
    }

    private static void End(Span<byte> end, int members, int size, int offset)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)members);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)members);
        BinaryPrimitives.WriteInt32LittleEndian(end[12..], size);
        BinaryPrimitives.WriteInt32LittleEndian(end[16..], offset);
    }
}

/// <summary>The zip format's checksum (CRC-32, polynomial 0xEDB88320).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = MakeTable();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes) sum = Table[(sum ^ b) & 0xFF] ^ (sum >> 8);
        return ~sum;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }
        return table;
    }
}
