using System.Buffers.Text;
using System.Text;

namespace MicroPoints.Benchmarks;

/// <summary>The wire protocol of Redis, as much of it as a load needs: good is any answer that is no error.</summary>
public sealed class Resp : IWireProtocol
{
    public static readonly Resp Protocol = new();

    public int LengthOf(ReadOnlySpan<byte> bytes)
    {
        var line = bytes.IndexOf("\r\n"u8);
        if (line < 0) return 0;
        var end = line + 2;
        var type = bytes[0];
        if (type is (byte)'+' or (byte)'-' or (byte)':') return end;
        if (!Utf8Parser.TryParse(bytes[1..line], out int count, out _)) throw new InvalidOperationException("not an answer of Redis");
        if (type == '$') return count < 0 ? end : end + count + 2 <= bytes.Length ? end + count + 2 : 0;
        for (var i = 0; i < count; i++)
        {
            var item = LengthOf(bytes[end..]);
            if (item == 0) return 0;
            end += item;
        }
        return end;
    }

    public bool IsGood(ReadOnlySpan<byte> answer) => answer[0] != '-';

    /// <summary>A command as an array of texts.</summary>
    public static byte[] Command(params IReadOnlyList<string> words) => Encoding.UTF8.GetBytes(
        $"*{words.Count}\r\n" + string.Concat(words.Select(w => $"${Encoding.UTF8.GetByteCount(w)}\r\n{w}\r\n")));
}
