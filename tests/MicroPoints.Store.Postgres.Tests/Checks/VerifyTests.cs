namespace MicroPoints.Store.Postgres.Tests.Checks;

public sealed class VerifyTests : IAsyncLifetime
{
    private readonly Chain _chain = new(Sample.East, Sample.County);
    private TestDatabase _database = null!;
    private SealedEntry[] _entries = [];
    private Heads _heads = Heads.None;

    [Fact]
    public async Task A_sound_log_is_verified_to_its_heads()
    {
        var report = await PostgresVerify.Run(_database.Connection, _heads);
        Assert.True(report.IsSound);
        Assert.Equal((8, _heads), (report.Entries, report.Heads));
    }

    [Theory]
    [InlineData("update mp_entry set bytes = (select bytes from mp_entry where stream = 1 and sequence = 4) "
        + "where stream = 1 and sequence = 3", 3, "hash of its content")]
    [InlineData("delete from mp_entry where stream = 1 and sequence = 2", 2, "sequence 2 is missing")]
    [InlineData("delete from mp_entry where stream = 1 and sequence = 5", 5, "truncated")]
    [InlineData("delete from mp_entry where stream = 1", 1, "entries are missing")]
    [InlineData("update mp_stream set sequence = 9 where number = 1", 6, "truncated")]
    [InlineData("update mp_stream set sequence = 4 where number = 1", 4, "mp_stream says")]
    [InlineData("update mp_stream set hash = (select hash from mp_stream where number = 2) where number = 1", 5, "mp_stream says")]
    [InlineData("update mp_entry set kind = 'member.praised' where stream = 1 and sequence = 4", 4, "kind of the row")]
    [InlineData("update mp_entry set recorded = recorded + 1 where stream = 1 and sequence = 4", 4, "recorded of the row")]
    [InlineData("update mp_entry set seat = '990203' where stream = 1 and sequence = 4", 4, "seat of the row")]
    [InlineData("update mp_stream set seat = '990203' where number = 1", 1, "belongs to 990102")]
    public async Task What_was_changed_names_stream_and_first_broken_sequence(string change, long sequence, string what)
    {
        await _database.Sql(change);
        var broken = (await PostgresVerify.Run(_database.Connection)).Broken;
        Assert.Equal((_chain.Stream, sequence), (broken?.Stream, broken?.Sequence));
        Assert.Contains(what, broken?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_no_stream_owns_are_named()
    {
        await _database.Sql("delete from mp_stream where number = 2");
        Assert.Contains("stream number 2", (await PostgresVerify.Run(_database.Connection)).Broken?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heads_kept_elsewhere_detect_a_log_that_was_cut_and_made_to_fit()
    {
        await _database.Sql("delete from mp_entry where stream = 1 and sequence = 5");
        await _database.Sql($"update mp_stream set sequence = 4, hash = decode('{_entries[3].Hash}', 'hex') where number = 1");
        Assert.Equal(5, (await PostgresVerify.Run(_database.Connection, _heads)).Broken?.Sequence);
    }

    [Fact]
    public async Task Heads_kept_elsewhere_detect_a_log_that_was_written_anew()
    {
        var other = Heads.Of([new StreamHead(_chain.Stream, _heads.Find(_chain.Stream) with { Hash = Digest.OfText("other") })]);
        Assert.Contains("another", (await PostgresVerify.Run(_database.Connection, other)).Broken?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_entry_is_told_to_whoever_reads_it()
    {
        await _database.Sql("update mp_entry set bytes = decode('00', 'hex') where stream = 1 and sequence = 3");
        await using var log = await _database.Open();
        var told = await Assert.ThrowsAsync<StoreException>(async () => await log.Load(_chain.Stream, 2026, [], CancellationToken.None));
        Assert.Contains("chamber:east at sequence 3", told.Message, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.New();
        await using var log = await _database.Open();
        await TestDatabase.Append(log, _entries = _chain.Start(visits: 4));
        await TestDatabase.Append(log, new Chain(Sample.West, Sample.County).Start(visits: 2));
        _heads = await log.Cut(RegionCode.Nation, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();
}
