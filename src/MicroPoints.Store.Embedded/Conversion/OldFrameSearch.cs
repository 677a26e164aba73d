using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace MicroPoints.Store.Embedded;

/// <summary>
/// Looks for an intact frame anywhere behind a broken one: if there is one, the broken one is no torn tail.
/// </summary>
internal static class OldFrameSearch
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>
    /// Bytes a candidate shows before its check sum is worth computing: prefix, length of the stream's name, its first
    /// letters.
    /// </summary>
    private const int LookBytes = Frame.PrefixBytes + 4 + 4;

    private static readonly string[] Types =
        [.. Enum.GetValues<StreamType>().Select(type => new StreamId(type, "x").ToString()[..4])];

    /// <summary>The offset of the first intact frame at or after a place; null where there is none.</summary>
    public static long? FirstAfter(SafeFileHandle file, long from, long length)
    {
        var chunk = new byte[ChunkBytes];
        while (from + LookBytes <= length)
        {
            var read = RandomAccess.Read(file, chunk, from);
            for (var i = 0; i + LookBytes <= read; i++)
                if (MayBegin(chunk.AsSpan(i, LookBytes)) && IsFrame(file, from + i, length)) return from + i;
            if (read < LookBytes) return null;
            from += read - LookBytes + 1;
        }
        return null;
    }

    private static bool MayBegin(ReadOnlySpan<byte> look)
    {
        var name = BinaryPrimitives.ReadUInt32BigEndian(look[Frame.PrefixBytes..]);
        if (name is < 5 or > 2 * Limits.IdLengthMax) return false;
        foreach (var type in Types)
            if (Matches(look[(Frame.PrefixBytes + 4)..], type)) return true;
        return false;
    }

    private static bool Matches(ReadOnlySpan<byte> bytes, string letters)
    {
        for (var i = 0; i < letters.Length; i++)
            if (bytes[i] != letters[i]) return false;
        return true;
    }

    private static bool IsFrame(SafeFileHandle file, long offset, long length)
    {
        var prefix = new byte[Frame.PrefixBytes];
        RandomAccess.Read(file, prefix, offset);
        if (!Frame.TryLength(prefix, length - offset, out var count)) return false;
        var payload = new byte[count];
        return RandomAccess.Read(file, payload, offset + Frame.PrefixBytes) == count && Frame.IsIntact(prefix, payload);
    }
}
