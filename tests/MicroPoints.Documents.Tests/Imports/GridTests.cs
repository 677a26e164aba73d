using MicroPoints.Activities;
using MicroPoints.Imports;
using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Documents.Tests.Imports;

public sealed class GridTests
{
    private static readonly On Day = On.Day(new DateOnly(2026, 9, 3));
    private static readonly Measured One = new Measured.Count(1), Two = new Measured.Count(2);

    private static BatchGrid Visits(Measured? first, Measured? second, string id = "w1") =>
        new(id, new KindId("member.visited"), Day, null,
        [
            new(1, ImportDesk.C1, first, null, null), new(2, ImportDesk.C2, second, null, null), new(3, ImportDesk.C3, null, null, null),
        ]);

    private static ImportRequest Request(string? document = null) =>
        new("成批登记：走访会员", TableShape.Grid, Period.Year(2026), ImportDesk.County)
        {
            Kind = new KindId("member.visited"),
            Document = document,
        };

    private static Task<ImportOutcome> Apply(ImportDesk desk, BatchGrid grid, ImportRequest? request = null) =>
        desk.Imports.Apply(grid, request ?? Request(), ImportDesk.Clerk, null, default).AsTask();

    [Fact]
    public async Task Rows_are_recorded_as_one_import_and_empty_ones_are_left_out()
    {
        var desk = await ImportDesk.Open();
        var outcome = await Apply(desk, Visits(Two, One), Request("工联〔2026〕7号"));
        Assert.Equal((ImportEnd.Done, 2), (outcome.End, outcome.Recorded));
        Assert.Equal("2 2 1", await desk.Entries());
        Assert.Equal("工联〔2026〕7号", (await desk.Ledger(ImportDesk.C1))[1].Reason!.Text);
        var listed = Assert.Single(await desk.Imports.List(ImportDesk.County, ImportDesk.Approver, default));
        Assert.Equal((TableShape.Grid, 2, 2L), (listed.Shape, listed.Chambers, listed.Recorded));
    }

    [Fact]
    public async Task The_same_grid_sent_again_records_nothing()
    {
        var desk = await ImportDesk.Open();
        await Apply(desk, Visits(Two, One));
        Assert.Equal(ImportEnd.NothingNew, (await Apply(desk, Visits(Two, One))).End);
        Assert.Equal("2 2 1", await desk.Entries());
    }

    [Fact]
    public async Task Sent_twice_at_once_it_is_recorded_once()
    {
        var desk = await ImportDesk.Open();
        await Task.WhenAll(Apply(desk, Visits(Two, One)), Apply(desk, Visits(Two, One)), Apply(desk, Visits(Two, One)));
        Assert.Equal("2 2 1", await desk.Entries());
    }

    [Fact]
    public async Task Another_form_of_the_same_kind_and_day_adds_and_says_that_there_are_some()
    {
        var desk = await ImportDesk.Open();
        await Apply(desk, Visits(Two, One));
        var preview = await desk.Imports.Preview(Visits(One, null, id: "w2"), Request(), ImportDesk.Clerk, default);
        Assert.Contains("这一天已有 1 条", Assert.Single(preview.Notes).What.Zh, StringComparison.Ordinal);
        await Apply(desk, Visits(One, null, id: "w2"));
        Assert.Equal("3 2 1", await desk.Entries());
    }

    [Fact]
    public async Task The_same_form_with_other_rows_corrects_what_it_recorded_and_its_undo_restores_that()
    {
        var desk = await ImportDesk.Open();
        await Apply(desk, Visits(Two, One));
        var before = await desk.PointsOf(ImportDesk.C1, "M1");
        var outcome = await Apply(desk, Visits(One, null));
        Assert.Equal((1, 2), (outcome.Recorded, outcome.TakenBack));
        Assert.Equal(Points.Zero, await desk.PointsOf(ImportDesk.C2, "M1"));
        Assert.Equal(ImportEnd.Done, (await desk.Undo(outcome.Import!.Value)).End);
        Assert.Equal(before, await desk.PointsOf(ImportDesk.C1, "M1"));
        Assert.NotEqual(Points.Zero, await desk.PointsOf(ImportDesk.C2, "M1"));
    }

    [Fact]
    public async Task It_is_taken_back_whole_and_may_then_be_recorded_anew()
    {
        var desk = await ImportDesk.Open();
        var outcome = await Apply(desk, Visits(Two, One));
        await desk.Undo(outcome.Import!.Value);
        Assert.Equal(Points.Zero, await desk.PointsOf(ImportDesk.C1, "M1"));
        Assert.Equal(ImportEnd.Done, (await Apply(desk, Visits(Two, One))).End);
        Assert.NotEqual(Points.Zero, await desk.PointsOf(ImportDesk.C1, "M1"));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_where_it_was_typed_and_nothing_is_written()
    {
        var desk = await ImportDesk.Open();
        var grid = new BatchGrid("w1", new KindId("village.supported"), Day, null,
        [
            new(1, ImportDesk.C1, new Measured.Count(0), "青山村", null), new(2, ImportDesk.C2, One, "白水 村", null),
            new(3, ImportDesk.C3, One, null, "话\u202E倒"), new(4, new ChamberId("c-99"), One, "村", null),
        ]);
        var outcome = await Apply(desk, grid);
        Assert.Equal(ImportEnd.Refused, outcome.End);
        Assert.Equal([(1, GridColumn.Measure), (2, GridColumn.Key), (3, GridColumn.Key), (3, GridColumn.Reason), (4, GridColumn.Measure)],
            outcome.Problems.Select(p => (p.Place!.Value.Row, p.Place.Value.Column)).Order());
        Assert.Equal("1 1 1", await desk.Entries());
        Assert.Empty(await desk.Imports.List(ImportDesk.County, ImportDesk.Approver, default));
    }

    [Fact]
    public async Task A_grid_in_which_nothing_is_filled_in_is_refused()
    {
        var desk = await ImportDesk.Open();
        var outcome = await Apply(desk, Visits(null, null));
        Assert.Contains("一行都没有填", Assert.Single(outcome.Problems).What.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_broke_off_goes_on_and_repeats_nothing()
    {
        var desk = await ImportDesk.Open();
        desk.Log.Left = 2;
        await Assert.ThrowsAnyAsync<Exception>(() => Apply(desk, Visits(Two, One)));
        desk.Log.Left = null;
        var listed = await desk.Imports.List(ImportDesk.County, ImportDesk.Approver, default);
        Assert.Equal(ImportStatus.Unfinished, Assert.Single(listed).Status);
        Assert.Equal(ImportEnd.Done, (await Apply(desk, Visits(Two, One))).End);
        Assert.Equal("2 2 1", await desk.Entries());
    }

    [Fact]
    public async Task A_state_holds_until_the_day_that_was_given()
    {
        var desk = await ImportDesk.Open();
        var until = new DateOnly(2026, 12, 1);
        await Apply(desk, new BatchGrid("w1", new KindId("party.coverage"), Day, until,
            [new(1, ImportDesk.C1, new Measured.Option("organisation"), null, null)]));
        Assert.Equal(until, LedgerState.FactOf((await desk.Ledger(ImportDesk.C1))[1])!.Expires);
    }
}
