using System.Net;
using System.Net.Sockets;
using MicroPoints.Client.Tests;
using MicroPoints.Conformance.Clients;
using MicroPoints.Server;
using MicroPoints.Silo;

namespace MicroPoints.Orleans.Tests;

/// <summary>A silo with the server over it, its grains in Azurite.</summary>
internal sealed class SiloCounty : HttpClients
{
    protected override async Task<RunningServer> Serve(ServerOptions options) => await SiloHosting.Start(options with
    {
        Silo = new SiloSettings(
            (await Azurite.Get()).Storage, null, new IPEndPoint(IPAddress.Loopback, Free()), Free())
        { Place = $"silo-{Guid.NewGuid():n}" },
    }, TextWriter.Null, CancellationToken.None);

    private static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A silo answers as a server does.</summary>
public sealed class SiloClientTests : ClientSuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new SiloCounty().Begin(needs);
}

/// <summary>Its batches, pages and ETags.</summary>
public sealed class SiloListTests : ListSuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new SiloCounty().Begin(needs);
}

/// <summary>Its keys, audit and calendar.</summary>
public sealed class SiloAuthorityTests : AuthoritySuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new SiloCounty().Begin(needs);
}

/// <summary>Its rounds.</summary>
public sealed class SiloRoundTests : RoundSuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new SiloCounty().Begin(needs);
}
