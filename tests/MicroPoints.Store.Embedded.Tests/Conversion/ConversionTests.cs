namespace MicroPoints.Store.Embedded.Tests;

public sealed class ConversionTests : IDisposable
{
    private readonly TempStore _store = new();
    private readonly SealedEntry[][] _frames = [.. TempStore.Frames(Sample.East, visits: 40), .. TempStore.Frames(Sample.West, visits: 2)];
    private readonly StreamId _east = StreamId.Of(Sample.East);

    [Fact]
    public async Task A_journal_of_format_1_is_converted_when_it_is_opened_and_the_old_file_is_kept()
    {
        _store.PutFormat1(_frames);
        var old = await File.ReadAllBytesAsync(_store.Journal);
        await using (var log = _store.Open(new JournalOptions { SegmentBytes = 4096 }))
        {
            Assert.Equal(_frames.Where(f => f[0].Stream == _east).Select(f => f[0].Hash),
                (await log.Read(_east, 0, CancellationToken.None).ToListAsync()).Select(e => e.Hash));
            Assert.IsType<AppendResult.Appended>(await TempStore.Append(log, new Chain(Sample.Union, Sample.County).Registration()));
        }
        Assert.Equal("micropoints-journal/2\n", await File.ReadAllTextAsync(_store.Places.Format));
        Assert.Equal(old, await File.ReadAllBytesAsync(Path.Combine(_store.Root, "journal-1.old")));
        Assert.Equal(_frames.Length + 1, JournalVerify.Run(_store.Root).Entries);
    }

    [Fact]
    public async Task A_torn_tail_is_left_behind_in_the_old_file()
    {
        _store.PutFormat1(_frames);
        await File.WriteAllBytesAsync(_store.Journal, (await File.ReadAllBytesAsync(_store.Journal))[..^3]);
        Assert.Equal(2, (await _store.Reopened()).Find(StreamId.Of(Sample.West)).Sequence);
    }

    [Fact]
    public async Task A_damaged_old_journal_is_refused_and_left_as_it_is()
    {
        _store.PutFormat1(_frames);
        var bytes = await File.ReadAllBytesAsync(_store.Journal);
        var second = Frame.Encode(_frames[0]).Length;
        bytes[second + 50] ^= 1;
        await File.WriteAllBytesAsync(_store.Journal, bytes);
        Assert.Contains($"at byte {second}: a frame is damaged", _store.RefusedToOpen(), StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_store.Journal));
        Assert.False(File.Exists(Path.Combine(_store.Root, "journal-1.old")));
    }

    [Fact]
    public async Task An_old_journal_that_ends_before_its_heads_is_refused()
    {
        _store.PutFormat1(_frames[..3]);
        Directory.CreateDirectory(_store.Places.Derived);
        await File.WriteAllTextAsync(_store.Places.Heads,
            $"micropoints-heads/1\n{_east} 4 {_frames[3][0].Hash} {_frames[0][0].Hash}\nend 1\n");
        Assert.Contains("lacks sequence 4 of chamber:east", _store.RefusedToOpen(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_journals_of_format_1_are_refused_before_anything_is_thrown_away()
    {
        _store.PutFormat1(_frames);
        File.Copy(_store.Journal, Path.Combine(_store.Root, "journal-1.old"));
        Assert.Contains("two journals of format 1", _store.RefusedToOpen(), StringComparison.Ordinal);
        Assert.True(File.Exists(_store.Journal));
    }

    [Fact]
    public void Verifying_an_unconverted_journal_says_how_to_convert_it()
    {
        _store.PutFormat1(_frames);
        var said = Assert.Throws<StoreException>(() => JournalVerify.Run(_store.Root)).Message;
        Assert.Contains("is in format 1", said, StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();
}
