using MicroPoints.Ledger;

namespace MicroPoints.Store.Postgres.Tests.Writing;

/// <summary>What others changed, as every process learns it.</summary>
public sealed class ChangesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private PostgresEventLog _log = null!;
    private PostgresEventLog _other = null!;

    [Fact]
    public async Task A_mark_moves_with_streams_other_than_chambers_and_names_them()
    {
        Assert.Equal((0, 0), Of(await Changes(0)));
        await TestDatabase.Append(_log, new Chain(Sample.East, Sample.County).Start(visits: 1));
        Assert.Equal((0, 0), Of(await Changes(0)));
        await Append(_other, StreamId.Of(Sample.County), Head.Empty);
        var first = await Changes(0);
        Assert.Equal([StreamId.Of(Sample.County)], first.Streams);
        Assert.Empty((await Changes(first.Mark)).Streams);
        await Append(_other, StreamId.Of(Sample.Elsewhere), Head.Empty);
        Assert.Equal([StreamId.Of(Sample.Elsewhere)], (await Changes(first.Mark)).Streams);
        Assert.Equal(2, (await Changes(0)).Streams.Count);
    }

    [Fact]
    public async Task An_append_that_was_not_taken_changes_nothing()
    {
        await Append(_other, StreamId.Of(Sample.County), Head.Empty);
        var mark = (await Changes(0)).Mark;
        await Append(_log, StreamId.Of(Sample.County), Head.Empty);
        Assert.Equal((mark, 0), Of(await Changes(mark)));
    }

    [Fact]
    public async Task What_was_acknowledged_before_the_call_is_in_the_answer_whoever_wrote_it()
    {
        var (missed, mark) = (0, 0L);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            var before = (await Changes(Interlocked.Read(ref mark))).Mark;
            var stream = new StreamId(StreamType.Round, $"r{i % 20}");
            var log = i % 2 == 0 ? _log : _other;
            var head = (await log.Cut(RegionCode.Nation, StreamType.Round, CancellationToken.None)).Find(stream);
            if (await Append(log, stream, head, i) is not AppendResult.Appended) return;
            var after = await Changes(before);
            if (!after.Streams.Contains(stream)) Interlocked.Increment(ref missed);
        })));
        Assert.Equal(0, missed);
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.New();
        (_log, _other) = (await _database.Open(), await _database.Open());
    }

    public async Task DisposeAsync()
    {
        await _log.DisposeAsync();
        await _other.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static (long, int) Of(SharedChanges changes) => (changes.Mark, changes.Streams.Count);

    private ValueTask<SharedChanges> Changes(long mark) => _log.ChangesAfter(mark, CancellationToken.None);

    private static Task<AppendResult> Append(IEventLog log, StreamId stream, Head head, int number = 0) =>
        log.Append(stream, head, [SealedEntry.Seal(stream, head, new Draft(Sample.Id($"entry-{number}"), Sample.Clerk.Id, Sample.Now,
            null, new PeriodClosed(Period.Year(2025), new RoundId("round"))))], CancellationToken.None).AsTask();
}
