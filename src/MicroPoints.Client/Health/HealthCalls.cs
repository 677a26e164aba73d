using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>That the server runs, its version, and what was built into it. It asks for no key.</summary>
    public Task<HealthReport> GetHealth(CancellationToken cancel = default) =>
        _sending.Read(new Outgoing(HttpMethod.Get, Address.Of("live")) { Root = "health/" }, Json.Wire.HealthReport, cancel);
}
