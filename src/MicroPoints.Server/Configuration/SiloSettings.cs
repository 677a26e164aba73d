using System.Net;

namespace MicroPoints.Server;

/// <summary>What a silo is told: where grains are kept, and how silos find each other.</summary>
/// <param name="Storage">Null: in the memory of the silos, which a demo may.</param>
/// <param name="Membership">The database that silos meet in; null: this silo is alone.</param>
/// <param name="Advertised">Where other silos reach this one.</param>
/// <param name="GatewayPort">Where Orleans' own clients reach it, without any key; null: in a cluster nowhere.</param>
public sealed record SiloSettings(GrainStorageChoice? Storage, ConnectionText? Membership, IPEndPoint Advertised, int? GatewayPort)
{
    /// <summary>The file that the first key is issued into; null: none is.</summary>
    public string? FirstKey { get; init; }

    /// <summary>Keeps several deployments apart in one storage.</summary>
    public string Place { get; init; } = "micropoints";
}

/// <summary>A grain storage, and how it is reached.</summary>
public sealed record GrainStorageChoice(GrainStorageKind Kind, ConnectionText Connection);

/// <summary>Which grain storages there are.</summary>
public enum GrainStorageKind
{
    /// <summary>Blobs of an Azure Storage account.</summary>
    Azure = 1,

    /// <summary>A PostgreSQL database, through Orleans' ADO.NET storage.</summary>
    Postgres = 2,
}
