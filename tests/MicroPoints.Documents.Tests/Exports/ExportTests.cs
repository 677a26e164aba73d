using MicroPoints.Documents.Tests.Imports;
using MicroPoints.Documents.Tests.Xlsx;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Runtime;
using static MicroPoints.Documents.Tests.Imports.ImportDesk;

namespace MicroPoints.Documents.Tests.Exports;

/// <summary>Every list as a workbook, read back as it was written.</summary>
public sealed class ExportTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly StandingsQuery Year = new("micro-points", Period.Year(2026), County, null, null, []);

    private static async Task<ImportDesk> WithYear()
    {
        var desk = await Open();
        await desk.Does(Book.Of(["商会", "M1", "G2"], ["c-01", 4, 2], ["c-02", 6, null]));
        return desk;
    }

    private static Sheet Written(TableToWrite table) => TableFiles.Instance.Read(TableFiles.Instance.Write([table])).Sheets[0];

    [Fact]
    public async Task The_register_has_days_as_days()
    {
        var sheet = Written(await (await WithYear()).Exports.Chambers(County, new DateOnly(2026, 12, 31), Never));
        Assert.Equal(("c-01", "青石镇商会", "乡镇商会"), (sheet[4, 1]!.Text, sheet[4, 2]!.Text, sheet[4, 3]!.Text));
        Assert.Equal(new DateOnly(2015, 3, 1), sheet[4, 6]!.Day);
    }

    [Fact]
    public async Task Activities_show_what_was_taken_back_and_why()
    {
        var desk = await WithYear();
        var line = (await desk.Ledger(C1))[1];
        await desk.Does(C1, new ReverseActivity(new EntryId("undo"), line.Id, "重复登记"));
        var sheet = Written(await desk.Exports.Activities(County, Period.Year(2026), null, true, Never));
        Assert.Equal(3, sheet.Rows.Count - 3);
        Assert.Equal(("4 户次", 4.0, "已撤销", "重复登记"),
            (sheet[4, 6]!.Text, sheet[4, 7]!.Number, sheet[4, 14]!.Text, sheet[4, 15]!.Text));
        var without = Written(await desk.Exports.Activities(County, Period.Year(2026), null, false, Never));
        Assert.Equal(("已撤销", null), (without[4, 14]!.Text, without[4, 15]?.Text));
    }

    [Fact]
    public async Task Standings_and_a_scorecard_have_points_as_numbers()
    {
        var desk = await WithYear();
        var standings = Written(await desk.Exports.Standings(Year, null, Never));
        Assert.Equal((1.0, "c-01"), (standings[4, 1]!.Number, standings[4, 2]!.Text));
        var card = Written(await desk.Exports.Scorecard(C1, Year, Never));
        var visits = card.Rows.Single(r => card[r, 1]?.Text == "M1");
        Assert.Equal(("4", 2.0, 6.0), (card[visits, 3]!.Text, card[visits, 4]!.Number, card[visits, 5]!.Number));
        Assert.Equal(standings[4, 4]!.Number, card[card.Rows[^1], 4]!.Number);
    }

    [Fact]
    public async Task Coverage_shows_its_denominators()
    {
        var sheet = Written(await (await WithYear()).Exports.Coverage(County, Period.Year(2026), Never));
        var whole = sheet.Rows[^1];
        Assert.Equal(("合计", 3.0, 2.0, 66.67),
            (sheet[whole, 1]!.Text, sheet[whole, 2]!.Number, sheet[whole, 3]!.Number, sheet[whole, 4]!.Number));
    }

    [Fact]
    public async Task A_rounds_results_show_who_is_proposed_and_then_who_was_decided()
    {
        var desk = await WithYear();
        var (round, rounds) = (new RoundId("r-2026"), desk.Workspace.Rounds);
        await rounds.Open(round,
            new RoundOpened("micro-points", Period.Year(2026), County, [], RoundPurpose.Rehearsal, "light", null), Approver, Never);
        await Assert.ThrowsAsync<QueryRefusedException>(() => desk.Exports.Round(round, true, null, Never).AsTask());
        await rounds.Lock(round, null, false, Approver, null, Never);
        var sheet = Written(await desk.Exports.Round(round, true, null, Never));
        Assert.Contains("尚未决定", sheet[2, 1]!.Text);
        await rounds.Decide(round, new RoundDecided("主席办公会", new DateOnly(2027, 1, 8), "3", "同意",
            [new Departure("award-nomination", C1, false, "负责人正在接受调查")]), Approver, null, Never);
        Assert.Contains("主席办公会 2027年1月8日 第 3 号", Written(await desk.Exports.Round(round, true, null, Never))[2, 1]!.Text);
        Assert.Contains("未列（负责人正在接受调查）", await Cells(true));
        Assert.Contains("未列", await Cells(false));
        Assert.DoesNotContain(await Cells(false), c => c?.Contains("负责人", StringComparison.Ordinal) == true);

        async Task<IEnumerable<string?>> Cells(bool withWords)
        {
            var table = Written(await desk.Exports.Round(round, withWords, null, Never));
            return [.. table.Rows.SelectMany(r => Enumerable.Range(1, 30).Select(c => table[r, c]?.Text))];
        }
    }

    [Fact]
    public async Task The_stamp_of_generated_data_stands_on_every_sheet()
    {
        var desk = await WithYear();
        await desk.Does(C1, new ChangeChamber(new Chambers.SetChamberAttribute(
            new EntryId("stamp"), Chambers.Chamber.Provenance, "程序生成，非真实数据", new DateOnly(2026, 1, 1))));
        TableToWrite[] tables = [await desk.Exports.Chambers(County, new DateOnly(2026, 12, 31), Never),
            await desk.Exports.Activities(County, Period.Year(2026), null, true, Never), await desk.Exports.Standings(Year, null, Never),
            await desk.Exports.Scorecard(C1, Year, Never), await desk.Exports.Coverage(County, Period.Year(2026), Never),
            (await desk.Templates.Annual("micro-points", Period.Year(2026), County, Never))[0]];
        Assert.All(tables, t => Assert.Equal("程序生成，非真实数据", Written(t)[3, 1]!.Text));
    }
}
