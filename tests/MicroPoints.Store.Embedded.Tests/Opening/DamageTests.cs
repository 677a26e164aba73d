namespace MicroPoints.Store.Embedded.Tests;

public sealed class DamageTests : IDisposable
{
    private readonly TempStore _store = new();
    private readonly SealedEntry[][] _frames = TempStore.Frames(Sample.East, visits: 2);

    [Fact]
    public async Task Any_byte_flipped_before_the_last_group_is_refused_and_named_by_verify()
    {
        await _store.Forge(_frames);
        var whole = await File.ReadAllBytesAsync(_store.Journal);
        var (second, until) = _store.Groups()[1];
        for (var at = second; at < until; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x01;
            await File.WriteAllBytesAsync(_store.Journal, damaged);
            Assert.Contains($"at byte {second}", _store.RefusedToOpen(), StringComparison.Ordinal);
            var broken = JournalVerify.Run(_store.Root).Broken!;
            Assert.Equal((second, $"chamber:east at sequence 2: {broken.What}"), (broken.Offset, broken.ToString()[..^Where(broken)]));
            Assert.Equal(damaged, await File.ReadAllBytesAsync(_store.Journal));
        }

        static int Where(Broken broken) => $" ({broken.File} at byte {broken.Offset})".Length;
    }

    [Fact]
    public async Task A_length_that_ends_inside_its_frames_header_is_named_and_ends_nothing()
    {
        await _store.Forge(_frames);
        var whole = await File.ReadAllBytesAsync(_store.Journal);
        var (second, _) = _store.Groups()[1];
        for (var stated = Frame.PayloadBytesMin; stated < 160; stated++)
        {
            byte[] damaged = [.. whole];
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(damaged.AsSpan(second + GroupHeader.Bytes), stated);
            await File.WriteAllBytesAsync(_store.Journal, damaged);
            var broken = JournalVerify.Run(_store.Root).Broken;
            Assert.Equal((_frames[1][0].Stream, 2L), (broken?.Stream, broken?.Sequence));
        }
    }

    [Fact]
    public async Task A_byte_flipped_in_a_batch_names_the_entry_of_it_that_is_damaged()
    {
        var west = TempStore.Frames(Sample.West, visits: 0);
        await _store.Forge([.. _frames[0], .. _frames[1], .. _frames[2]], west[0]);
        var whole = await File.ReadAllBytesAsync(_store.Journal);
        byte[] id = [.. _frames[2][0].Id.Value.Select(c => (byte)c)];
        whole[whole.AsSpan().IndexOf(id)] ^= 0x01;
        await File.WriteAllBytesAsync(_store.Journal, whole);
        var broken = JournalVerify.Run(_store.Root).Broken;
        Assert.Equal((_frames[0][0].Stream, 3L), (broken?.Stream, broken?.Sequence));
    }

    [Fact]
    public async Task A_last_group_that_is_damaged_under_kept_heads_names_the_entry_that_is_gone()
    {
        var kept = Path.Combine(_store.Root, "kept-elsewhere");
        await File.WriteAllTextAsync(kept, HeadsFile.Text(await _store.Write(_frames)));
        var (last, until) = _store.Groups()[^1];
        var whole = await File.ReadAllBytesAsync(_store.Journal);
        whole.AsSpan(last, until - last).Fill(0xFF);
        await File.WriteAllBytesAsync(_store.Journal, whole);
        var broken = JournalVerify.Run(_store.Root, kept).Broken;
        Assert.Equal((_frames[0][0].Stream, 3L), (broken?.Stream, broken?.Sequence));
    }

    [Fact]
    public async Task Any_byte_flipped_in_a_segments_header_is_refused()
    {
        await _store.Forge(_frames);
        var whole = await File.ReadAllBytesAsync(_store.Journal);
        for (var at = 0; at < SegmentHeader.Bytes; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x01;
            await File.WriteAllBytesAsync(_store.Journal, damaged);
            Assert.Contains("at byte 0: the segment's header is damaged", _store.RefusedToOpen(), StringComparison.Ordinal);
            Assert.Equal(0, JournalVerify.Run(_store.Root).Broken?.Offset);
        }
    }

    [Fact]
    public async Task Groups_that_became_zeros_before_a_later_one_are_refused_and_named_by_verify()
    {
        await _store.Forge(_frames);
        var whole = await File.ReadAllBytesAsync(_store.Journal);
        var (second, until) = _store.Groups()[1];
        whole.AsSpan(second, until - second).Clear();
        await File.WriteAllBytesAsync(_store.Journal, whole);
        Assert.Contains($"at byte {second}: the log ends, but a later group", _store.RefusedToOpen(), StringComparison.Ordinal);
        var broken = JournalVerify.Run(_store.Root).Broken;
        Assert.Equal((second, _frames[1][0].Stream, 2L), (broken?.Offset, broken?.Stream, broken?.Sequence));
    }

    [Fact]
    public async Task A_group_that_moved_to_another_place_is_refused()
    {
        await _store.Forge(_frames);
        var whole = await File.ReadAllBytesAsync(_store.Journal);
        var (second, until) = _store.Groups()[1];
        await File.WriteAllBytesAsync(_store.Journal, [.. whole[..second], .. whole[until..]]);
        Assert.Contains($"at byte {second}: no group begins there", _store.RefusedToOpen(), StringComparison.Ordinal);
        var broken = JournalVerify.Run(_store.Root).Broken;
        Assert.Equal((_frames[1][0].Stream, 2L), (broken?.Stream, broken?.Sequence));
    }

    [Fact]
    public async Task A_frame_that_does_not_continue_its_stream_is_refused()
    {
        await _store.Forge(_frames[0], _frames[2]);
        Assert.Contains("chamber:east goes on at sequence 3", _store.RefusedToOpen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frame_found_damaged_while_running_is_an_error_and_not_an_empty_answer()
    {
        await _store.Write(_frames);
        await using var log = _store.Open();
        await using (var file = new FileStream(_store.Journal, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Position = SegmentHeader.Bytes + GroupHeader.Bytes + 100;
            file.WriteByte(0xFF);
        }
        var error = await Assert.ThrowsAsync<StoreException>(
            async () => await log.Read(_frames[0][0].Stream, 0, CancellationToken.None).ToListAsync());
        Assert.Contains($"at byte {SegmentHeader.Bytes + GroupHeader.Bytes}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_type_of_a_newer_version_is_refused_by_its_name()
    {
        await _store.Forge([Seal(new FromTheFuture())]);
        Assert.Contains("from-the-future/7", _store.RefusedToOpen(), StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();

    private static SealedEntry Seal(Entry body) => SealedEntry.Seal(StreamId.Of(Sample.East), Head.Empty,
        new Draft(Sample.Id("x"), Sample.Clerk.Id, Sample.Now, null, body));

    private sealed record FromTheFuture : Entry
    {
        public override string TypeName => "from-the-future/7";
        public override void Write(CanonicalWriter writer) => writer.Text("unknown");
    }
}
