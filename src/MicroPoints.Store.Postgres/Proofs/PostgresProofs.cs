using System.Collections.Concurrent;
using MicroPoints.Runtime;
using Npgsql;
using static MicroPoints.Store.Postgres.SqlText;

namespace MicroPoints.Store.Postgres;

/// <summary>Proofs in the log's database, in parts that every process can read from any place.</summary>
public sealed class PostgresProofs(PostgresEventLog log) : IProofStore
{
    internal const int PartBytes = 1 << 20;

    private const int AttemptsMax = 8;

    private const string Replace = "update mp_proof set kept = kept + 1, digest = $2, bytes = $3 where round = $1";
    private const string Add = "insert into mp_proof (round, kept, digest, bytes) values ($1, 1, $2, $3)";
    private const string Forget = "delete from mp_proof_part where round = $1";
    private const string AddPart = "insert into mp_proof_part (round, part, bytes) values ($1, $2, $3)";
    private const string About = "select kept, bytes from mp_proof where round = $1";

    private readonly ConcurrentDictionary<RoundId, KeptProof> _seen = [];

    /// <inheritdoc />
    /// <remarks>One transaction; of two that keep the same round's at once, one waits for the other.</remarks>
    public ValueTask Keep(SealedProof proof, CancellationToken cancel) => Keep(proof.Round, proof.Bytes, cancel);

    /// <summary>Keeps a proof as another store had it.</summary>
    public async ValueTask Keep(RoundId round, byte[] proof, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Keeping the same again does no harm, so that a lost answer needs no care.
                await log.Database.Ask(c => Keep(c, round, proof, cancel), cancel);
                return;
            }
            catch (StoreException e) when (attempt < AttemptsMax
                && e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            { }
        }
    }

    /// <inheritdoc />
    public async ValueTask<Stream?> Open(RoundId round, Digest digest, CancellationToken cancel)
    {
        var about = await log.Database.Ask(c => c.Command(About, P(round.Value))
            .All(row => (Kept: row.GetInt64(0), Bytes: row.GetInt64(1)), cancel), cancel);
        if (about is not [var (kept, bytes)]) return null;
        if (!_seen.TryGetValue(round, out var proof) || proof.Kept != kept || proof.Length != bytes)
            _seen[round] = proof = await KeptProof.Read(log, round, kept, bytes, cancel);
        if (proof.Digest != digest) throw new StoreException(
            $"the proof of round {round} in {log.Place} has the digest {proof.Digest}, the round sealed {digest}: "
            + "seal the round again, which writes it anew");
        return new ProofStream(proof);
    }

    private static async Task<bool> Keep(NpgsqlConnection connection, RoundId round, byte[] proof, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var digest = Digest.Of(proof);
        if (await Run(Replace, P(StreamRow.Bytes(digest)), P(proof.LongLength)) == 0)
            await Run(Add, P(StreamRow.Bytes(digest)), P(proof.LongLength));
        await Run(Forget);
        var part = 0;
        for (var at = 0L; at < proof.LongLength; at += PartBytes, part++)
            await Run(AddPart, P(part), P(proof.AsSpan((int)at, (int)Math.Min(PartBytes, proof.LongLength - at)).ToArray()));
        await transaction.CommitAsync(cancel);
        return true;

        async Task<int> Run(string sql, params NpgsqlParameter[] parameters)
        {
            await using var command = connection.Command(sql, [P(round.Value), .. parameters]);
            return await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
