namespace MicroPoints.Conformance;

/// <summary>What every event log does with one stream.</summary>
public abstract class EventLogSuite : LogSuite
{
    private readonly Chain _east = new(Sample.East, Sample.County);

    [Fact]
    public async Task A_stream_without_entries_loads_empty()
    {
        var loaded = await Load(_east.Stream);
        Assert.Equal(Head.Empty, loaded.Head);
        Assert.Equal(_east.Stream, loaded.State.Stream);
    }

    [Fact]
    public async Task What_was_appended_is_read_back_in_order_with_its_hashes()
    {
        var entries = _east.Start(visits: 3);
        await Append(Head.Empty, entries);
        Assert.Equal(entries.Select(e => e.Head), (await Entries(Sample.East)).Select(e => e.Head));
    }

    [Fact]
    public async Task Reasons_are_read_back_with_their_salt()
    {
        await Append(Head.Empty, _east.Registration(), _east.Visit("visit-1", "走访三家会员企业"));
        var visit = (await Entries(Sample.East))[1];
        Assert.Equal("走访三家会员企业", visit.Reason?.Text);
        Assert.Equal(visit.ReasonDigest, visit.Reason?.Digest);
    }

    [Fact]
    public async Task An_erased_reason_stays_erased_and_leaves_the_chain_valid()
    {
        var (register, visit) = (_east.Registration(), _east.Visit("visit-1", "a name"));
        await Append(Head.Empty, register, visit with { Reason = visit.Reason! with { Text = null } });
        await Fixture.Reopen();
        var kept = (await Entries(Sample.East))[1];
        Assert.Null(kept.Reason?.Text);
        Assert.Equal(visit.Hash, kept.ComputeHash());
    }

    [Fact]
    public async Task A_stream_has_no_gap_and_each_entry_seals_the_one_before()
    {
        var first = _east.Start(visits: 2);
        await Append(Head.Empty, first);
        await Append(first[^1].Head, _east.Visit("visit-3"), _east.Visit("visit-4"));
        var head = Head.Empty;
        foreach (var entry in await Entries(Sample.East))
        {
            Assert.Equal((head.Sequence + 1, head.Hash), (entry.Sequence, entry.Previous));
            head = entry.Head;
        }
        Assert.Equal(5, head.Sequence);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(3, 2)]
    [InlineData(5, 0)]
    [InlineData(99, 0)]
    public async Task Reading_after_a_sequence_begins_with_the_next(long after, int expected)
    {
        await Append(Head.Empty, _east.Start(visits: 4));
        var read = await Log.Read(_east.Stream, after, CancellationToken.None).ToListAsync();
        Assert.Equal(expected, read.Count);
        Assert.All(read, entry => Assert.True(entry.Sequence > after));
    }

    [Fact]
    public async Task An_append_to_an_older_head_answers_where_the_stream_ends_and_adds_nothing()
    {
        var entries = _east.Start(visits: 1);
        await Append(Head.Empty, entries);
        var late = new Chain(Sample.East, Sample.County).Start(visits: 3);
        var moved = Assert.IsType<AppendResult.HeadMoved>(await Append(Head.Empty, late));
        Assert.Equal(entries[^1].Head, moved.Actual);
        Assert.Equal(2, (await Entries(Sample.East)).Count);
    }

    [Fact]
    public async Task An_append_to_a_head_that_is_not_there_yet_adds_nothing()
    {
        var ahead = _east.Start(visits: 2);
        var moved = Assert.IsType<AppendResult.HeadMoved>(await Append(ahead[1].Head, ahead[2]));
        Assert.Equal(Head.Empty, moved.Actual);
        Assert.Empty(await Heads());
    }

    [Fact]
    public async Task An_append_with_a_gap_is_the_programs_fault()
    {
        var entries = _east.Start(visits: 2);
        await Assert.ThrowsAsync<InvariantException>(() => Append(Head.Empty, entries[0], entries[2]));
        Assert.Empty(await Heads());
    }

    [Fact]
    public async Task A_cancelled_append_adds_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Log.Append(_east.Stream, Head.Empty, _east.Start(visits: 0), cancelled));
        Assert.Empty(await Heads());
    }

    [Fact]
    public async Task A_loaded_state_belongs_to_the_caller()
    {
        await Append(Head.Empty, _east.Start(visits: 1));
        (await Load(_east.Stream)).State.Apply(_east.Visit("never-appended"));
        var again = await Load(_east.Stream);
        Assert.Equal(2, again.Head.Sequence);
        Assert.Null(again.State.Find(Sample.Id("never-appended")));
    }

    [Fact]
    public async Task Named_entries_are_found_in_the_loaded_state()
    {
        await Append(Head.Empty, _east.Start(visits: 2));
        var loaded = await Log.Load(_east.Stream, 2026, [Sample.Id("visit-2")], CancellationToken.None);
        Assert.Equal(3, loaded.State.Find(Sample.Id("visit-2"))?.Sequence);
    }

    [Fact]
    public async Task Entries_are_found_by_id_and_unknown_ids_are_left_out()
    {
        await Append(Head.Empty, _east.Start(visits: 3));
        EntryId[] ids = [Sample.Id("visit-3"), Sample.Id("never"), Sample.Id("visit-1")];
        var found = await Log.Find(_east.Stream, ids, CancellationToken.None);
        Assert.Equal([2, 4], found.Select(e => e.Sequence).Order());
        Assert.Empty(await Log.Find(StreamId.Of(Sample.West), ids, CancellationToken.None));
        await Fixture.Reopen();
        Assert.Equal(found.Select(e => e.Hash).Order(),
            (await Log.Find(_east.Stream, ids, CancellationToken.None)).Select(e => e.Hash).Order());
    }

    [Fact]
    public async Task Reopening_gives_the_same_heads_and_goes_on_from_them()
    {
        await Append(Head.Empty, _east.Start(visits: 2));
        var before = await Heads();
        await Fixture.Reopen();
        Assert.Equal(before, await Heads());
        Assert.IsType<AppendResult.Appended>(await Append(before.Find(_east.Stream), _east.Visit("visit-3")));
    }

    private Task<AppendResult> Append(Head expected, params SealedEntry[] entries) =>
        Log.Append(_east.Stream, expected, entries, CancellationToken.None).AsTask();

    private ValueTask<Loaded> Load(StreamId stream) => Log.Load(stream, 2026, [], CancellationToken.None);
}
