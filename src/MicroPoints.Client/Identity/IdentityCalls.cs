using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>Whom the key stands for: its opaque id, what it may do, and the region it reaches.</summary>
    /// <exception cref="ProblemException"><c>key-required</c> where it is not in force.</exception>
    public Task<Caller> GetCaller(CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Get(Address.Of("identity")), Json.Wire.Caller, cancel);
}
