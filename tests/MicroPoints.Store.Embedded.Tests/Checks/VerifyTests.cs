using MicroPoints.Activities;
using MicroPoints.Ledger;

namespace MicroPoints.Store.Embedded.Tests;

public sealed class VerifyTests : IDisposable
{
    private readonly TempStore _store = new();
    private readonly SealedEntry[][] _frames = TempStore.Frames(Sample.East, visits: 3);

    [Fact]
    public async Task A_sound_log_is_verified_to_its_heads()
    {
        var heads = await _store.Write([.. _frames, .. TempStore.Frames(Sample.West, visits: 1)]);
        var report = JournalVerify.Run(_store.Root);
        Assert.True(report.IsSound);
        Assert.Equal((6, 0), (report.Entries, report.BytesTorn));
        Assert.Equal(heads, report.Heads);
    }

    [Fact]
    public async Task Content_changed_under_a_right_check_sum_names_stream_and_sequence()
    {
        var visit = _frames[2][0];
        var recorded = (ActivityRecorded)visit.Body;
        var more = recorded with { Fact = recorded.Fact with { Measured = new Measured.Count(100) } };
        await _store.Forge(_frames[0], _frames[1], [visit with { Body = more }], _frames[3]);
        var broken = JournalVerify.Run(_store.Root).Broken;
        Assert.Equal((visit.Stream, 3L), (broken?.Stream, broken?.Sequence));
        Assert.Contains("hash", broken?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_left_out_names_stream_and_sequence()
    {
        await _store.Forge(_frames[0], _frames[1], _frames[3]);
        var broken = JournalVerify.Run(_store.Root).Broken;
        Assert.Equal("sequence 3 is missing", broken?.What);
    }

    [Fact]
    public async Task A_chain_that_was_cut_and_joined_again_names_the_first_entry_that_does_not_fit()
    {
        var other = new Chain(Sample.East, Sample.Elsewhere).Start(visits: 3);
        await _store.Forge(_frames[0], _frames[1], [other[2]]);
        var broken = JournalVerify.Run(_store.Root).Broken;
        Assert.Equal((_frames[0][0].Stream, 3L), (broken?.Stream, broken?.Sequence));
        Assert.Contains("does not seal", broken?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_changed_beside_its_sealed_digest_is_named()
    {
        var chain = new Chain(Sample.East, Sample.County);
        var (register, visit) = (chain.Registration(), chain.Visit("visit-1", "three members"));
        await _store.Forge([register], [visit with { Reason = visit.Reason! with { Text = "thirty members" } }]);
        var broken = JournalVerify.Run(_store.Root).Broken;
        Assert.Contains("the reason's text is not the one that was sealed", broken?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heads_file_kept_elsewhere_detects_a_truncated_log()
    {
        var heads = Path.Combine(_store.Root, "kept-elsewhere");
        await File.WriteAllTextAsync(heads, HeadsFile.Text(await _store.Write(_frames)));
        await _store.Forge(_frames[..3]);
        Assert.True(JournalVerify.Run(_store.Root).IsSound);
        var broken = JournalVerify.Run(_store.Root, heads).Broken;
        Assert.Equal((_frames[0][0].Stream, 4L), (broken?.Stream, broken?.Sequence));
        Assert.Contains("truncated", broken?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_written_anew_from_the_start_is_detected_by_a_kept_head()
    {
        var heads = Path.Combine(_store.Root, "kept-elsewhere");
        await File.WriteAllTextAsync(heads, HeadsFile.Text(await _store.Write(_frames)));
        await _store.Forge(new Chain(Sample.East, Sample.Elsewhere).Start(visits: 5));
        var broken = JournalVerify.Run(_store.Root, heads).Broken;
        Assert.Contains("the log is another", broken?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digit_flipped_in_the_derived_heads_is_told_of_them_and_not_of_the_log()
    {
        await _store.Write(_frames);
        var whole = await File.ReadAllTextAsync(_store.Places.Heads);
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToCharArray();
            damaged[at] = (char)(damaged[at] ^ 0x01);
            await File.WriteAllTextAsync(_store.Places.Heads, new string(damaged));
            var report = JournalVerify.Run(_store.Root);
            Assert.Equal((4, true, _store.Places.Heads),
                (report.Entries, report.Broken?.IsDerived, report.Broken?.File));
            Assert.Contains("micropoints rebuild", _store.RefusedToOpen(), StringComparison.Ordinal);
        }
        await JournalRebuild.Run(_store.Root);
        Assert.True(JournalVerify.Run(_store.Root).IsSound);
        Assert.Equal(whole, await File.ReadAllTextAsync(_store.Places.Heads));
    }

    [Fact]
    public async Task Heads_without_a_check_sum_are_still_read_and_a_wrong_hash_in_them_asks_for_a_rebuild()
    {
        var head = (await _store.Write(_frames))[0];
        await File.WriteAllTextAsync(_store.Places.Heads, $"micropoints-heads/1\n{head.Stream} 4 {head.Head.Hash} -\nend 1\n");
        Assert.True(JournalVerify.Run(_store.Root).IsSound);
        await File.WriteAllTextAsync(_store.Places.Heads, $"micropoints-heads/1\n{head.Stream} 4 {Digest.OfText("no")} -\nend 1\n");
        var broken = JournalVerify.Run(_store.Root).Broken;
        Assert.Equal((true, head.Stream, 4L), (broken?.IsDerived, broken?.Stream, broken?.Sequence));
        Assert.Single((await JournalRebuild.Run(_store.Root)).Differences);
        Assert.True(JournalVerify.Run(_store.Root).IsSound);
    }

    [Fact]
    public async Task A_log_that_ends_before_its_derived_heads_is_broken_whatever_else_they_say()
    {
        var head = (await _store.Write(_frames))[0];
        await File.WriteAllTextAsync(_store.Places.Heads, HeadsFile.Text(
            Heads.Of([new StreamHead(StreamId.Of(Sample.West), new Head(1, head.Head.Hash)), head with { Head = new Head(4, default) }])));
        var broken = JournalVerify.Run(_store.Root).Broken;
        Assert.Equal((false, StreamId.Of(Sample.West), 1L), (broken?.IsDerived, broken?.Stream, broken?.Sequence));
        Assert.Contains("truncated", broken?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_torn_tail_is_told_and_is_not_a_broken_log()
    {
        await _store.Forge(_frames);
        await using (var file = File.Open(_store.Journal, FileMode.Append)) file.Write([.. Enumerable.Repeat((byte)7, 17)]);
        var report = JournalVerify.Run(_store.Root);
        Assert.Equal((true, 17), (report.IsSound, report.BytesTorn));
    }

    [Fact]
    public async Task Verifying_a_running_log_twice_changes_nothing_and_needs_no_lock()
    {
        await _store.Write(_frames);
        await using var log = _store.Open();
        var before = await File.ReadAllBytesAsync(_store.Journal);
        for (var time = 0; time < 2; time++) Assert.Equal(4, JournalVerify.Run(_store.Root).Entries);
        Assert.Equal(before, await File.ReadAllBytesAsync(_store.Journal));
    }

    public void Dispose() => _store.Dispose();
}
