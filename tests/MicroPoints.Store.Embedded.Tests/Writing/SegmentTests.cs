namespace MicroPoints.Store.Embedded.Tests;

public sealed class SegmentTests : IDisposable
{
    private static readonly JournalOptions Small = new() { SegmentBytes = 8 << 10 };

    private readonly TempStore _store = new();
    private readonly Chain _east = new(Sample.East, Sample.County);

    [Fact]
    public async Task A_full_segment_is_followed_by_the_next_and_all_are_read_back()
    {
        await using (var log = _store.Open(Small)) await AppendVisits(log, 60);
        Assert.True(Segments().Count > 2);
        Assert.All(Segments().SkipLast(1), s => Assert.InRange(s.Length, 1, 8 << 10));
        File.Delete(_store.Places.Checkpoint);
        Assert.Equal(_east.Head, (await _store.Reopened()).Find(_east.Stream));
        Assert.Equal(61, JournalVerify.Run(_store.Root).Entries);
    }

    [Fact]
    public async Task An_append_larger_than_a_segment_has_one_of_its_own()
    {
        await using (var log = _store.Open(Small))
        {
            await TempStore.Append(log, _east.Registration());
            await TempStore.Append(log, [.. Enumerable.Range(0, 80).Select(i => _east.Visit($"visit-{i}"))]);
            await TempStore.Append(log, _east.Visit("last"));
        }
        Assert.Equal(3, Segments().Count(s => s.Length > SegmentHeader.Bytes && s.Name.EndsWith(".log", StringComparison.Ordinal)));
        File.Delete(_store.Places.Checkpoint);
        Assert.Equal(82, (await _store.Reopened()).Find(_east.Stream).Sequence);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_segment_that_is_missing_is_refused_by_opening_and_named_by_verify(int missing)
    {
        await using (var log = _store.Open(Small)) await AppendVisits(log, 60);
        File.Delete(Path.Combine(_store.Root, SegmentFiles.NameOf(missing)));
        Assert.Contains("a later group stands intact", _store.RefusedToOpen(), StringComparison.Ordinal);
        _store.ForgetDerived();
        Assert.Contains("a later group stands intact", _store.RefusedToOpen(), StringComparison.Ordinal);
        Assert.Contains(SegmentFiles.NameOf(missing - 1), JournalVerify.Run(_store.Root).Broken?.File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_segment_of_another_journal_is_refused()
    {
        using var other = new TempStore();
        await using (var log = _store.Open(Small)) await AppendVisits(log, 60);
        await using (var log = other.Open(Small)) await AppendVisits(log, 60, new Chain(Sample.East, Sample.County));
        File.Copy(Path.Combine(other.Root, SegmentFiles.NameOf(2)), Path.Combine(_store.Root, SegmentFiles.NameOf(2)), overwrite: true);
        _store.ForgetDerived();
        Assert.Contains("the segment is of another journal", _store.RefusedToOpen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_store_takes_little_room_and_holds_zeros_ahead()
    {
        await _store.Write(_east.Start(visits: 3));
        Assert.Equal(SegmentWriter.StepBytesMin, Assert.Single(Segments()).Length);
    }

    [Fact]
    public async Task A_store_that_is_only_read_is_left_as_it_is()
    {
        await _store.Write(_east.Start(visits: 3));
        var whole = await _store.Whole();
        await using (var log = _store.Open()) await log.Load(_east.Stream, 2026, [], CancellationToken.None);
        Assert.Equal(whole, await File.ReadAllBytesAsync(_store.Journal));
    }

    [Fact]
    public async Task Zeros_are_written_ahead_of_the_groups_in_growing_steps()
    {
        await using var log = _store.Open();
        await AppendVisits(log, 1);
        for (var i = 0; i < 24; i++)
            await TempStore.Append(log, [.. Enumerable.Range(0, 100).Select(n => _east.Visit($"visit-{i}-{n}"))]);
        for (var i = 0; i < 200 && Segments()[0].Length < 2 * SegmentWriter.StepBytesMin; i++) await Task.Delay(10);
        Assert.Equal(2 * SegmentWriter.StepBytesMin, Segments()[0].Length);
    }

    [Fact]
    public async Task A_disk_that_has_no_room_for_zeros_may_still_have_room_for_groups()
    {
        var disk = new NoRoomForZeros();
        await using (var log = _store.Open(Small with { SegmentBytes = 4 << 20, Disk = disk }))
        {
            await TempStore.Append(log, _east.Registration());
            disk.IsFull = true;
            for (var i = 0; i < 16; i++)
                await TempStore.Append(log, [.. Enumerable.Range(0, 200).Select(n => _east.Visit($"visit-{i}-{n}"))]);
        }
        Assert.Equal(3201, (await _store.Reopened()).Find(_east.Stream).Sequence);
    }

    public void Dispose() => _store.Dispose();

    private async Task AppendVisits(JournalEventLog log, int visits, Chain? chain = null)
    {
        chain ??= _east;
        await TempStore.Append(log, chain.Registration());
        for (var i = 0; i < visits; i++) await TempStore.Append(log, chain.Visit($"visit-{i}", "走访会员企业"));
    }

    private List<FileInfo> Segments() =>
        [.. new DirectoryInfo(_store.Root).EnumerateFiles("journal-*").OrderBy(f => f.Name, StringComparer.Ordinal)];

    private sealed class NoRoomForZeros : Disk
    {
        public bool IsFull { get; set; }

        public override DiskFile Open(string path, FileMode mode) => new File(this, path, mode);

        private sealed class File(NoRoomForZeros disk, string path, FileMode mode) : DiskFile(path, mode)
        {
            public override void Write(ReadOnlySpan<byte> bytes, long offset)
            {
                if (disk.IsFull && bytes.Length == SegmentWriter.StepBytesMin && !bytes.ContainsAnyExcept((byte)0))
                    throw new IOException("No space left on device", 28);
                base.Write(bytes, offset);
            }
        }
    }
}
