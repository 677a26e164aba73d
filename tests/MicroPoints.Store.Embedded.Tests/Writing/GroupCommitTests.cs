namespace MicroPoints.Store.Embedded.Tests;

public sealed class GroupCommitTests : IDisposable
{
    private readonly TempStore _store = new();
    private readonly HeldDisk _disk = new();

    [Fact]
    public async Task What_waits_while_a_flush_runs_is_written_by_the_next_one_together()
    {
        await using var log = Open();
        var first = await HeldIn(log);
        var waiting = Enumerable.Range(0, 64).Select(i => Append(log, $"c{i}")).ToList();
        _disk.LetGo();
        await Task.WhenAll(waiting);
        Assert.IsType<AppendResult.Appended>(await first);
        Assert.Equal((2, 2), (log.Groups, _disk.Flushes));
    }

    [Fact]
    public async Task A_lone_caller_never_waits_for_company()
    {
        await using var log = Open();
        for (var i = 0; i < 10; i++) await Append(log, $"c{i}");
        Assert.Equal(10, log.Groups);
    }

    [Fact]
    public async Task A_group_takes_no_more_than_it_may()
    {
        await using var log = Open(groupMax: 10);
        var first = await HeldIn(log);
        var waiting = Enumerable.Range(0, 64).Select(i => Append(log, $"c{i}")).ToList();
        _disk.LetGo();
        await Task.WhenAll([first, .. waiting]);
        Assert.Equal(1 + 7, log.Groups);
    }

    [Fact]
    public async Task Nothing_is_acknowledged_or_read_before_it_is_on_the_disk()
    {
        await using var log = Open();
        var first = await HeldIn(log);
        Assert.False(first.IsCompleted);
        Assert.Empty(await log.Cut(RegionCode.Nation, CancellationToken.None));
        _disk.LetGo();
        Assert.IsType<AppendResult.Appended>(await first);
        Assert.Single(await log.Cut(RegionCode.Nation, CancellationToken.None));
    }

    [Fact]
    public async Task A_moved_head_in_a_group_costs_the_others_nothing_and_names_a_durable_head()
    {
        await using var log = Open();
        var first = await HeldIn(log);
        var (winner, loser, other) = (Append(log, "east"), Append(log, "east", visits: 1), Append(log, "west"));
        _disk.LetGo();
        var appended = Assert.IsType<AppendResult.Appended>(await winner);
        Assert.Equal(appended.Head, Assert.IsType<AppendResult.HeadMoved>(await loser).Actual);
        Assert.IsType<AppendResult.Appended>(await other);
        Assert.IsType<AppendResult.Appended>(await first);
        Assert.Equal(2, log.Groups);
    }

    [Fact]
    public async Task Two_appends_of_one_stream_in_one_group_follow_each_other()
    {
        await using var log = Open();
        var first = await HeldIn(log);
        var frames = TempStore.Frames(Sample.East, visits: 1);
        var (one, two) = (TempStore.Append(log, frames[0]), TempStore.Append(log, frames[1]));
        _disk.LetGo();
        await Task.WhenAll(first, one);
        Assert.Equal(2, Assert.IsType<AppendResult.Appended>(await two).Head.Sequence);
    }

    public void Dispose() => _store.Dispose();

    private JournalEventLog Open(int groupMax = 4096) => _store.Open(new JournalOptions
    {
        GroupMax = groupMax,
        Disk = _disk,
    });

    /// <summary>An append that stands in its flush.</summary>
    private async Task<Task<AppendResult>> HeldIn(JournalEventLog log)
    {
        _disk.Hold();
        var first = Append(log, "first");
        await _disk.Entered();
        return first;
    }

    private static Task<AppendResult> Append(JournalEventLog log, string chamber, int visits = 0) =>
        TempStore.Append(log, new Chain(new ChamberId(chamber), Sample.County).Start(visits));
}
