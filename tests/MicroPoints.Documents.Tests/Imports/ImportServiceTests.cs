using MicroPoints.Documents.Tests.Xlsx;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using static MicroPoints.Documents.Tests.Imports.ImportDesk;

namespace MicroPoints.Documents.Tests.Imports;

/// <summary>What imports write, again, corrected, broken off and taken back.</summary>
public sealed class ImportServiceTests
{
    private static byte[] Visits(object? c1, object? c2 = null, object? c3 = null) =>
        Book.Of(["商会", "M1", "M2"], ["c-01", c1, 2], ["c-02", c2, null], ["c-03", c3, null]);

    [Fact]
    public async Task A_preview_says_what_moves_and_writes_nothing()
    {
        var desk = await Open();
        var before = desk.Log.Appends;
        var preview = await desk.Preview(Visits(4, 2));
        Assert.Equal(3, preview.Count(LineKind.New));
        Assert.Equal([("c-01", "5"), ("c-02", "1")], preview.Totals!.Select(t => (t.Chamber.Value, (t.After - t.Before).ToString())));
        Assert.Equal(before, desk.Log.Appends);
        Assert.Empty(await desk.Imports.List(RegionCode.Nation, ImportDesk.Approver, default));
    }

    [Fact]
    public async Task What_is_applied_is_what_was_previewed()
    {
        var desk = await Open();
        var promised = (await desk.Preview(Visits(4, 2))).Totals!.ToDictionary(t => t.Chamber, t => t.After);
        await desk.Does(Visits(4, 2));
        Assert.Equal(Points.Parse("2"), await desk.PointsOf(C1, "M1"));
        var standings = await desk.Workspace.Standings.Ask(
            new StandingsQuery("micro-points", Period.Year(2026), County, null, null, []), null, default);
        Assert.All(promised, p => Assert.Equal(p.Value, standings.Cards.Single(c => c.Id == p.Key).Total));
    }

    [Fact]
    public async Task The_same_file_again_records_nothing()
    {
        var desk = await Open();
        var import = await desk.Does(Visits(4, 2));
        var entries = await desk.EntriesOf(C1);
        var again = await desk.Apply(Visits(4, 2));
        Assert.Equal((ImportEnd.NothingNew, import), (again.End, again.Import!.Value));
        Assert.True((await desk.Preview(Visits(4, 2))).ChangesNothing);
        Assert.Equal(entries, await desk.EntriesOf(C1));
    }

    [Fact]
    public async Task A_corrected_file_takes_back_what_differs_and_records_it_anew()
    {
        var desk = await Open();
        await desk.Does(Visits(4, 2));
        var preview = await desk.Preview(Visits(6, 2));
        var line = Assert.Single(preview.Chambers.SelectMany(c => c.Lines), l => l.Kind == LineKind.Corrects);
        Assert.Equal(("汇总!B2", "4 户次", "6 户次"),
            (line.Place.ToString(), MeasuredText.Of(line.Was!, line.Activity).Zh, MeasuredText.Of(line.Now!, line.Activity).Zh));
        await desk.Does(Visits(6, 2));
        Assert.Equal(Points.Parse("3"), await desk.PointsOf(C1, "M1"));
        Assert.Equal(Points.Parse("1"), await desk.PointsOf(C2, "M1"));
    }

    [Fact]
    public async Task A_first_file_that_comes_back_after_its_correction_counts_again()
    {
        var desk = await Open();
        await desk.Does(Visits(4));
        await desk.Does(Visits(6));
        await desk.Does(Visits(4));
        Assert.Equal(Points.Parse("2"), await desk.PointsOf(C1, "M1"));
        Assert.Equal(3, (await desk.Imports.List(County, ImportDesk.Approver, default)).Count);
    }

    [Fact]
    public async Task A_zero_takes_back_and_an_empty_cell_leaves_as_it_is()
    {
        var desk = await Open();
        await desk.Does(Visits(4, 2));
        await desk.Does(Visits(0, null));
        Assert.Equal((Points.Zero, Points.Parse("1")), (await desk.PointsOf(C1, "M1"), await desk.PointsOf(C2, "M1")));
    }

    [Fact]
    public async Task A_file_with_one_bad_cell_records_none_of_it()
    {
        var desk = await Open();
        var appends = desk.Log.Appends;
        var outcome = await desk.Apply(Visits(4, "许多"));
        Assert.Equal((ImportEnd.Refused, "汇总!B3"), (outcome.End, Assert.Single(outcome.Problems).Place.ToString()));
        Assert.Equal(appends, desk.Log.Appends);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_it_breaks_off_the_same_file_finishes_it_once(bool durable)
    {
        for (var left = 0; ; left++)
        {
            var desk = await Open();
            (desk.Log.Left, desk.Log.IsDurable) = (left, durable);
            try { if ((await desk.Apply(Visits(4, 2, 1))).End == ImportEnd.Done) { Assert.Equal(5, left); return; } }
            catch (StoreException) { }
            desk.Log.Left = null;
            var end = (await desk.Apply(Visits(4, 2, 1))).End;
            Assert.True(end is ImportEnd.Done || durable && left == 4 && end is ImportEnd.NothingNew, $"{left}: {end}");
            Assert.Equal("3 2 2", await desk.Entries());
            var listed = Assert.Single(await desk.Imports.List(County, ImportDesk.Approver, default));
            Assert.Equal((ImportStatus.Finished, 4L), (listed.Status, listed.Recorded!.Value));
        }
    }

    [Fact]
    public async Task Two_imports_at_once_never_record_a_cell_twice()
    {
        var desk = await Open();
        await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => desk.Apply(Visits(i, i), Annual($"{i}.xlsx")))));
        var standing = await desk.Workspace.Chambers.View(C1, Period.Year(2026), AsOf.On(new DateOnly(2026, 12, 31)), default);
        Assert.Equal(1, standing.Tally.Sums(new KindId("member.visited")).Sum(s => s.Value.Facts));
    }

    [Fact]
    public async Task What_another_import_recorded_after_the_plan_was_made_is_corrected_and_not_doubled()
    {
        var desk = await Open();
        desk.Log.Meanwhile = async () => await desk.Does(Visits(6), Annual("other.xlsx"));
        await desk.Does(Visits(4));
        Assert.Equal(Points.Parse("2"), await desk.PointsOf(C1, "M1"));
        Assert.Equal(Points.Parse("3"), await desk.PointsOf(C1, "M2"));
    }

    [Fact]
    public async Task A_line_taken_back_by_hand_is_recorded_again_when_a_broken_off_import_goes_on()
    {
        var desk = await Open();
        desk.Log.Left = 2;
        await Assert.ThrowsAsync<StoreException>(() => desk.Apply(Visits(4, 2)));
        desk.Log.Left = null;
        await desk.Does(C1, new ReverseActivity(new EntryId("by-hand"), (await desk.Ledger(C1))[1].Id, "看错了"));
        await desk.Does(Visits(4, 2));
        Assert.Equal(Points.Parse("2"), await desk.PointsOf(C1, "M1"));
    }

    [Fact]
    public async Task An_import_is_listed_with_its_file_who_when_and_how_much()
    {
        var desk = await Open();
        var import = await desk.Does(Visits(4, 2));
        var listed = Assert.Single(await desk.Imports.List(County, ImportDesk.Approver, default));
        Assert.Equal((import, "2026汇总.xlsx", "clerk", desk.Now, 3, 3L, ImportStatus.Finished),
            (listed.Id, listed.FileName, listed.By.Value, listed.At, listed.Chambers, listed.Recorded, listed.Status));
        Assert.Equal(Digest.Of(Visits(4, 2)), listed.File);
        Assert.Empty(await desk.Imports.List(new RegionCode("990102"), ImportDesk.Approver, default));
    }

    [Fact]
    public async Task An_undo_takes_the_whole_import_back_and_again_does_nothing()
    {
        var desk = await Open();
        var import = await desk.Does(Visits(4, 2));
        var undone = await desk.Undo(import);
        Assert.Equal((ImportEnd.Done, 3), (undone.End, undone.TakenBack));
        Assert.Equal(Points.Zero, await desk.PointsOf(C1, "M1"));
        Assert.Equal(ImportEnd.NothingNew, (await desk.Undo(import)).End);
        var listed = Assert.Single(await desk.Imports.List(County, ImportDesk.Approver, default));
        Assert.Equal((ImportStatus.TakenBack, "传错了文件"), (listed.Status, listed.Undo!.Reason));
        await desk.Does(Visits(4, 2));
        Assert.Equal(Points.Parse("2"), await desk.PointsOf(C1, "M1"));
    }

    [Fact]
    public async Task An_undo_of_a_correction_brings_back_what_stood_before()
    {
        var desk = await Open();
        var first = await desk.Does(Visits(4, 2));
        var second = await desk.Does(Visits(6, 0));
        await desk.Undo(second);
        Assert.Equal((Points.Parse("2"), Points.Parse("1")), (await desk.PointsOf(C1, "M1"), await desk.PointsOf(C2, "M1")));
        await desk.Undo(first);
        Assert.Equal((Points.Zero, Points.Zero), (await desk.PointsOf(C1, "M1"), await desk.PointsOf(C2, "M1")));
    }

    [Fact]
    public async Task Wherever_an_undo_breaks_off_the_same_undo_finishes_it()
    {
        for (var left = 0; left < 5; left++)
        {
            var desk = await Open();
            var import = await desk.Does(Visits(4, 2, 1));
            desk.Log.Left = left;
            await Assert.ThrowsAsync<StoreException>(() => desk.Undo(import));
            desk.Log.Left = null;
            Assert.Equal(ImportEnd.Done, (await desk.Undo(import)).End);
            Assert.Equal(Points.Zero, await desk.PointsOf(C2, "M1"));
            Assert.Equal("5 3 3", await desk.Entries());
        }
    }

    [Fact]
    public async Task An_undo_needs_a_reason_and_an_import()
    {
        var desk = await Open();
        var import = await desk.Does(Visits(4));
        Assert.Equal(ImportEnd.Refused, (await desk.Undo(import, " ")).End);
        Assert.Contains("没有导入", Assert.Single((await desk.Undo(new ImportId("imp-nothing-1"))).Problems).ToString());
        Assert.Equal(Points.Parse("2"), await desk.PointsOf(C1, "M1"));
    }

    [Fact]
    public async Task A_closed_period_refuses_the_whole_import_by_its_cells()
    {
        var desk = await Open();
        await desk.Does(C2, new ClosePeriod(new EntryId("close"), Period.Year(2026), new RoundId("r")));
        var problem = Assert.Single((await desk.Preview(Visits(4, 2))).Problems).ToString();
        Assert.StartsWith("汇总!B3：这一年度已经封账", problem);
        Assert.Equal(ImportEnd.Refused, (await desk.Apply(Visits(4, 2))).End);
        Assert.Equal(1, await desk.EntriesOf(C1));
    }

    [Fact]
    public async Task What_stands_from_elsewhere_is_told_before_it_counts_twice()
    {
        var desk = await Open();
        await desk.Does(C1, new RecordActivity(new EntryId("by-hand"), new KindId("member.visited"), On.Parse("2026-04-12"),
            new Activities.Measured.Count(3)));
        Assert.Contains((await desk.Preview(Visits(4))).Notes, n => n.ToString().Contains("来自别处", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_without_the_right_imports_nothing()
    {
        var desk = await Open();
        var outcome = await desk.Imports.Apply(Visits(4), Annual(), Clerk with { Scope = new RegionCode("990102") }, null, default);
        Assert.Equal(ImportEnd.Refused, outcome.End);
    }

    [Fact]
    public async Task Hostile_text_is_a_problem_or_a_plain_reason()
    {
        var desk = await Open();
        var table = await desk.Read(Book.Of(["商会", "M1"], ["<script>alert(1)</script>", 1]));
        Assert.Contains("<script>", Assert.Single(table.Problems).ToString());
        await desk.Does(Visits(4), Annual("\u202Egnp.\n=cmd|' /C calc'!A0.xlsx"));
        Assert.All(await desk.Ledger(C1), e => Assert.True(e.Reason?.Text is not { } text || PlainText.ControlInLines(text) < 0));
    }

    [Fact]
    public async Task An_import_is_nothing_to_whoever_does_not_reach_its_county_and_readers_see_no_words_of_it()
    {
        var desk = await ImportDesk.Open();
        var import = await desk.Does(Visits(4, 2));
        await desk.Undo(import, "张三传错了文件");
        var stranger = new Actor(new ActorId("elsewhere"), Role.Approver, new RegionCode("990102"));
        Assert.Empty(await desk.Imports.List(RegionCode.Nation, stranger, default));
        Assert.Null(await desk.Imports.Find(import, stranger, default));
        var unknown = await desk.Imports.Undo(new ImportId("imp-nowhere-1"), "x", stranger, null, default);
        var foreign = await desk.Imports.Undo(import, "x", stranger, null, default);
        Assert.Equal(unknown.Problems.Select(p => p.What.Zh.Replace("imp-nowhere-1", "", StringComparison.Ordinal)),
            foreign.Problems.Select(p => p.What.Zh.Replace(import.Value, "", StringComparison.Ordinal)));

        var reader = ImportDesk.Clerk with { Role = Role.Reader };
        var seen = Assert.Single(await desk.Imports.List(ImportDesk.County, reader, default));
        Assert.Equal((import, null, null), (seen.Id, seen.FileName, seen.Undo!.Reason));
        var told = (await desk.Imports.Find(import, ImportDesk.Clerk, default))!;
        Assert.Equal(("2026汇总.xlsx", "张三传错了文件"), (told.FileName, told.Undo!.Reason));
        Assert.Equal(ImportEnd.Refused, (await desk.Imports.Undo(import, "x", reader, null, default)).End);
    }
}
