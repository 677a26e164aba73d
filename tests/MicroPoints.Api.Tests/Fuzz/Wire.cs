using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>What came back. Status 0: the connection was closed without an answer.</summary>
internal sealed record Reply(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    public static readonly Reply None = new(0, [], []);

    public string Text => Encoding.UTF8.GetString(Body);
    public string? Header(string name)
    {
        var found = Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).ToList();
        return found.Count == 0 ? null : string.Join(",", found);
    }

    public string? MediaType => Header("Content-Type")?.Split(';')[0];
}

/// <summary>Speaks HTTP/1.1 byte by byte, so that anything can be sent and nothing is mended on the way.</summary>
internal sealed class Wire(IPEndPoint server) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Silence = TimeSpan.FromMilliseconds(200);

    /// <summary>Kestrel reads no more of a body that nobody wanted, and drops the connection after the answer.</summary>
    private const int DrainedMax = 30_000_000;

    private Socket? _socket;
    private Stream? _written, _read;

    /// <param name="isWhole">False: what is sent may be no request, or half of one, so the server is not waited for without end.</param>
    /// <param name="isLast">Whether the connection is good for nothing afterwards.</param>
    public Reply Send(byte[] request, bool isWhole, bool isLast, string method)
    {
        if (isLast) Close();
        var wasOpen = _socket is not null;
        try
        {
            return Exchange(request, isWhole, method);
        }
        catch (IOException) when (wasOpen)
        {
            // The server ended the idle connection as the request went out.
            Close();
            return Exchange(request, isWhole, method);
        }
        catch (IOException e) when (!isWhole && e.InnerException is null or SocketException { SocketErrorCode: not SocketError.TimedOut })
        {
            return Reply.None;
        }
        finally
        {
            if (isLast) Close();
        }
    }

    public void Dispose() => Close();

    private void Close()
    {
        _read?.Dispose();
        _socket?.Dispose();
        (_read, _written, _socket) = (null, null, null);
    }

    private Reply Exchange(byte[] request, bool isWhole, string method)
    {
        if (_socket is null)
        {
            _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            _socket.Connect(server);
            _socket.ReceiveTimeout = _socket.SendTimeout = (int)Patience.TotalMilliseconds;
            _written = new NetworkStream(_socket);
            _read = new BufferedStream(_written, 16_384);
        }
        try
        {
            _written!.Write(request);
            // The server drops a request whose sender hangs up, so only one that gets no answer is ended.
            if (!isWhole && !_socket.Poll(Silence, SelectMode.SelectRead)) _socket.Shutdown(SocketShutdown.Send);
        }
        catch (IOException)
        {
            // A server that refuses a body early may close its ears before all is said; its answer is there to read.
        }
        var reply = Read(method);
        if (reply.Header("Connection") == "close" || reply.Status == 0 || request.Length > DrainedMax) Close();
        return reply;
    }

    private Reply Read(string method)
    {
        while (true)
        {
            if (Line() is not { } first) return Reply.None;
            if (!first.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)) throw new IOException($"the answer is not HTTP/1.1: {first}");
            var status = int.Parse(first.Split(' ')[1], CultureInfo.InvariantCulture);
            var headers = new List<(string Name, string Value)>();
            while (Line() is { Length: > 0 } line)
                headers.Add((line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim()));
            if (status < 200) continue;
            var reply = new Reply(status, headers, []);
            if (method == "HEAD" || status is 204 or 304) return reply;
            if (reply.Header("Transfer-Encoding") == "chunked") return reply with { Body = Chunks() };
            return reply.Header("Content-Length") is { } length
                ? reply with { Body = Exactly(int.Parse(length, CultureInfo.InvariantCulture)) } : reply;
        }
    }

    private byte[] Chunks()
    {
        var body = new List<byte>();
        while (int.Parse(Line()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
        {
            body.AddRange(Exactly(length));
            Line();
        }
        Line();
        return [.. body];
    }

    private byte[] Exactly(int length)
    {
        var bytes = new byte[length];
        _read!.ReadExactly(bytes);
        return bytes;
    }

    private string? Line()
    {
        var line = new List<byte>();
        while (_read!.ReadByte() is var next and >= 0)
        {
            if (next == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add((byte)next);
        }
        return line.Count == 0 ? null : throw new IOException("the answer breaks off in a line");
    }
}
