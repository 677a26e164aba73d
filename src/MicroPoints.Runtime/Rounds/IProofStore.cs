namespace MicroPoints.Runtime;

/// <summary>Keeps the proofs of sealed rounds.</summary>
public interface IProofStore
{
    /// <summary>Keeps a proof, whole or not at all; done when durable. The same again replaces what was kept.</summary>
    ValueTask Keep(SealedProof proof, CancellationToken cancel);

    /// <summary>A kept proof to read from any place; null where none is kept.</summary>
    /// <param name="digest">What the round sealed.</param>
    /// <exception cref="StoreException">What is kept is not the proof that was sealed.</exception>
    ValueTask<Stream?> Open(RoundId round, Digest digest, CancellationToken cancel);
}
