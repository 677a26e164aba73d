using System.Text;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>Ways to break HTTP itself, below anything that a client library would send.</summary>
internal static class WireMutations
{
    private static readonly (string Name, Func<string, byte[], byte[]> Write)[] All =
    [
        ("more promised than sent", (head, body) => Join($"{head}Content-Length: {body.Length + 50}\r\n\r\n", body)),
        ("less promised than sent", (head, body) => Join($"{head}Content-Length: {Math.Max(0, body.Length - 5)}\r\n\r\n", body)),
        ("a length below zero", (head, body) => Join($"{head}Content-Length: -1\r\n\r\n", body)),
        ("a length that is none", (head, body) => Join($"{head}Content-Length: 1e3\r\n\r\n", body)),
        ("a length beyond all bounds", (head, body) => Join($"{head}Content-Length: 99999999999999999999\r\n\r\n", body)),
        ("two lengths", (head, body) => Join($"{head}Content-Length: {body.Length}\r\nContent-Length: 1\r\n\r\n", body)),
        ("no length", (head, body) => Join($"{head}\r\n", body)),
        ("a length and chunks", (head, body) =>
            Join($"{head}Content-Length: {body.Length}\r\nTransfer-Encoding: chunked\r\n\r\n", Chunked(body))),
        ("chunks", (head, body) => Join($"{head}Transfer-Encoding: chunked\r\n\r\n", Chunked(body))),
        ("chunks without an end", (head, body) => Join($"{head}Transfer-Encoding: chunked\r\n\r\n", Chunked(body)[..^5])),
        ("a chunk of no size", (head, body) => Join($"{head}Transfer-Encoding: chunked\r\n\r\n", [.. "zz\r\n"u8, .. body])),
        ("a chunk beyond all bounds", (head, body) =>
            Join($"{head}Transfer-Encoding: chunked\r\n\r\n", [.. "FFFFFFFFFFFFFFFF\r\n"u8, .. body])),
        ("an unknown coding", (head, body) => Join($"{head}Transfer-Encoding: gzip\r\n\r\n", body)),
        ("chunks twice", (head, body) => Join($"{head}Transfer-Encoding: chunked, chunked\r\n\r\n", Chunked(body))),
        ("chunks spelt oddly", (head, body) => Join($"{head}Transfer-Encoding : chunked\r\n\r\n", Chunked(body))),
        ("a version that is none", (head, body) => Whole(head.Replace("HTTP/1.1", "HTTP/9.9"), body)),
        ("the oldest version", (head, body) => Whole(head.Replace("HTTP/1.1", "HTTP/1.0"), body)),
        ("no version", (head, body) => Whole(head.Replace(" HTTP/1.1", ""), body)),
        ("no host", (head, body) => Whole(Without(head, "Host"), body)),
        ("two hosts", (head, body) => Whole(head + "Host: evil.example\r\n", body)),
        ("a folded header", (head, body) => Whole(head + "X-A: b\r\n c\r\n", body)),
        ("a blank before the colon", (head, body) => Whole(head + "X-A : b\r\n", body)),
        ("a header without a name", (head, body) => Whole(head + ": b\r\n", body)),
        ("a header without a colon", (head, body) => Whole(head + "nonsense\r\n", body)),
        ("a NUL in a header", (head, body) => Whole(head + "X-A: b\0c\r\n", body)),
        ("bytes in a header", (head, body) => [.. Encoding.ASCII.GetBytes(head + "X-Request-Id: "), 0xff, 0xfe, .. "\r\n\r\n"u8]),
        ("line ends without returns", (head, body) =>
            Encoding.UTF8.GetBytes($"{head}Content-Length: {body.Length}\r\n\r\n".Replace("\r\n", "\n"))),
        ("a target of its own address", (head, body) => Whole(head.Replace(" /", " http://evil.example/"), body)),
        ("a star for a target", (head, body) => Whole($"OPTIONS * HTTP/1.1\r\n{head[(head.IndexOf('\n') + 1)..]}", body)),
        ("a target with a blank", (head, body) => Whole(head.Replace("/api", "/ api"), body)),
        ("a target without an end", (head, body) => Whole(head.Replace("/api", "/" + new string('a', 20_000)), body)),
        ("a method without an end", (head, body) => Whole(new string('A', 20_000) + head, body)),
        ("TLS", (_, _) => [0x16, 3, 1, 0, 5, 1, 0, 0, 1, 0, 1, 2, 3]),
        ("HTTP/2", (_, _) => [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, 0, 0, 0, 4, 0, 0, 0, 0, 0]),
        ("nothing", (_, _) => "\r\n\r\n"u8.ToArray()),
        ("another request behind it", (head, body) => [.. Whole(head, body), .. Whole(head, body)]),
    ];

    public static void Any(Draft draft, Random random)
    {
        var (name, write) = Good.Any(All, random);
        (draft.Wire, draft.IsMalformed) = (write, true);
        // Whether the address is still the same depends on what was broken.
        draft.IsElsewhere |= name.Contains("target");
        draft.Notes.Add(name);
    }

    private static byte[] Whole(string head, byte[] body) => Join($"{head}Content-Length: {body.Length}\r\n\r\n", body);

    private static byte[] Join(string head, byte[] body) => [.. Encoding.UTF8.GetBytes(head), .. body];

    private static byte[] Chunked(byte[] body) =>
        body.Length == 0 ? "0\r\n\r\n"u8.ToArray()
        : [.. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. "\r\n0\r\n\r\n"u8];

    private static string Without(string head, string name) =>
        string.Join("\r\n", head.Split("\r\n").Where(l => !l.StartsWith(name + ":", StringComparison.Ordinal)));
}
