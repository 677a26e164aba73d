using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MicroPoints.Benchmarks;

/// <summary>How an answer ends and whether it is a good one.</summary>
public interface IWireProtocol
{
    /// <summary>How many of the bytes the first answer takes; 0 where it is not complete yet.</summary>
    int LengthOf(ReadOnlySpan<byte> bytes);

    bool IsGood(ReadOnlySpan<byte> answer);
}

/// <summary>
/// One kept connection that sends bytes and waits for the answer. The client shares the cores with what it measures, so it parses
/// no more than it must; every peer over a socket is driven by this same class.
/// </summary>
public sealed class WireConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly IWireProtocol _protocol;
    private byte[] _buffer = new byte[16 << 10];
    private int _until;

    private WireConnection(Socket socket, IWireProtocol protocol) => (_socket, _protocol) = (socket, protocol);

    public static async Task<WireConnection> Open(int port, IWireProtocol protocol)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        return new WireConnection(socket, protocol);
    }

    /// <summary>Several connections, one for each caller.</summary>
    public static async Task<WireConnection[]> Open(int port, IWireProtocol protocol, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Open(port, protocol)));

    /// <summary>Sends requests in one write and waits for so many answers.</summary>
    public async ValueTask Ask(ReadOnlyMemory<byte> requests, int answers = 1)
    {
        await _socket.SendAsync(requests);
        for (var i = 0; i < answers; i++) Drop(await Answer());
    }

    /// <summary>Sends one request and gives the answer as text.</summary>
    public async ValueTask<string> AskText(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var length = await Answer();
        var text = Encoding.UTF8.GetString(_buffer.AsSpan(0, length));
        Drop(length);
        return text;
    }

    /// <summary>Receives until one answer is there and gives its length.</summary>
    private async ValueTask<int> Answer()
    {
        int length;
        while ((length = _protocol.LengthOf(_buffer.AsSpan(0, _until))) == 0)
        {
            if (_until == _buffer.Length) Array.Resize(ref _buffer, 2 * _buffer.Length);
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(_until));
            if (read == 0) throw new IOException("the server closed the connection");
            _until += read;
        }
        return _protocol.IsGood(_buffer.AsSpan(0, length)) ? length
            : throw new InvalidOperationException($"not the answer that was wanted: {Encoding.UTF8.GetString(_buffer, 0, length)}");
    }

    private void Drop(int length)
    {
        _until -= length;
        if (_until > 0) _buffer.AsSpan(length, _until).CopyTo(_buffer);
    }

    public void Dispose() => _socket.Dispose();
}
