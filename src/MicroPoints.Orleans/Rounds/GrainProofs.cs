using MicroPoints.Runtime;

namespace MicroPoints.Orleans;

/// <summary>A kept proof: how long it is, and the digest that names its parts.</summary>
[GenerateSerializer, Alias("micropoints.proof/1")]
public sealed class StoredProof
{
    [Id(0)] public string Digest { get; set; } = "";
    [Id(1)] public long Bytes { get; set; }
}

/// <summary>A part of a proof.</summary>
[GenerateSerializer, Alias("micropoints.proof-part/1")]
public sealed class StoredPart
{
    [Id(0)] public byte[] Bytes { get; set; } = [];
}

/// <summary>Proofs in a grain storage: parts named by the proof's digest first, then the name under which they are found.</summary>
public sealed class GrainProofs(GrainStore store) : IProofStore
{
    private const string Kind = "proof", PartKind = "proof-part";
    private const int PartBytes = 1 << 20;

    public async ValueTask Keep(SealedProof proof, CancellationToken cancel)
    {
        for (var at = 0; at < proof.Bytes.Length; at += PartBytes)
        {
            cancel.ThrowIfCancellationRequested();
            var part = new StoredPart { Bytes = proof.Bytes.AsSpan(at, Math.Min(PartBytes, proof.Bytes.Length - at)).ToArray() };
            // A part of this name is this part already, unless it was damaged since.
            await store.Change<StoredPart>(PartKind, NameOf(proof.Digest, at),
                known => known.Bytes.AsSpan().SequenceEqual(part.Bytes) ? null : part, cancel);
        }
        await store.Change<StoredProof>(Kind, proof.Round.Value,
            _ => new StoredProof { Digest = proof.Digest.ToString(), Bytes = proof.Bytes.Length }, cancel);
    }

    public async ValueTask<Stream?> Open(RoundId round, Digest digest, CancellationToken cancel)
    {
        var (kept, etag) = await store.Read<StoredProof>(Kind, round.Value);
        if (etag is null) return null;
        var bytes = new MemoryStream();
        for (long at = 0; at < kept.Bytes; at += PartBytes)
        {
            cancel.ThrowIfCancellationRequested();
            var (part, _) = await store.Read<StoredPart>(PartKind, NameOf(Digest.Parse(kept.Digest), at));
            bytes.Write(part.Bytes);
        }
        if (Digest.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) is var found && found != digest)
            throw new StoreException($"the proof of round {round} in grain storage has the digest {found}, the round sealed {digest}: "
                + "seal the round again, which writes it anew");
        bytes.Position = 0;
        return bytes;
    }

    private static string NameOf(Digest digest, long at) => $"{digest}@{at}";
}
