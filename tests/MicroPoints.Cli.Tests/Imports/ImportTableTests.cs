using System.Text;

namespace MicroPoints.Cli.Tests.Imports;

/// <summary>Tables in, templates and workbooks out, by the command line over a data directory.</summary>
public sealed class ImportTableTests
{
    private const string Table = "2026年汇总,,\n商会,M2 办结会员诉求,备注\n青石镇商会,3,\n白沙镇商会,1,\n合计,4,\n";

    private static async Task<Desk> WithTable(string table = Table) => (await Desk.WithChambers()).Write("table.csv", table);

    private static async Task<string> Ledger(Desk desk) => (await desk.Does("activities list c-01")).Out;

    [Fact]
    public async Task A_preview_shows_lines_and_totals_and_writes_nothing()
    {
        using var desk = await WithTable();
        var before = await Ledger(desk);
        var json = (await desk.Does("import table table.csv --period 2026 --preview --output json")).Json;
        var (line, total) = (json.GetProperty("lines")[0], json.GetProperty("totals")[0]);
        Assert.Equal((2, "CSV!B3", 4.5m), (json.GetProperty("new").GetInt32(), line.GetProperty("cell").GetString(),
            total.GetProperty("after").GetDecimal() - total.GetProperty("before").GetDecimal()));
        Assert.Contains("将新登记 2 条", (await desk.Does("import table table.csv --period 2026 --preview")).Out);
        Assert.Equal(before, await Ledger(desk));
    }

    [Fact]
    public async Task Imported_listed_taken_back_and_imported_again_the_log_verifies_and_rebuilds()
    {
        using var desk = await WithTable();
        var import = (await desk.Does("import table table.csv --period 2026 --output json")).Json.GetProperty("import").GetString();
        Assert.Contains("都已有记录", (await desk.Does("import table table.csv --period 2026")).Out);
        Assert.Contains("已完成", (await desk.Does("import list")).Out);
        Assert.Contains("更正或撤回 2 条", (await desk.Does($"import undo {import} --reason 传错了文件")).Out);
        Assert.Contains("传错了文件", (await desk.Does("import list")).Out);
        await desk.Does("import table table.csv --period 2026");
        await desk.Does("verify");
        await desk.Does("rebuild");
    }

    [Fact]
    public async Task Every_bad_cell_is_named_and_nothing_is_recorded()
    {
        using var desk = await WithTable(Table.Replace("青石镇商会,3", "青石商会,3").Replace("商会,1", "商会,一"));
        var before = desk.Snapshot();
        var ran = await desk.Run("import table table.csv --period 2026");
        ran.No("2 problem(s), nothing was recorded", "CSV!A3：", "青石镇商会", "CSV!B4：");
        Assert.Equal(before["table.csv"], desk.Snapshot()["table.csv"]);
        Assert.DoesNotContain("M2", (await desk.Does("import list")).Out);
    }

    [Theory]
    [InlineData("import table table.csv", "--period")]
    [InlineData("import table missing.csv --period 2026", "there is no file missing.csv")]
    [InlineData("import table table.csv --period 2026 --map M1", "is not COLUMN=M1")]
    [InlineData("import table table.csv --period 2026 --header-row 0", "is not a row's number")]
    [InlineData("import table table.csv --period 2026 --server http://127.0.0.1:1", "works on a data directory, not on a server")]
    [InlineData("template table --period 2026 --out t.xls", "ends in .xlsx")]
    [InlineData("import undo imp-1-1", "--reason")]
    public async Task A_wrong_line_is_told_what_is_wrong(string line, string saying)
    {
        using var desk = await WithTable();
        (await desk.Run(line)).CouldNotRun(saying);
    }

    [Theory]
    [InlineData("import table table.csv --period 2099", "还没有开始")]
    [InlineData("import undo imp-1-1 --reason 误传", "没有导入")]
    [InlineData("import table table.csv --period 2026 --ruleset nothing", "没有采用")]
    [InlineData("template department --kind nothing --period 2026 --out t.xlsx", "kind-unknown")]
    [InlineData("export round nothing --out t.xlsx", "round-unknown")]
    public async Task What_cannot_be_is_answered_with_no(string line, string saying)
    {
        using var desk = await WithTable();
        (await desk.Run(line)).No(saying);
        Assert.False(File.Exists(desk.PathOf("t.xlsx")));
    }

    [Fact]
    public async Task A_template_is_imported_without_any_mapping()
    {
        using var desk = await WithTable();
        await desk.Does("template table --period 2026 --out t.xlsx");
        Assert.Contains("没有新写入", (await desk.Does("import table t.xlsx --period 2026")).Out);
    }

    [Fact]
    public async Task A_department_list_names_its_document_in_the_ledger()
    {
        using var desk = (await Desk.WithChambers()).Write("list.csv", Encoding.UTF8.GetBytes("商会,件数\n青石镇商会,2\n"));
        await desk.Does("import department list.csv --kind dispute.mediated --document 司函8号 --period 2026");
        await desk.Does("export activities --period 2026 --out a.xlsx");
        Assert.Contains("dispute.mediated", (await desk.Does("activities list c-01 --output json")).Out);
    }
}
