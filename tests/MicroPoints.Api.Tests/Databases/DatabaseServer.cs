using MicroPoints.Server;

namespace MicroPoints.Api.Tests;

/// <summary>A server of a database that others may serve as well.</summary>
internal sealed class DatabaseServer(string connection) : RoundServer
{
    internal override ServerOptions Options => base.Options with { Database = new ConnectionText(connection) };
}
