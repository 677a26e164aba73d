using System.Net;
using System.Net.Sockets;

namespace MicroPoints.Conformance.Clients;

/// <summary>Where a connection breaks.</summary>
public enum Cut
{
    /// <summary>Before the request reached the server.</summary>
    BeforeRequest = 1,

    /// <summary>After the server answered, before the answer reached the client.</summary>
    BeforeAnswer = 2,

    /// <summary>In the middle of the answer.</summary>
    InsideAnswer = 3,
}

/// <summary>Stands between a client and a server, and breaks the first connections.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private const int AnswerBytesLetThrough = 40;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _server;
    private readonly Cut _cut;
    private readonly Task _accepting;
    private int _left;

    public CuttingProxy(Uri server, Cut cut, int times = 1)
    {
        (_server, _cut, _left) = (server, cut, times);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = Accept();
    }

    public Uri Address { get; }

    /// <summary>Connections that were broken.</summary>
    public int Broken { get; private set; }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (OperationCanceledException) { }
    }

    private async Task Serve(TcpClient client)
    {
        var breaks = Interlocked.Decrement(ref _left) >= 0;
        using (client)
            try
            {
                if (breaks && _cut == Cut.BeforeRequest)
                {
                    await client.GetStream().ReadExactlyAsync(new byte[1], _stop.Token);
                    return;
                }
                using var server = new TcpClient();
                await server.ConnectAsync(_server.Host, _server.Port, _stop.Token);
                var there = client.GetStream().CopyToAsync(server.GetStream(), _stop.Token);
                if (breaks) await LetThrough(server.GetStream(), client.GetStream());
                else await Task.WhenAny(there, server.GetStream().CopyToAsync(client.GetStream(), _stop.Token));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException) { }
            finally
            {
                if (breaks)
                {
                    Broken++;
                    // Reset, not ended: the client must see a broken connection.
                    client.LingerState = new LingerOption(true, 0);
                }
            }
    }

    /// <summary>The answer's beginning shows that the server has done it.</summary>
    private async Task LetThrough(NetworkStream from, NetworkStream to)
    {
        var answer = new byte[AnswerBytesLetThrough];
        await from.ReadExactlyAsync(answer, _stop.Token);
        if (_cut == Cut.InsideAnswer) await to.WriteAsync(answer, _stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }
}
