using MicroPoints.Client;
using MicroPoints.Contracts;

namespace MicroPoints.Conformance.Clients;

/// <summary>Batches, pages and ETags.</summary>
public abstract class ListSuite : ClientServerSuite
{
    private static ActivityBatch Visits(int count, string prefix = "visit") => new()
    {
        Activities = [.. Enumerable.Range(1, count).Select(i => Visit($"{prefix}-{i}"))],
    };

    [Fact]
    public async Task A_batch_is_recorded_whole_and_the_same_again_exists()
    {
        await using var server = await Start();
        var first = New(await server.Client().RecordAll(East, Visits(3)));
        Assert.Equal((3, 0, await server.Entries(East)), (first.Recorded, first.Existed, first.Head.Sequence));
        var again = Known(await server.Client().RecordAll(East, Visits(3)));
        Assert.Equal(first.Lines.Select(l => (l.Id, l.Hash)), again.Lines.Select(l => (l.Id, l.Hash)));
        Assert.Equal((1, 3), New(await server.Client().RecordAll(East, Visits(4))) is var more ? (more.Recorded, more.Existed) : default);
    }

    [Fact]
    public async Task A_batch_with_bad_lines_records_nothing_and_names_each()
    {
        await using var server = await Start();
        var before = await server.Entries(East);
        var batch = Visits(4);
        (batch.Activities[1].Kind, batch.Activities[3].Count) = ("no.such", 0);
        var problem = Refused(await server.Client().RecordAll(East, batch));
        Assert.Equal("batch-refused", problem.Refusal);
        Assert.Equal([(1, "kind-unknown"), (3, "count-out-of-range")], problem.Lines!.Select(l => (l.Index, l.Refusal)));
        Assert.Equal(before, await server.Entries(East));
    }

    [Fact]
    public async Task A_long_ledger_is_read_page_by_page_without_a_gap()
    {
        await using var server = await Start();
        New(await server.Client().RecordAll(East, Visits(1000)));
        New(await server.Client().RecordAll(East, Visits(230, "more")));
        var all = await List(server.Client().Ledger(East));
        Assert.Equal(Enumerable.Range(1, all.Count).Select(i => (long)i), all.Select(e => e.Sequence));
        Assert.Equal(await server.Entries(East), all.Count);
        Assert.Equal(all.Skip(700).Select(e => e.Hash), (await List(server.Client().Ledger(East, 700))).Select(e => e.Hash));
    }

    [Fact]
    public async Task The_register_is_read_by_cursor_in_order_of_id()
    {
        await using var server = await Start();
        var first = await server.Client().ChamberPage(null, 2);
        var second = await server.Client().ChamberPage(first.Next, 2);
        Assert.Equal([[East, West], [Street]], new[] { first, second }.Select(p => p.Chambers.Select(c => c.Id)));
        Assert.Null(second.Next);
        var told = await Assert.ThrowsAsync<ProblemException>(() => server.Client().ChamberPage("nonsense", 2));
        Assert.Equal("cursor-invalid", told.Refusal);
    }

    [Fact]
    public async Task A_scorecard_is_explained_supposed_and_advised_on_and_nothing_is_written()
    {
        await using var server = await Start();
        New(await server.Client().Record(East, Visit("visit-1", 3)));
        var heads = await server.Entries(East);
        var card = (await server.Client().Scorecard(East)).Value!;
        var line = (await server.Client().Explain(East)).Value!.Lines.Single(l => l.Id == "M1");
        Assert.Equal((card.Lines.Single(l => l.Id == "M1").Points, "3"), (line.Points, line.Facts.Single(f => f.Counts).Amount));
        var then = await server.Client().Suppose(East, Visits(2, "more"));
        Assert.Equal((2, 0, card.Points, card.Points + 1), (then.Supposed, then.Existing, then.Points, then.PointsThen));
        var problem = (await Assert.ThrowsAsync<ProblemException>(() =>
            server.Client().Suppose(East, new ActivityBatch { Activities = [Visit("bad", 0)] }))).Problem;
        Assert.Equal(("batch-refused", "count-out-of-range"), (problem.Refusal, problem.Lines!.Single().Refusal));
        Assert.NotEmpty((await server.Client().Advice(East)).Value!.Ways);
        Assert.Equal("advice-period-over",
            (await Assert.ThrowsAsync<ProblemException>(() => server.Client().Advice(East, "2025"))).Refusal);
        Assert.Equal(heads, await server.Entries(East));
    }

    [Fact]
    public async Task Standings_list_every_chamber_once()
    {
        await using var server = await Start();
        New(await server.Client().Record(Street, Visit("visit-1", 3)));
        var rows = await List(server.Client().Standings("990101"));
        Assert.Equal([East, West, Street], rows.Select(r => r.Chamber).Order());
        Assert.Equal(Street, rows[0].Chamber);
    }

    [Fact]
    public async Task What_the_caller_has_is_not_sent_again_until_it_changes()
    {
        await using var server = await Start();
        var chamber = await server.Client().Chamber(East);
        Assert.True((await server.Client().Chamber(East, chamber.ETag)).IsUnchanged);
        var card = await server.Client().Scorecard(East);
        Assert.True((await server.Client().Scorecard(East, card.ETag)).IsUnchanged);
        var (why, advice) = (await server.Client().Explain(East), await server.Client().Advice(East));
        Assert.True((await server.Client().Explain(East, why.ETag)).IsUnchanged);
        Assert.True((await server.Client().Advice(East, null, advice.ETag)).IsUnchanged);
        New(await server.Client().Record(East, Visit("visit-1", 3)));
        Assert.False((await server.Client().Chamber(East, chamber.ETag)).IsUnchanged);
        Assert.False((await server.Client().Explain(East, why.ETag)).IsUnchanged);
        Assert.False((await server.Client().Advice(East, null, advice.ETag)).IsUnchanged);
        var changed = await server.Client().Scorecard(East, card.ETag);
        Assert.Equal(card.Value!.Points + 1.5m, changed.Value!.Points);
    }

    [Fact]
    public async Task A_write_that_expects_a_head_is_refused_where_it_moved_and_its_replay_is_not()
    {
        await using var server = await Start();
        var seen = (await server.Client().Chamber(East)).ETag;
        var first = Assert.IsType<Sent<RecordedActivity>.Recorded>(await server.Client().Record(East, Visit("visit-1"), seen));
        var problem = Refused(await server.Client().Record(East, Visit("visit-2"), seen));
        Assert.Equal(("head-moved", 412), (problem.Refusal, problem.Status));
        Known(await server.Client().Record(East, Visit("visit-1"), seen));
        New(await server.Client().Record(East, Visit("visit-2"), first.ETag));
    }

    [Fact]
    public async Task Putting_a_chamber_registers_it_once()
    {
        await using var server = await Start();
        var wanted = new ChamberToPut { Name = "新镇商会", Kind = "township", Seat = "990101105", Founded = new DateOnly(2020, 5, 1) };
        Assert.Equal("新镇商会", New(await server.Client().Put("c-04", wanted)).Name);
        Assert.Equal(1, Known(await server.Client().Put("c-04", wanted)).Head.Sequence);
        wanted.Kind = "street";
        Assert.Equal("exists-with-different-content", Refused(await server.Client().Put("c-04", wanted)).Refusal);
    }
}
