using MicroPoints.Conformance.Clients;

namespace MicroPoints.Client.Tests;

/// <summary>The client passes the suite that every client passes.</summary>
public sealed class HttpClientTests : ClientSuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new HttpClients().Begin(needs);
}

/// <summary>Its batches, pages and ETags.</summary>
public sealed class HttpClientListTests : ListSuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new HttpClients().Begin(needs);
}

/// <summary>Its keys, audit and calendar.</summary>
public sealed class HttpClientAuthorityTests : AuthoritySuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new HttpClients().Begin(needs);
}

/// <summary>Its rounds.</summary>
public sealed class HttpClientRoundTests : RoundSuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new HttpClients().Begin(needs);
}

/// <summary>Its vetting, notices, objections and papers.</summary>
public sealed class HttpClientCeremonyTests : CeremonySuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new HttpClients().Begin(needs);
}

/// <summary>Its retries.</summary>
public sealed class HttpClientRetryTests : RetrySuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new HttpClients().Begin(needs);
}
