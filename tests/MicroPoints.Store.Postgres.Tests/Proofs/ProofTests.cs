namespace MicroPoints.Store.Postgres.Tests.Proofs;

public sealed class ProofTests : IAsyncLifetime
{
    private static readonly RoundId Round = new("round-2026");
    private TestDatabase _database = null!;
    private PostgresEventLog _log = null!;

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    [InlineData(3_500_000)]
    public async Task A_kept_proof_is_read_by_another_process_whole_and_from_any_place(int length)
    {
        var proof = Proof(length);
        await new PostgresProofs(_log).Keep(proof, CancellationToken.None);
        await using var other = await _database.Open();
        await using var stream = await new PostgresProofs(other).Open(Round, proof.Digest, CancellationToken.None);
        Assert.Equal(proof.Bytes, await Whole(stream!));
        Assert.Equal(length, stream!.Length);
        stream.Seek(-Math.Min(10, length), SeekOrigin.End);
        Assert.Equal(proof.Bytes[^Math.Min(10, length)..], await Whole(stream));
        stream.Position = 0;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        Assert.Equal(proof.Bytes, copy.ToArray());
    }

    [Fact]
    public async Task No_proof_of_a_round_opens_as_nothing() =>
        Assert.Null(await new PostgresProofs(_log).Open(Round, Digest.Zero, CancellationToken.None));

    [Fact]
    public async Task Another_digest_than_the_sealed_one_is_refused()
    {
        await new PostgresProofs(_log).Keep(Proof(100), CancellationToken.None);
        var told = await Assert.ThrowsAsync<StoreException>(() => Open(new PostgresProofs(_log), Proof(101)));
        Assert.Contains("seal the round again", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_round_again_replaces_what_was_kept_for_every_process()
    {
        var (proofs, first, second) = (new PostgresProofs(_log), Proof(2_000_000), Proof(1_500_000));
        await proofs.Keep(first, CancellationToken.None);
        await using var old = await Open(proofs, first);
        await using var other = await _database.Open();
        await new PostgresProofs(other).Keep(second, CancellationToken.None);
        await using var stream = await Open(proofs, second);
        Assert.Equal(second.Bytes, await Whole(stream!));
        // Never the one's beginning with the other's end.
        await Assert.ThrowsAsync<StoreException>(() => Whole(old!));
    }

    [Fact]
    public async Task Of_many_that_keep_at_once_one_whole_proof_is_left()
    {
        var proof = Enumerable.Range(1, 12).Select(i => Proof(1_200_000 + i)).ToList();
        await Task.WhenAll(proof.Select(p => Task.Run(() => new PostgresProofs(_log).Keep(p, CancellationToken.None).AsTask())));
        var left = new List<SealedProof>();
        foreach (var p in proof)
            try { if (await Open(new PostgresProofs(_log), p) is { } stream) left.Add(p); }
            catch (StoreException) { }
        Assert.Single(left);
    }

    [Fact]
    public async Task Bytes_changed_in_the_database_are_refused_before_and_after_opening()
    {
        var (proofs, proof) = (new PostgresProofs(_log), Proof(2_000_000));
        await proofs.Keep(proof, CancellationToken.None);
        await using var stream = await Open(proofs, proof);
        await _database.Sql("update mp_proof_part set bytes = decode(repeat('00', 951424), 'hex') where part = 1");
        await Assert.ThrowsAsync<StoreException>(() => Whole(stream!));
        await Assert.ThrowsAsync<StoreException>(() => Open(new PostgresProofs(_log), proof));
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.New();
        _log = await _database.Open();
    }

    public async Task DisposeAsync()
    {
        await _log.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static Task<Stream?> Open(PostgresProofs proofs, SealedProof proof) =>
        proofs.Open(Round, proof.Digest, CancellationToken.None).AsTask();

    private static async Task<byte[]> Whole(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static SealedProof Proof(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return new SealedProof(Round, bytes, Digest.Of(bytes), Digest.Of(bytes), null!);
    }
}
