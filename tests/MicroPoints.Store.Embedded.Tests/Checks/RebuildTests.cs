using MicroPoints.Ledger;

namespace MicroPoints.Store.Embedded.Tests;

public sealed class RebuildTests : IDisposable
{
    private readonly TempStore _store = new();
    private readonly SealedEntry[][] _frames = TempStore.Frames(Sample.East, visits: 3);

    [Fact]
    public async Task What_was_derived_by_closing_is_what_rebuilding_derives()
    {
        await _store.Write(_frames);
        var derived = await File.ReadAllTextAsync(_store.Places.Heads);
        var report = await JournalRebuild.Run(_store.Root);
        Assert.Equal((1, 4, 0), (report.Streams, report.Entries, report.Differences.Count));
        Assert.Equal(derived, await File.ReadAllTextAsync(_store.Places.Heads));
    }

    [Fact]
    public async Task What_was_deleted_is_derived_again()
    {
        await _store.Write(_frames);
        var derived = await File.ReadAllTextAsync(_store.Places.Heads);
        var checkpoint = await File.ReadAllBytesAsync(_store.Places.Checkpoint);
        _store.ForgetDerived();
        Assert.Empty((await JournalRebuild.Run(_store.Root)).Differences);
        Assert.Equal(derived, await File.ReadAllTextAsync(_store.Places.Heads));
        Assert.Equal(checkpoint, await File.ReadAllBytesAsync(_store.Places.Checkpoint));
    }

    [Fact]
    public async Task A_wrong_state_is_reported_once_and_written_right()
    {
        await _store.Write(_frames);
        var right = await File.ReadAllBytesAsync(_store.Places.Checkpoint);
        await using (var log = _store.Open())
        {
            var wrong = FoldedState.Of(new LedgerState(Sample.East)) is var other
                ? other with { Kept = other.Kept with { Sequence = 4 } } : null;
            log.KeepStates(new Dictionary<StreamId, FoldedState> { [StreamId.Of(Sample.East)] = wrong! });
        }
        var difference = Assert.Single((await JournalRebuild.Run(_store.Root)).Differences);
        Assert.Contains("chamber:east at sequence 4", difference, StringComparison.Ordinal);
        Assert.Contains("has the state", difference, StringComparison.Ordinal);
        Assert.Equal(right, await File.ReadAllBytesAsync(_store.Places.Checkpoint));
        Assert.Empty((await JournalRebuild.Run(_store.Root)).Differences);
    }

    [Fact]
    public async Task A_damaged_checkpoint_is_reported_and_written_anew()
    {
        await _store.Write(_frames);
        var right = await File.ReadAllBytesAsync(_store.Places.Checkpoint);
        for (var at = 0; at < right.Length; at += 7)
        {
            byte[] damaged = [.. right];
            damaged[at] ^= 0x40;
            await File.WriteAllBytesAsync(_store.Places.Checkpoint, damaged);
            var difference = Assert.Single((await JournalRebuild.Run(_store.Root)).Differences);
            Assert.Contains("derived/checkpoint", difference, StringComparison.Ordinal);
            Assert.Equal(right, await File.ReadAllBytesAsync(_store.Places.Checkpoint));
        }
    }

    [Fact]
    public async Task Heads_of_an_earlier_close_are_compared_where_they_stood()
    {
        await _store.Write(_frames[..2]);
        var early = await File.ReadAllTextAsync(_store.Places.Heads);
        await _store.Write(_frames[2..]);
        await File.WriteAllTextAsync(_store.Places.Heads, early);
        Assert.Empty((await JournalRebuild.Run(_store.Root)).Differences);
        Assert.Equal(4, HeadsFile.Read(_store.Places.Heads).Single().Head.Sequence);
    }

    [Fact]
    public async Task Unreadable_heads_refuse_to_open_and_rebuilding_mends_them()
    {
        await _store.Write(_frames);
        await File.WriteAllTextAsync(_store.Places.Heads, "micropoints-heads/1\nchamber:east 4");
        Assert.Contains("micropoints rebuild", _store.RefusedToOpen(), StringComparison.Ordinal);
        Assert.Single((await JournalRebuild.Run(_store.Root)).Differences);
        Assert.Single(await _store.Reopened());
    }

    [Fact]
    public async Task A_truncated_log_is_never_rebuilt_as_if_it_were_whole()
    {
        await _store.Write(_frames);
        var derived = await File.ReadAllTextAsync(_store.Places.Heads);
        var whole = await _store.Whole();
        await File.WriteAllBytesAsync(_store.Journal, whole[.._store.Groups()[0].Until]);
        await Assert.ThrowsAsync<StoreException>(async () => await JournalRebuild.Run(_store.Root));
        Assert.Equal(derived, await File.ReadAllTextAsync(_store.Places.Heads));
    }

    public void Dispose() => _store.Dispose();
}
