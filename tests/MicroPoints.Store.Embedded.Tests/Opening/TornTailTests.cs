namespace MicroPoints.Store.Embedded.Tests;

public sealed class TornTailTests : IDisposable
{
    private readonly TempStore _store = new();
    private readonly SealedEntry[][] _frames = TempStore.Frames(Sample.East, visits: 2);

    [Fact]
    public async Task A_tail_torn_at_any_byte_of_the_last_frame_is_cut_and_nothing_else_is_lost()
    {
        var (whole, kept) = await Written();
        for (var length = kept; length < whole.Length; length++)
        {
            await Put(whole[..length]);
            Assert.Equal(2, (await _store.Reopened()).Find(_frames[0][0].Stream).Sequence);
            Assert.Equal(kept, new FileInfo(_store.Journal).Length);
        }
    }

    [Fact]
    public async Task A_last_frame_with_any_byte_damaged_is_cut()
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
    public async Task A_tail_of_zeros_is_cut()
    {
        var (whole, _) = await Written();
        await Put([.. whole, .. new byte[4096]]);
        await using var log = _store.Open();
        Assert.Equal(4096, log.BytesCut);
        Assert.Equal(whole.Length, new FileInfo(_store.Journal).Length);
    }

    [Fact]
    public async Task After_a_cut_the_same_entry_is_appended_again()
    {
        var (whole, kept) = await Written();
        await Put(whole[..(kept + 20)]);
        var heads = await _store.Write(_frames[2]);
        Assert.Equal(_frames[2][0].Head, heads.Find(_frames[0][0].Stream));
        Assert.Equal(whole, await File.ReadAllBytesAsync(_store.Journal));
    }

    [Fact]
    public async Task A_torn_tail_that_the_kept_heads_name_is_refused_and_not_cut()
    {
        await _store.Write(_frames);
        var whole = await File.ReadAllBytesAsync(_store.Journal);
        await File.WriteAllBytesAsync(_store.Journal, whole[..^1]);
        var said = _store.RefusedToOpen();
        Assert.Contains("sequence 3 of chamber:east", said, StringComparison.Ordinal);
        Assert.Contains("micropoints verify", said, StringComparison.Ordinal);
        Assert.Equal(whole.Length - 1, new FileInfo(_store.Journal).Length);
    }

    [Fact]
    public async Task A_log_that_ends_cleanly_before_the_kept_heads_is_refused()
    {
        await _store.Write(_frames);
        var last = Frame.Encode(_frames[2]).Length;
        await File.WriteAllBytesAsync(_store.Journal, (await File.ReadAllBytesAsync(_store.Journal))[..^last]);
        Assert.Contains("derived/heads", _store.RefusedToOpen(), StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();

    /// <summary>Three frames as a crash leaves them: no heads were kept.</summary>
    private async Task<(byte[] Whole, int Kept)> Written()
    {
        await _store.Write(_frames);
        var whole = await File.ReadAllBytesAsync(_store.Journal);
        _store.ForgetDerived();
        return (whole, whole.Length - Frame.Encode(_frames[2]).Length);
    }

    private async Task Put(byte[] journal)
    {
        if (Directory.Exists(_store.Places.Derived)) _store.ForgetDerived();
        await File.WriteAllBytesAsync(_store.Journal, journal);
    }
}
