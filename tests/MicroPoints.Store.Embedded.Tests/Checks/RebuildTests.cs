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
        _store.ForgetDerived();
        Assert.Empty((await JournalRebuild.Run(_store.Root)).Differences);
        Assert.Equal(derived, await File.ReadAllTextAsync(_store.Places.Heads));
    }

    [Fact]
    public async Task A_wrong_tally_is_reported_once_and_written_right()
    {
        await _store.Write(_frames);
        var line = HeadsFile.Read(_store.Places.Heads).Single();
        var wrong = line with { Tally = Digest.OfText("wrong") };
        await File.WriteAllTextAsync(_store.Places.Heads, HeadsFile.Text([wrong]));
        var difference = Assert.Single((await JournalRebuild.Run(_store.Root)).Differences);
        Assert.Contains("chamber:east at sequence 4: derived tally", difference, StringComparison.Ordinal);
        Assert.Equal(line, HeadsFile.Read(_store.Places.Heads).Single());
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
