using System.Buffers.Text;
using System.Text;

namespace MicroPoints.Benchmarks;

/// <summary>HTTP/1.1 over a kept connection: answers with a length or in chunks; good is any 2xx.</summary>
public sealed class Http1 : IWireProtocol
{
    public static readonly Http1 Protocol = new();

    public int LengthOf(ReadOnlySpan<byte> bytes)
    {
        var body = bytes.IndexOf("\r\n\r\n"u8) + 4;
        if (body < 4) return 0;
        var head = bytes[..body];
        if (ValueOf(head, "Content-Length: "u8) is { Length: > 0 } text && Utf8Parser.TryParse(text, out int length, out _))
            return bytes.Length >= body + length ? body + length : 0;
        if (ValueOf(head, "Transfer-Encoding: "u8).IsEmpty) return body;
        return Chunks(bytes[body..]) is > 0 and var chunks ? body + chunks : 0;
    }

    public bool IsGood(ReadOnlySpan<byte> answer) => answer.StartsWith("HTTP/1.1 2"u8);

    /// <summary>A request whose head says how long its body is.</summary>
    public static byte[] Request(string method, string path, string body, IReadOnlyList<string> headers)
    {
        var bytes = Encoding.UTF8.GetByteCount(body);
        var content = body.Length == 0 ? "" : $"Content-Type: application/json\r\nContent-Length: {bytes}\r\n";
        var more = string.Concat(headers.Select(h => h + "\r\n"));
        return Encoding.UTF8.GetBytes($"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{more}{content}\r\n{body}");
    }

    private static int Chunks(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; ;)
        {
            var line = bytes[at..].IndexOf("\r\n"u8);
            if (line < 0 || !Utf8Parser.TryParse(bytes.Slice(at, line), out int size, out _, 'x')) return 0;
            at += line + 2 + size + 2;
            if (at > bytes.Length) return 0;
            if (size == 0) return at;
        }
    }

    private static ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        var at = head.IndexOf(name);
        if (at < 0) return [];
        var value = head[(at + name.Length)..];
        return value[..value.IndexOf("\r\n"u8)];
    }
}
