using MicroPoints.Activities;
using MicroPoints.Ledger;

namespace MicroPoints.Store.Postgres.Tests.Writing;

public sealed class GroupCommitTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private PostgresEventLog _log = null!;

    [Fact]
    public async Task What_waits_while_a_group_is_on_its_way_goes_together()
    {
        var waiting = await Together(() => [.. Enumerable.Range(0, 64).Select(i => Append($"c{i}"))]);
        Assert.All(waiting, w => Assert.IsType<AppendResult.Appended>(w));
        Assert.Equal(3, _log.Groups);
    }

    [Fact]
    public async Task A_lone_caller_never_waits_for_company()
    {
        for (var i = 0; i < 10; i++) await Append($"c{i}");
        Assert.Equal(10, _log.Groups);
    }

    [Fact]
    public async Task A_group_takes_no_more_than_it_may()
    {
        await _log.DisposeAsync();
        _log = await _database.Open(new PostgresOptions { GroupMax = 10 });
        await Together(() => [.. Enumerable.Range(0, 64).Select(i => Append($"c{i}"))]);
        Assert.Equal(2 + 7, _log.Groups);
    }

    [Fact]
    public async Task A_group_is_not_larger_in_bytes_than_it_may_be()
    {
        await _log.DisposeAsync();
        _log = await _database.Open(new PostgresOptions { GroupBytesMax = 1 });
        await Together(() => [.. Enumerable.Range(0, 5).Select(i => Append($"c{i}"))]);
        Assert.Equal(2 + 5, _log.Groups);
    }

    [Fact]
    public async Task A_moved_head_in_a_group_costs_the_others_nothing_and_names_where_the_stream_ends()
    {
        var results = await Together(() => [Append("east"), Append("east", visits: 1), Append("west")]);
        var taken = Assert.IsType<AppendResult.Appended>(results[0]).Head;
        Assert.Equal(taken, Assert.IsType<AppendResult.HeadMoved>(results[1]).Actual);
        Assert.IsType<AppendResult.Appended>(results[2]);
        Assert.Equal(3, _log.Groups);
    }

    [Fact]
    public async Task Of_one_stream_the_append_that_continues_it_is_taken_also_behind_one_that_does_not()
    {
        var chain = new Chain(Sample.East, Sample.County);
        var entries = chain.Start(visits: 2);
        await TestDatabase.Append(_log, entries[0]);
        var results = await Together(() => [TestDatabase.Append(_log, entries[2]), TestDatabase.Append(_log, entries[1])]);
        Assert.Equal(entries[1].Head, Assert.IsType<AppendResult.HeadMoved>(results[0]).Actual);
        Assert.IsType<AppendResult.Appended>(results[1]);
    }

    [Fact]
    public async Task Two_appends_of_one_stream_in_one_group_follow_each_other()
    {
        var entries = new Chain(Sample.East, Sample.County).Start(visits: 1);
        var results = await Together(() => [TestDatabase.Append(_log, entries[0]), TestDatabase.Append(_log, entries[1])]);
        Assert.Equal([1L, 2L], results.Cast<AppendResult.Appended>().Select(a => a.Head.Sequence));
        Assert.Equal(3, _log.Groups);
    }

    [Fact]
    public async Task An_entry_that_the_database_cannot_take_costs_the_others_nothing_and_is_told()
    {
        var (others, bad) = (new List<Task<AppendResult>>(), (Task<AppendResult>?)null);
        await Together(() =>
        {
            others.Add(Append("east"));
            bad = TestDatabase.Append(_log, Unstorable("bad"));
            others.Add(Append("west"));
            return others;
        });
        var told = await Assert.ThrowsAsync<StoreException>(() => bad!);
        Assert.IsNotType<AppendUnknownException>(told);
        Assert.Contains("took nothing", told.Message, StringComparison.Ordinal);
        Assert.Equal(["east", "held", "west"],
            (await _log.Cut(RegionCode.Nation, CancellationToken.None)).Select(h => h.Stream.Name));
    }

    [Fact]
    public async Task Of_processes_that_begin_the_same_streams_at_once_one_is_taken_each_and_the_others_learn_the_head()
    {
        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _database.Open()));
        foreach (var name in Enumerable.Range(0, 25).Select(i => $"c{i}"))
        {
            var entries = others.Select((_, i) => new Chain(new ChamberId(name), Sample.County).Start(visits: i)).ToList();
            var results = await Task.WhenAll(others.Select((log, i) => Task.Run(() => TestDatabase.Append(log, entries[i]))));
            var taken = Assert.Single(results.OfType<AppendResult.Appended>()).Head;
            Assert.All(results.OfType<AppendResult.HeadMoved>(), moved => Assert.Equal(taken, moved.Actual));
        }
        foreach (var log in others) await log.DisposeAsync();
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_commit_is_passed_over_and_all_is_recorded_once()
    {
        var (held, chain) = await HeldStream.Begin(_database, _log);
        await using var _ = held;
        var (first, second) = (TestDatabase.Append(_log, chain.Visit("visit-1")), Append("east"));
        await held.Entered();
        await held.BreakTheOther();
        await held.LetGo();
        Assert.IsType<AppendResult.Appended>(await first);
        Assert.IsType<AppendResult.Appended>(await second);
        Assert.Equal(2, await _log.Read(chain.Stream, 0, CancellationToken.None).CountAsync());
    }

    [Fact]
    public async Task What_was_not_sent_yet_can_be_called_back()
    {
        using var giveUp = new CancellationTokenSource();
        var chain = new Chain(Sample.East, Sample.County);
        var (called, late) = ((Task<AppendResult>?)null, chain.Start(visits: 1));
        await Together(() =>
        {
            called = _log.Append(chain.Stream, Head.Empty, late, giveUp.Token).AsTask();
            giveUp.Cancel();
            return [Append("west")];
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => called!);
        Assert.Empty(await _log.Read(chain.Stream, 0, CancellationToken.None).ToListAsync());
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.New();
        _log = await _database.Open();
    }

    public async Task DisposeAsync()
    {
        Assert.True((await PostgresVerify.Run(_database.Connection)).IsSound);
        await _log.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Sends appends while a group before them stands still, so that they wait and go together.</summary>
    private async Task<List<AppendResult>> Together(Func<List<Task<AppendResult>>> send)
    {
        var (held, chain) = await HeldStream.Begin(_database, _log);
        await using var _ = held;
        var first = TestDatabase.Append(_log, chain.Visit("visit-1"));
        await held.Entered();
        var waiting = send();
        Assert.False(first.IsCompleted);
        await held.LetGo();
        Assert.IsType<AppendResult.Appended>(await first);
        return [.. await Task.WhenAll(waiting)];
    }

    private Task<AppendResult> Append(string chamber, int visits = 0) =>
        TestDatabase.Append(_log, new Chain(new ChamberId(chamber), Sample.County).Start(visits));

    /// <summary>PostgreSQL's texts have no character of number zero.</summary>
    private static SealedEntry Unstorable(string chamber) => SealedEntry.Seal(StreamId.Of(new ChamberId(chamber)), Head.Empty,
        new Draft(Sample.Id("bad"), Sample.Clerk.Id, Sample.Now, null, new ActivityRecorded(new Fact(Sample.Project, Nature.Event,
            On.Parse("2026-03-01"), null, new Measured.Option("signed"), "bridge\0", null), null, [], [])));
}
