namespace MicroPoints.Store.Embedded.Tests;

public sealed class FailingDiskTests : IDisposable
{
    private readonly TempStore _store = new();
    private readonly SealedEntry[][] _frames = TempStore.Frames(Sample.East, visits: 1);
    private readonly List<StoreException> _fatal = [];
    private readonly FailingDisk _disk = new();

    [Fact]
    public async Task A_full_disk_makes_the_result_unknown_and_ends_the_log_with_what_to_do()
    {
        await using var log = Open();
        _disk.BytesTaken = 0;
        var unknown = await Assert.ThrowsAsync<AppendUnknownException>(() => TempStore.Append(log, _frames[0]));
        Assert.Contains("unknown", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("is full. Free some space", unknown.Message, StringComparison.Ordinal);
        Assert.Single(_fatal);
    }

    [Fact]
    public async Task After_a_failure_everything_is_refused_even_if_the_disk_recovers()
    {
        await using var log = Open();
        _disk.FlushFails = true;
        await Assert.ThrowsAsync<AppendUnknownException>(() => TempStore.Append(log, _frames[0]));
        _disk.FlushFails = false;
        var refused = await Assert.ThrowsAsync<StoreException>(() => TempStore.Append(log, _frames[0]));
        Assert.Contains("nothing more is written", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await log.Cut(RegionCode.Nation, CancellationToken.None));
        Assert.Single(_fatal);
    }

    [Fact]
    public async Task A_half_written_append_is_gone_after_a_restart_and_what_was_acknowledged_is_not()
    {
        await using (var log = Open())
        {
            await TempStore.Append(log, _frames[0]);
            _disk.BytesTaken = 40;
            await Assert.ThrowsAsync<AppendUnknownException>(() => TempStore.Append(log, _frames[1]));
        }
        _disk.BytesTaken = null;
        await using var again = _store.Open();
        Assert.Equal(40, again.BytesCut);
        Assert.Equal(_frames[0][0].Head, (await again.Cut(RegionCode.Nation, CancellationToken.None)).Single().Head);
    }

    [Fact]
    public async Task A_failed_log_keeps_no_heads_when_it_closes()
    {
        await using (var log = Open())
        {
            _disk.FlushFails = true;
            await Assert.ThrowsAsync<AppendUnknownException>(() => TempStore.Append(log, _frames[0]));
        }
        Assert.False(File.Exists(_store.Places.Heads));
    }

    public void Dispose() => _store.Dispose();

    private JournalEventLog Open() => _store.Open(new JournalOptions
    {
        Disk = _disk,
        OnFatal = _fatal.Add,
    });
}
