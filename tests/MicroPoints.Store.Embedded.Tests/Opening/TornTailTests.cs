namespace MicroPoints.Store.Embedded.Tests;

public sealed class TornTailTests : IDisposable
{
    private readonly TempStore _store = new();
    private readonly SealedEntry[][] _frames = TempStore.Frames(Sample.East, visits: 2);

    [Fact]
    public async Task A_tail_torn_at_any_byte_of_the_last_group_is_cut_and_nothing_else_is_lost()
    {
        var (whole, kept) = await Written();
        for (var length = kept; length < whole.Length - Padding; length++)
        {
            await Put(whole[..length]);
            Assert.Equal(2, (await _store.Reopened()).Find(_frames[0][0].Stream).Sequence);
            Assert.Equal(kept, new FileInfo(_store.Journal).Length);
        }
    }

    [Fact]
    public async Task A_last_group_that_lacks_only_zeros_behind_its_frames_is_whole()
    {
        var (whole, _) = await Written();
        await Put(whole[..^Padding]);
        Assert.Equal(3, (await _store.Reopened()).Find(_frames[0][0].Stream).Sequence);
    }

    [Fact]
    public async Task A_last_group_with_any_byte_damaged_is_cut()
    {
        var (whole, kept) = await Written();
        for (var at = kept; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            await Put(damaged);
            Assert.Equal(2, (await _store.Reopened()).Find(_frames[0][0].Stream).Sequence);
        }
    }

    [Fact]
    public async Task A_group_is_there_as_a_whole_or_not_at_all()
    {
        await _store.Forge(_frames[0]);
        var kept = (int)new FileInfo(_store.Journal).Length;
        await _store.AppendGroup([.. Frame.Encode(_frames[1]), .. Frame.Encode(_frames[2])], number: 2);
        var whole = await File.ReadAllBytesAsync(_store.Journal);
        // Its first frame is intact and its second is not; a power cut keeps sectors in any order.
        whole[kept + GroupHeader.Bytes + Frame.Encode(_frames[1]).Length + 100] ^= 1;
        await Put(whole);
        Assert.Equal(1, (await _store.Reopened()).Find(_frames[0][0].Stream).Sequence);
    }

    [Fact]
    public async Task Zeros_behind_the_last_group_are_room_and_stay()
    {
        var (whole, _) = await Written();
        await Put([.. whole, .. new byte[4096]]);
        await using var log = _store.Open();
        Assert.Equal(0, log.BytesCut);
        Assert.Equal(whole.Length + 4096, new FileInfo(_store.Journal).Length);
    }

    [Fact]
    public async Task Bytes_of_an_unfinished_group_behind_zeros_are_cut()
    {
        var (whole, _) = await Written();
        await Put([.. whole, .. new byte[4096], 1, 2, 3, .. new byte[512]]);
        await using var log = _store.Open();
        Assert.Equal(4096 + 3, log.BytesCut);
        Assert.Equal(whole.Length, new FileInfo(_store.Journal).Length);
    }

    [Fact]
    public async Task After_a_cut_the_same_entry_is_appended_again()
    {
        var (whole, kept) = await Written();
        await Put(whole[..(kept + 20)]);
        var heads = await _store.Write(_frames[2]);
        Assert.Equal(_frames[2][0].Head, heads.Find(_frames[0][0].Stream));
        Assert.Equal(whole, await _store.Whole());
    }

    [Fact]
    public async Task A_torn_tail_that_the_kept_heads_name_is_refused_and_not_cut()
    {
        await _store.Write(_frames);
        var whole = await _store.Whole();
        await File.WriteAllBytesAsync(_store.Journal, whole[..^(Padding + 1)]);
        _store.ForgetCheckpoint();
        var said = _store.RefusedToOpen();
        Assert.Contains("sequence 3 of chamber:east", said, StringComparison.Ordinal);
        Assert.Contains("micropoints verify", said, StringComparison.Ordinal);
        Assert.Equal(whole.Length - Padding - 1, new FileInfo(_store.Journal).Length);
    }

    [Fact]
    public async Task A_log_that_ends_cleanly_before_the_kept_heads_is_refused()
    {
        await _store.Write(_frames);
        var whole = await _store.Whole();
        await File.WriteAllBytesAsync(_store.Journal, whole[.._store.Groups()[2].From]);
        _store.ForgetCheckpoint();
        Assert.Contains("derived/heads", _store.RefusedToOpen(), StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();

    /// <summary>The zeros behind the last group's frames.</summary>
    private int Padding
    {
        get
        {
            var bytes = Frame.Encode(_frames[2]).Length;
            return (int)GroupHeader.Aligned(bytes) - GroupHeader.Bytes - bytes;
        }
    }

    /// <summary>Three groups as a crash leaves them: nothing derived was kept.</summary>
    private async Task<(byte[] Whole, int Kept)> Written()
    {
        await _store.Write(_frames);
        var whole = await _store.Whole();
        _store.ForgetDerived();
        return (whole, _store.Groups()[2].From);
    }

    private async Task Put(byte[] journal)
    {
        if (Directory.Exists(_store.Places.Derived)) _store.ForgetDerived();
        await File.WriteAllBytesAsync(_store.Journal, journal);
    }
}
