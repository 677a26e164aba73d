namespace MicroPoints.Store.Postgres.Tests.Reading;

public sealed class ReadingTests : IAsyncLifetime
{
    private readonly Chain _chain = new(Sample.East, Sample.County);
    private TestDatabase _database = null!;
    private PostgresEventLog _log = null!;

    [Fact]
    public async Task A_long_stream_is_read_page_by_page_through_the_head_it_had_when_the_reading_began()
    {
        await TestDatabase.Append(_log, _chain.Start(visits: 1200));
        var read = new List<long>();
        await foreach (var entry in _log.Read(_chain.Stream, 0, CancellationToken.None))
        {
            if (read.Count == 0) await TestDatabase.Append(_log, _chain.Visit("later"));
            read.Add(entry.Sequence);
        }
        Assert.Equal(Enumerable.Range(1, 1201).Select(i => (long)i), read);
        Assert.Equal(1202, (await _log.Load(_chain.Stream, 2026, [], CancellationToken.None)).Head.Sequence);
        Assert.Equal([1201L, 1202L], await _log.Read(_chain.Stream, 1200, CancellationToken.None).Select(e => e.Sequence).ToListAsync());
    }

    [Fact]
    public async Task Questions_of_many_callers_at_once_are_each_answered_with_their_own()
    {
        for (var i = 0; i < 20; i++)
            await TestDatabase.Append(_log, new Chain(new ChamberId($"c{i}"), Sample.County).Start(visits: i));
        var wrong = 0;
        await Task.WhenAll(Enumerable.Range(0, 400).Select(n => Task.Run(async () =>
        {
            var (stream, visits) = (StreamId.Of(new ChamberId($"c{n % 20}")), n % 20);
            EntryId[] ids = [Sample.Id("visit-1"), Sample.Id($"visit-{visits}"), Sample.Id("never")];
            var found = await _log.Find(stream, ids, CancellationToken.None);
            var after = await _log.Read(stream, 1, CancellationToken.None).CountAsync();
            if (found.Any(e => e.Stream != stream) || found.Count != Math.Min(visits, 2) || after != visits)
                Interlocked.Increment(ref wrong);
        })));
        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task A_row_left_by_a_first_append_that_did_not_come_to_be_is_no_stream_and_takes_the_seat_of_the_one_that_does()
    {
        await _database.Sql("insert into mp_stream (number, type, name, seat, sequence, hash, changed) "
            + $"values (nextval('mp_stream_number'), 1, 'east', '{Sample.Elsewhere}', 0, decode(repeat('00', 32), 'hex'), 0)");
        Assert.Empty(await _log.Cut(RegionCode.Nation, CancellationToken.None));
        await TestDatabase.Append(_log, _chain.Start(visits: 1));
        Assert.Single(await _log.Cut(Sample.County, CancellationToken.None));
        Assert.Empty(await _log.Cut(Sample.Elsewhere, CancellationToken.None));
        Assert.True((await PostgresVerify.Run(_database.Connection)).IsSound);
    }

    [Fact]
    public async Task A_reader_who_gives_up_is_let_go()
    {
        using var giveUp = new CancellationTokenSource();
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _log.Find(_chain.Stream, [Sample.Id("a")], giveUp.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _log.Load(_chain.Stream, 2026, [], giveUp.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _log.Cut(RegionCode.Nation, giveUp.Token));
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
}
