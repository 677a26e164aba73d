using MicroPoints.Ledger;

namespace MicroPoints.Store.Embedded.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly TempStore _store = new();
    private readonly SealedEntry[][] _frames = TempStore.Frames(Sample.East, visits: 3);
    private readonly StreamId _east = StreamId.Of(Sample.East);

    [Fact]
    public async Task A_large_journal_is_not_read_as_far_as_the_checkpoint_covers_it_and_a_small_one_is()
    {
        await _store.Write(_frames);
        var damaged = _store.Groups()[1].From;
        await Flip(_store.Journal, damaged + 60);
        Assert.Contains($"at byte {damaged}: the group is damaged", _store.RefusedToOpen(), StringComparison.Ordinal);
        await using var log = _store.Open(new JournalOptions { CheckedAtOpeningBytes = 0 });
        Assert.Null(log.OpenedWithoutCheckpoint);
        Assert.Equal(4, (await log.Load(_east, 2026, [], CancellationToken.None)).Head.Sequence);
        await Assert.ThrowsAsync<StoreException>(async () => await log.Read(_east, 0, CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task What_was_appended_after_the_checkpoint_is_found_behind_it()
    {
        await _store.Write(_frames[..2]);
        var checkpoint = await File.ReadAllBytesAsync(_store.Places.Checkpoint);
        var heads = await _store.Write([.. _frames[2..], .. TempStore.Frames(Sample.West, visits: 1)]);
        await File.WriteAllBytesAsync(_store.Places.Checkpoint, checkpoint);
        await using var log = _store.Open();
        Assert.Null(log.OpenedWithoutCheckpoint);
        Assert.Equal(heads, await log.Cut(RegionCode.Nation, CancellationToken.None));
        Assert.Equal(_frames.Select(f => f[0].Hash), (await log.Read(_east, 0, CancellationToken.None).ToListAsync()).Select(e => e.Hash));
        foreach (var frame in _frames)
            Assert.Equal(frame[0].Hash, Assert.Single(await log.Find(_east, [frame[0].Id], CancellationToken.None)).Hash);
    }

    [Fact]
    public async Task A_chamber_is_taken_up_from_its_state_and_equals_the_fold_of_all_its_entries()
    {
        await using (var log = _store.Open())
            await RecordOver(log, Sample.Visit("v1"), Sample.ProjectStep("p1", "signed", "bridge"), Sample.Visit("v2"));
        var checkpoint = await File.ReadAllBytesAsync(_store.Places.Checkpoint);
        await using (var log = _store.Open())
            await RecordOver(log, Sample.Reversal("r1", "v1"), Sample.Visit("v3"), Sample.Reversal("r2", "p1"));
        await File.WriteAllBytesAsync(_store.Places.Checkpoint, checkpoint);
        await using var again = _store.Open();
        var state = (LedgerState)(await again.Load(_east, 2026, [Sample.Id("v2")], CancellationToken.None)).State;
        var whole = await again.LoadWhole<LedgerState>(_east, CancellationToken.None);
        Assert.True(state.IsPartial);
        Assert.Equal(3, state.Find(Sample.Id("v2"))?.Sequence - 1);
        Assert.Equal(FoldedState.Of(whole).Kept, FoldedState.Of(state).Kept);
        Assert.Equal(Sample.Id("r1"), state.ReversalOf(Sample.Id("v1")));
    }

    [Fact]
    public async Task A_checkpoint_with_any_byte_of_its_directory_damaged_is_not_believed_and_says_why()
    {
        var heads = await _store.Write(_frames);
        var whole = await File.ReadAllBytesAsync(_store.Places.Checkpoint);
        var blocks = whole.Length - new CheckpointView(_store).DirectoryBytes;
        foreach (var at in Enumerable.Range(0, CheckpointFile.HeaderBytes).Concat(Enumerable.Range(blocks, whole.Length - blocks)))
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x01;
            await File.WriteAllBytesAsync(_store.Places.Checkpoint, damaged);
            await using var log = _store.Open();
            Assert.Contains("derived/checkpoint cannot be used", log.OpenedWithoutCheckpoint, StringComparison.Ordinal);
            Assert.Equal(heads, await log.Cut(RegionCode.Nation, CancellationToken.None));
        }
        Assert.Equal(whole, await File.ReadAllBytesAsync(_store.Places.Checkpoint));
    }

    [Fact]
    public async Task A_damaged_state_is_folded_from_the_journal_instead()
    {
        await _store.Write(_frames);
        var kept = new CheckpointView(_store).Stream(_east);
        await Flip(_store.Places.Checkpoint, (int)kept.StateOffset + 20);
        await using var log = _store.Open();
        var state = (await log.Load(_east, 2026, [], CancellationToken.None)).State;
        Assert.Equal((false, 4), (state.IsPartial, state.Head.Sequence));
    }

    [Fact]
    public async Task A_damaged_index_is_an_error_that_names_the_remedy_and_rebuilding_mends_it()
    {
        await _store.Write(_frames);
        await Flip(_store.Places.Checkpoint, (int)new CheckpointView(_store).Stream(_east).Offset + 3);
        await using (var log = _store.Open())
        {
            var error = await Assert.ThrowsAnyAsync<StoreException>(
                async () => await log.Find(_east, [Sample.Id("visit-1")], CancellationToken.None));
            Assert.Contains("the index of chamber:east is damaged", error.Message, StringComparison.Ordinal);
            Assert.Contains("micropoints rebuild", error.Message, StringComparison.Ordinal);
        }
        await JournalRebuild.Run(_store.Root);
        await using var mended = _store.Open();
        Assert.Single(await mended.Find(_east, [Sample.Id("visit-1")], CancellationToken.None));
    }

    [Fact]
    public async Task A_damaged_checkpoint_does_not_hinder_a_close_and_the_next_opening_reads_the_journal()
    {
        await _store.Write([.. _frames, .. TempStore.Frames(Sample.West, visits: 1)]);
        await Flip(_store.Places.Checkpoint, (int)new CheckpointView(_store).Stream(StreamId.Of(Sample.West)).Offset + 3);
        await _store.Write(new Chain(Sample.Union, Sample.County).Start(visits: 9));
        Assert.False(File.Exists(_store.Places.Checkpoint));
        await using var log = _store.Open();
        Assert.Contains("is missing", log.OpenedWithoutCheckpoint, StringComparison.Ordinal);
        Assert.Equal(3, (await log.Cut(RegionCode.Nation, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_log_that_ends_before_its_checkpoint_is_refused()
    {
        await _store.Write(_frames);
        var whole = await _store.Whole();
        File.Delete(_store.Places.Heads);
        foreach (var (from, until) in _store.Groups()[1..])
        {
            await File.WriteAllBytesAsync(_store.Journal, whole[..from]);
            Assert.Contains("sequence 4 of chamber:east, which", _store.RefusedToOpen(), StringComparison.Ordinal);
            Assert.Contains("derived/checkpoint", _store.RefusedToOpen(), StringComparison.Ordinal);
            await File.WriteAllBytesAsync(_store.Journal, whole[..(until - 300)]);
            if (until == whole.Length) Assert.Contains("sequence 4", _store.RefusedToOpen(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_checkpoint_of_another_journal_is_not_believed()
    {
        using var other = new TempStore();
        await other.Write([.. _frames, .. TempStore.Frames(Sample.West, visits: 9)]);
        await _store.Write(_frames[0]);
        File.Copy(other.Places.Checkpoint, _store.Places.Checkpoint, overwrite: true);
        await using var log = _store.Open();
        Assert.Contains("of another journal", log.OpenedWithoutCheckpoint, StringComparison.Ordinal);
        Assert.Equal(1, (await log.Cut(RegionCode.Nation, CancellationToken.None)).Find(_east).Sequence);
    }

    [Fact]
    public async Task A_running_log_writes_checkpoints_beside_its_writer()
    {
        var chain = new Chain(Sample.East, Sample.County);
        using var copy = new TempStore();
        await using (var log = _store.Open(new JournalOptions { CheckpointEveryBytes = 4096 }))
        {
            await TempStore.Append(log, chain.Registration());
            for (var i = 0; i < 200; i++) await TempStore.Append(log, chain.Visit($"visit-{i}"));
            for (var i = 0; i < 1500 && !File.Exists(_store.Places.Checkpoint); i++) await Task.Delay(20);
            Assert.Null(log.CheckpointFailure);
            // What a power cut would leave: the log is not closed. Copied one after the other, so a checkpoint comes before what it is of,
            // and one that is being written has a name of its own.
            foreach (var file in Directory.EnumerateFiles(_store.Root, "*", SearchOption.AllDirectories)
                .Where(f => !f.EndsWith("lock") && !f.EndsWith(".new")).OrderByDescending(f => f == _store.Places.Checkpoint).ToList())
            {
                var there = Path.Combine(copy.Root, Path.GetRelativePath(_store.Root, file));
                Directory.CreateDirectory(Path.GetDirectoryName(there)!);
                File.Copy(file, there);
            }
        }
        await using var again = copy.Open();
        Assert.Null(again.OpenedWithoutCheckpoint);
        Assert.Equal(chain.Head, (await again.Load(_east, 2026, [], CancellationToken.None)).Head);
        Assert.Equal(201, (await again.Read(_east, 0, CancellationToken.None).ToListAsync()).Count);
    }

    [Fact]
    public void Ids_that_share_a_hash_are_all_found()
    {
        ulong[] ids = [7, 9, 7, 7 + 16, 9];
        var table = new IdTable();
        Assert.Equal([0, 2], table.Find(ids, 7));
        Assert.Equal([1, 4], table.Find(ids, 9));
        Assert.Empty(table.Find(ids, 8));
        Assert.Equal([0, 2, 5], table.Find([.. ids, 7, .. Enumerable.Range(100, 50).Select(i => (ulong)i)], 7));
    }

    [Fact]
    public void The_hash_of_an_id_never_changes()
    {
        Assert.Equal(0xF2AC0FEDE11EB77EUL, EntryHash.Of(new EntryId("visit-1")));
        Assert.Equal(EntryHash.Of("visit-1"u8), EntryHash.Of(new EntryId("visit-1")));
    }

    public void Dispose() => _store.Dispose();

    private async Task RecordOver(JournalEventLog log, params LedgerCommand[] commands)
    {
        var host = new ChamberHost(
            log, new KindsInForce(Sample.Kinds), new ManualClock(Sample.Now), new SeededSalts("checkpoint"), new NoRulesInForce());
        if ((await log.Cut(RegionCode.Nation, CancellationToken.None)).Count == 0)
            commands = [new ChangeChamber(Sample.Registration("East", Sample.County)), .. commands];
        foreach (var command in commands)
            Assert.IsType<Answer.Recorded>(await host.Run(Sample.East, Sample.Clerk, command, CancellationToken.None));
    }

    private static async Task Flip(string path, int at)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[at] ^= 0x01;
        await File.WriteAllBytesAsync(path, bytes);
    }
}
