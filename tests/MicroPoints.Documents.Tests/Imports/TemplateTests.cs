using MicroPoints.Runtime;
using static MicroPoints.Documents.Tests.Imports.ImportDesk;

namespace MicroPoints.Documents.Tests.Imports;

/// <summary>A template is filled, read without any mapping, and stands in the scorecards.</summary>
public sealed class TemplateTests
{
    private static async Task<IReadOnlyList<TableToWrite>> Template(ImportDesk desk) =>
        await desk.Templates.Annual("micro-points", Period.Year(2026), County, default);

    /// <summary>The template with one chamber's cells filled by the headings' beginnings.</summary>
    private static byte[] Filled(IReadOnlyList<TableToWrite> template, string chamber, params (string Heading, CellValue Value)[] cells)
    {
        var rows = template[0].Rows.Select(r => (IReadOnlyList<CellValue>)[.. template[0].Columns.Select((c, i) =>
            i < r.Count ? r[i] : r[0].Text == chamber
                ? cells.Where(f => c.Title.StartsWith(f.Heading, StringComparison.Ordinal)).Select(f =>
                    f.Value).FirstOrDefault() : default)]);
        return TableFiles.Instance.Write([template[0] with { Rows = [.. rows] }, .. template.Skip(1)]);
    }

    [Fact]
    public async Task Every_column_of_the_template_is_known_when_it_is_read_back()
    {
        var desk = await Open();
        var template = await Template(desk);
        var table = await desk.Read(TableFiles.Instance.Write(template));
        Assert.Equal([], table.Problems.Select(p => p.ToString()));
        Assert.Equal(template[0].Columns.Count - 2, table.Columns.Count(c => c.Target is not null));
        Assert.Equal([C1, C2, C3], table.Chambers);
        Assert.Empty(table.Cells);
    }

    [Fact]
    public async Task Every_kind_that_the_ruleset_counts_has_its_column()
    {
        var desk = await Open();
        var ruleset = (await desk.Workspace.Standings.Ask(
            new StandingsQuery("micro-points", Period.Year(2026), County, null, null, []), null, default)).Ruleset;
        var table = await desk.Read(TableFiles.Instance.Write(await Template(desk)));
        Assert.Equal(ruleset.Leaves.SelectMany(l => l.CountedKinds).Concat(ruleset.Deductions.SelectMany(d => d.Counts).Select(c => c.Kind))
            .Concat(ruleset.Deductions.Select(d => d.While?.State).OfType<KindId>()).Distinct().Order(),
            table.Columns.Select(c => c.Target?.Kind.Id).OfType<KindId>().Distinct().Order());
    }

    [Fact]
    public async Task Filled_and_imported_it_stands_in_the_scorecard()
    {
        var desk = await Open();
        await desk.Does(Filled(await Template(desk), "c-02", ("M1", 11), ("M4 会员满意度 满意", 46), ("M4 会员满意度 参评", 50), ("M4 会员满意度 应评", 60),
            ("I1", "合格"), ("I2 党务、会务、财务“三公开”（一季度）", 1), ("I2 党务、会务、财务“三公开”（三季度）", 2), ("I3 财务管理", "是"), ("V1", "冷链=落地"),
            ("J2", "4（省级试点）"), ("K3", 1)));
        Assert.Equal("5.5 6 2 1.5 1 5 4", string.Join(' ', await Task.WhenAll(
            new[] { "M1", "M4", "I1", "I2", "I3", "V1", "J2" }.Select(i => desk.PointsOf(C2, i)))));
        Assert.Equal(Points.Zero, await desk.PointsOf(C1, "M1"));
    }

    [Fact]
    public async Task Options_and_flags_are_chosen_and_columns_tell_their_clause()
    {
        var columns = (await Template(await Open()))[0].Columns;
        Assert.Equal(["是", "否"], columns.Single(c => c.Title.StartsWith("G1", StringComparison.Ordinal)).Choices);
        Assert.Contains("应建未建", columns.Single(c => c.Title.StartsWith("P1", StringComparison.Ordinal)).Choices);
        Assert.Contains("每次（每件）0.5 分", columns.Single(c => c.Title.StartsWith("M1", StringComparison.Ordinal)).Note);
        Assert.Equal("户次", columns.Single(c => c.Title.StartsWith("M1", StringComparison.Ordinal)).Hint);
    }

    [Fact]
    public async Task Every_kind_has_a_list_template_that_is_read_back()
    {
        var desk = await Open();
        foreach (var kind in desk.Workspace.Kinds.Kinds)
        {
            var template = await desk.Templates.Department(kind.Id, Period.Year(2026), County, default);
            var table = await desk.Read(TableFiles.Instance.Write(template), List(kind.Id.Value));
            Assert.Equal("", string.Join('\n', table.Problems));
        }
    }
}
