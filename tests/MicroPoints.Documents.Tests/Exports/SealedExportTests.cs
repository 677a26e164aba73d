using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Documents.Tests.Imports;
using MicroPoints.Documents.Tests.Papers;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using static MicroPoints.Documents.Tests.Imports.ImportDesk;

namespace MicroPoints.Documents.Tests.Exports;

/// <summary>After the seal a workbook gives what was sealed and says so, and beside it what the ledger says since.</summary>
public sealed class SealedExportTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly StandingsQuery Year = new("micro-points", Period.Year(2026), County, null, null, []);

    private static Sheet Written(TableToWrite table) => TableFiles.Instance.Read(TableFiles.Instance.Write([table])).Sheets[0];

    private static string Line(Sheet sheet) => sheet[2, 1]!.Text!;

    /// <summary>A chamber's row: its points, what they are, and what the ledger says now.</summary>
    private static (double? Total, string? Data, double? Now) RowOf(Sheet sheet, string id)
    {
        var heading = sheet.Rows.First(r => sheet[r, 2]?.Text == "商会编号");
        var row = sheet.Rows.First(r => sheet[r, 2]?.Text == id);
        var data = Enumerable.Range(1, sheet.Columns).First(c => sheet[heading, c]?.Text == "数据");
        return (sheet[row, 4]?.Number, sheet[row, data]?.Text, sheet[row, data + 1]?.Number);
    }

    [Fact]
    public async Task The_list_of_points_is_the_sealed_one_and_says_what_was_recorded_since()
    {
        var desk = (await PaperDesk.Sealed()).Desk;
        var before = Written(await desk.Exports.Standings(Year, null, Never));
        Assert.Contains("已封存：2026 年度评价", Line(before), StringComparison.Ordinal);
        Assert.DoesNotContain("试算", Line(before), StringComparison.Ordinal);
        var (total, data, now) = RowOf(before, "c-03");
        Assert.Equal(("已封存", null), (data, now));

        await desk.Does(C3, new OpenLateWindow(new EntryId("window-3"), Period.Year(2026), Calendar.DayOf(desk.Now), "核查"));
        await desk.Does(C3, new RecordActivity(
            new EntryId("late-3"), new KindId("dispute.mediated"), On.Parse("2026-11-20"), new Measured.Count(1)));
        await desk.Does(new ChamberId("c-04"), new ChangeChamber(new RegisterChamber(
            new EntryId("register"), "新来镇商会", "township", new RegionCode("990101103"), [], null)));
        var after = Written(await desk.Exports.Standings(Year, null, Never));
        var row = RowOf(after, "c-03");
        Assert.Equal((total, "已封存"), (row.Total, row.Data));
        Assert.True(row.Now > total, $"{row.Now} now, {total} sealed");
        Assert.Equal("试算（封存时不在名单）", RowOf(after, "c-04").Data);
        Assert.Equal(4, after.Rows.Count(r => after[r, 2]?.Text?.StartsWith("c-", StringComparison.Ordinal) == true));

        var township = Written(await desk.Exports.Standings(Year with { Scope = new RegionCode("990101102") }, null, Never));
        Assert.Contains("已封存", Line(township), StringComparison.Ordinal);
        Assert.Equal("c-02", Assert.Single(township.Rows.Select(r => township[r, 2]?.Text), t => t?.StartsWith("c-") == true));
    }

    [Fact]
    public async Task A_card_is_the_sealed_one_and_says_what_the_ledger_comes_to_now()
    {
        var desk = (await PaperDesk.Sealed()).Desk;
        var card = Written(await desk.Exports.Scorecard(C3, Year, Never));
        Assert.Contains("已封存：2026 年度评价", Line(card), StringComparison.Ordinal);
        Assert.DoesNotContain("试算", Line(card), StringComparison.Ordinal);
        await desk.Does(C3, new OpenLateWindow(new EntryId("window-3"), Period.Year(2026), Calendar.DayOf(desk.Now), "核查"));
        await desk.Does(C3, new RecordActivity(
            new EntryId("late-3"), new KindId("dispute.mediated"), On.Parse("2026-11-20"), new Measured.Count(1)));
        var after = Written(await desk.Exports.Scorecard(C3, Year, Never));
        Assert.Contains("台账现在试算", Line(after), StringComparison.Ordinal);
        Assert.Equal(card[card.Rows[^1], 4]!.Number, after[after.Rows[^1], 4]!.Number);
    }

    [Fact]
    public async Task Before_the_seal_and_of_another_day_it_is_provisional()
    {
        var day = Year with { AsOf = new DateOnly(2026, 12, 31) };
        foreach (var (desk, query) in (IEnumerable<(ImportDesk, StandingsQuery)>)
            [((await PaperDesk.Decided()).Desk, Year), ((await PaperDesk.Sealed()).Desk, day)])
        {
            Assert.Contains("试算，未经年度评价确认", Line(Written(await desk.Exports.Standings(query, null, Never))), StringComparison.Ordinal);
            Assert.Contains("试算，未经年度评价确认", Line(Written(await desk.Exports.Scorecard(C3, query, Never))), StringComparison.Ordinal);
        }
    }
}
