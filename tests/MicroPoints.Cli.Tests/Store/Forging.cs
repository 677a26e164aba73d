using System.Buffers.Binary;

namespace MicroPoints.Cli.Tests.Store;

/// <summary>Changes stored bytes as somebody would who knows the file's format.</summary>
internal static class Forging
{
    /// <summary>Changes a text's last digit where it first stands, and makes the frame's check sum right
    /// again.</summary>
    public static void ChangeDigit(string path, ReadOnlySpan<byte> text, int after = 0)
    {
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf(text) + text.Length - 1 + after;
        bytes[at] = bytes[at] == '1' ? (byte)'2' : (byte)'1';
        if (path.EndsWith(".log", StringComparison.Ordinal)) SumAgain(bytes, at);
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>Frames lie one after the other: length, check sum, payload.</summary>
    private static void SumAgain(byte[] journal, int at)
    {
        for (var frame = 0; frame < journal.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(journal.AsSpan(frame));
            var payload = journal.AsSpan(frame + 8, length);
            if (at < frame + 8 + length)
            {
                BinaryPrimitives.WriteUInt32BigEndian(journal.AsSpan(frame + 4), Crc32C(payload));
                return;
            }
            frame += 8 + length;
        }
    }

    private static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) != 0 ? 0x82F63B78 ^ (sum >> 1) : sum >> 1;
        }
        return ~sum;
    }
}
