using System.Security.Cryptography;
using MicroPoints.Runtime;
using static MicroPoints.Store.Postgres.SqlText;

namespace MicroPoints.Store.Postgres;

/// <summary>A proof as it was when it was read whole: each part that is read later must still be the same.</summary>
internal sealed class KeptProof
{
    private const string Part = """
        select p.bytes from mp_proof_part p join mp_proof k on k.round = p.round where p.round = $1 and p.part = $2 and k.kept = $3
        """;

    private readonly PostgresEventLog _log;
    private readonly RoundId _round;
    private readonly Digest[] _parts;

    private KeptProof(PostgresEventLog log, RoundId round, long kept, long length)
    {
        (_log, _round, Kept, Length) = (log, round, kept, length);
        _parts = new Digest[(length + PostgresProofs.PartBytes - 1) / PostgresProofs.PartBytes];
    }

    /// <summary>How often the round's proof had been kept by then.</summary>
    public long Kept { get; }

    public long Length { get; }

    /// <summary>Of all bytes.</summary>
    public Digest Digest { get; private set; }

    /// <summary>Reads a proof through once.</summary>
    public static async Task<KeptProof> Read(PostgresEventLog log, RoundId round, long kept, long length, CancellationToken cancel)
    {
        var proof = new KeptProof(log, round, kept, length);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var part = 0; part < proof._parts.Length; part++)
        {
            var bytes = await proof.Ask(part, cancel);
            proof._parts[part] = Digest.Of(bytes);
            sum.AppendData(bytes);
        }
        proof.Digest = Digest.Read(sum.GetHashAndReset());
        return proof;
    }

    public async ValueTask<byte[]> PartAt(int part, CancellationToken cancel)
    {
        var bytes = await Ask(part, cancel);
        return Digest.Of(bytes) == _parts[part] ? bytes : throw Changed(part);
    }

    private async Task<byte[]> Ask(int part, CancellationToken cancel)
    {
        var rows = await _log.Database.Ask(c => c.Command(Part, P(_round.Value), P(part), P(Kept))
            .All(row => row.GetFieldValue<byte[]>(0), cancel), cancel);
        var wanted = Math.Min(PostgresProofs.PartBytes, Length - (long)part * PostgresProofs.PartBytes);
        return rows is [var bytes] && bytes.Length == wanted ? bytes : throw Changed(part);
    }

    private StoreException Changed(int part) => new($"part {part} of the proof of round {_round} in {_log.Place} "
        + "is not what was kept, or was replaced meanwhile: open it again; if that fails, seal the round again, which writes it anew");
}
