#pragma warning disable
using MicroPoints.Runtime;

namespace MicroPoints.Store.Postgres;

public sealed class PostgresSearch(PostgresEventLog log) : IActivitySearch
{
    public DateTimeOffset CaughtUpTo => DateTimeOffset.UnixEpoch;
    public ValueTask<bool> CatchUp(TimeSpan within, CancellationToken cancel) => new(true);
    public ValueTask<FoundActivities> Find(ActivityQuery query, CancellationToken cancel) =>
        throw new StoreException($"{log.Place} cannot be searched yet");
    public ValueTask<FoundChambers> Find(ChamberQuery query, CancellationToken cancel) =>
        throw new StoreException($"{log.Place} cannot be searched yet");
}

public sealed class PostgresProofs(PostgresEventLog log) : IProofStore
{
    public ValueTask Keep(SealedProof proof, CancellationToken cancel) => throw new StoreException($"{log.Place} keeps no proofs yet");
    public ValueTask Keep(RoundId round, byte[] bytes, CancellationToken cancel) => default;
    public ValueTask<Stream?> Open(RoundId round, Digest digest, CancellationToken cancel) => new((Stream?)null);
}
