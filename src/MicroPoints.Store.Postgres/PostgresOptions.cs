namespace MicroPoints.Store.Postgres;

/// <summary>What a host may set on an open store.</summary>
public sealed record PostgresOptions
{
    /// <summary>Appends in one transaction, at most.</summary>
    public int GroupMax { get; init; } = 512;

    /// <summary>Bytes in one transaction, unless one append alone is larger.</summary>
    public int GroupBytesMax { get; init; } = 8 << 20;

    /// <summary>Transactions on their way at once; more than one makes smaller groups, which pays only where the database is far.</summary>
    public int GroupsInFlight { get; init; } = 1;

    /// <summary>
    /// How long a call waits for a database that is away, so that a restart or a change of the primary is passed over. It
    /// never sends an append again whose result is unknown.
    /// </summary>
    public TimeSpan RecoversWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Connections of this process, unless the connection string says how many.</summary>
    public int ConnectionsMax { get; init; } = 20;

    /// <summary>
    /// Works with a server whose <c>fsync</c> or <c>synchronous_commit</c> is off, or local though it has synchronous standbys: what it
    /// acknowledged may then be lost.
    /// </summary>
    public bool AllowLoss { get; init; }
}
