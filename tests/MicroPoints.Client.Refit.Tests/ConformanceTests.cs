using MicroPoints.Conformance.Clients;

namespace MicroPoints.Client.Refit.Tests;

/// <summary>The Refit interfaces pass the suite that every client passes.</summary>
public sealed class RefitClientTests : ClientSuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new RefitClients().Begin(needs);
}

/// <summary>Its batches, pages and ETags.</summary>
public sealed class RefitClientListTests : ListSuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new RefitClients().Begin(needs);
}

/// <summary>Its keys, audit and calendar.</summary>
public sealed class RefitClientAuthorityTests : AuthoritySuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new RefitClients().Begin(needs);
}

/// <summary>Its rounds.</summary>
public sealed class RefitClientRoundTests : RoundSuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new RefitClients().Begin(needs);
}

/// <summary>Its vetting, notices, objections and papers.</summary>
public sealed class RefitClientCeremonyTests : CeremonySuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new RefitClients().Begin(needs);
}

/// <summary>Its retries.</summary>
public sealed class RefitClientRetryTests : RetrySuite
{
    protected override Task<ClientFixture> Start(ServerNeeds needs) => new RefitClients().Begin(needs);
}
