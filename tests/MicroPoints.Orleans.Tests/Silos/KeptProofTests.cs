namespace MicroPoints.Orleans.Tests;

public sealed class KeptProofTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 2_500_000).Select(i => (byte)(i * 31))];
    private static readonly SealedProof Proof = new(new RoundId("r"), Bytes, Digest.Of(Bytes), default, null!);

    [Fact]
    public async Task A_damaged_part_is_told_and_keeping_the_proof_again_mends_it()
    {
        var store = (await Cluster.Get()).NewStore(Cluster.Memory);
        var proofs = new GrainProofs(store);
        await proofs.Keep(Proof, default);
        await store.Change<StoredPart>("proof-part", $"{Proof.Digest}@{1 << 20}", _ => new StoredPart { Bytes = [1, 2, 3] }, default);
        await Assert.ThrowsAsync<StoreException>(() => proofs.Open(Proof.Round, Proof.Digest, default).AsTask());

        await proofs.Keep(Proof, default);
        await using var kept = (await proofs.Open(Proof.Round, Proof.Digest, default))!;
        var read = new MemoryStream();
        await kept.CopyToAsync(read);
        Assert.Equal(Bytes, read.ToArray());
    }
}
