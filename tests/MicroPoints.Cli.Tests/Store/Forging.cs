using System.Buffers.Binary;

namespace MicroPoints.Cli.Tests.Store;

/// <summary>Changes stored bytes as somebody would who knows the file's format.</summary>
internal static class Forging
{
    /// <summary>Changes a text's last digit where it first stands, and makes the check sums of its
    /// frame and group right again.</summary>
    public static void ChangeDigit(string path, ReadOnlySpan<byte> text, int after = 0)
    {
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf(text) + text.Length - 1 + after;
        bytes[at] = bytes[at] == '1' ? (byte)'2' : (byte)'1';
        if (path.EndsWith(".log", StringComparison.Ordinal)) SumAgain(bytes, at);
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>Groups lie at multiples of 512 bytes; each is a header of 28 bytes and frames.</summary>
    private static void SumAgain(byte[] journal, int at)
    {
        var name = Crc32C(journal.AsSpan(12, 16));
        for (var group = 512; group < at;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(journal.AsSpan(group + 4));
            var frames = journal.AsSpan(group + 28, length);
            if (at < group + 28 + length)
            {
                SumFrameAgain(frames, at - group - 28);
                var sum = Crc32C(frames, Crc32C(journal.AsSpan(group, 24), name));
                BinaryPrimitives.WriteUInt32BigEndian(journal.AsSpan(group + 24), sum);
                return;
            }
            group += (28 + length + 511) / 512 * 512;
        }
    }

    /// <summary>Frames lie one after the other: length, check sum, payload.</summary>
    private static void SumFrameAgain(Span<byte> frames, int at)
    {
        for (var frame = 0; frame < frames.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(frames[frame..]);
            if (at < frame + 8 + length)
            {
                BinaryPrimitives.WriteUInt32BigEndian(frames[(frame + 4)..], Crc32C(frames.Slice(frame + 8, length)));
                return;
            }
            frame += 8 + length;
        }
    }

    private static uint Crc32C(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var sum = ~before;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) != 0 ? 0x82F63B78 ^ (sum >> 1) : sum >> 1;
        }
        return ~sum;
    }
}
