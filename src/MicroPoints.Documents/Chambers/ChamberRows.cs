using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>A chamber to register, as a table has it.</summary>
/// <param name="RegisteredOn">Since when it is registered with civil affairs; null where it is not.</param>
public sealed record ChamberRow(long Line, ChamberId Chamber, RegisterChamber Register, DateOnly? RegisteredOn)
{
    /// <summary>What registering it means. Ids follow from the content, so that the same table again records nothing twice.</summary>
    public IReadOnlyList<LedgerCommand> Commands
    {
        get
        {
            var commands = new List<LedgerCommand> { new ChangeChamber(Register) };
            if (RegisteredOn is { } day) commands.Add(new ChangeChamber(new SetChamberAttribute(
                new EntryId($"registered-on-{Calendar.Text(day)}"), Chambers.Chamber.RegisteredOn, Calendar.Text(day), day)));
            return commands;
        }
    }
}

/// <summary>Reads chambers from a table.</summary>
public static class ChamberRows
{
    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["id"] = ["编号", "商会编号", "chamber"],
        ["name"] = ["名称", "商会名称", "商会", "商会全称"],
        ["kind"] = ["类别", "类型"],
        ["region"] = ["地区", "区划代码", "seat"],
        ["serves"] = ["服务乡镇", "服务区划"],
        ["founded"] = ["成立日期"],
        ["registered-on"] = ["登记日期"],
    };

    /// <summary>The Chinese heading of a column, for saying where something is wrong.</summary>
    public static string Heading(string column) => Columns.TryGetValue(column, out var names) ? names[0] : column;

    /// <summary>A table that says everything of each chamber.</summary>
    public static (IReadOnlyList<ChamberRow> Rows, IReadOnlyList<TableProblem> Problems) Read(ReadOnlyMemory<byte> bytes) =>
        Read(bytes, null, ["id", "name", "kind", "region"]);

    /// <summary>A county's own table, in which the name alone is enough where the list of townships knows it.</summary>
    public static (IReadOnlyList<ChamberRow> Rows, IReadOnlyList<TableProblem> Problems) Read(
        ReadOnlyMemory<byte> bytes, CountyOfRows county) => Read(bytes, county, ["name"]);

    private static (IReadOnlyList<ChamberRow> Rows, IReadOnlyList<TableProblem> Problems) Read(
        ReadOnlyMemory<byte> bytes, CountyOfRows? county, IReadOnlyList<string> required)
    {
        var table = HeadedTable.Read(bytes, Columns, required);
        var problems = new List<TableProblem>(table.Problems);
        if (problems.Count > 0) return ([], problems);
        var rows = table.Rows.Select(r => Row(new RowReader(r, problems), county)).OfType<ChamberRow>().ToList();
        if (table.Rows.Count == 0) problems.Add(new TableProblem(2, null, "表里没有商会", "the table has no chambers"));
        foreach (var twice in rows.GroupBy(r => r.Chamber).Where(g => g.Count() > 1))
            problems.Add(new TableProblem(twice.Last().Line, "id", $"编号“{twice.Key}”与第 {twice.First().Line} 行重复；同一乡镇有几家商会时，每家都要填不同的编号",
                $"'{twice.Key}' stands on line {twice.First().Line} already"));
        return (rows, problems);
    }

    private static ChamberRow? Row(RowReader row, CountyOfRows? county)
    {
        var name = row.Required("name");
        var region = county is not null && row.Text("region") is null ? county.Of(row, name) : row.Region("region");
        var chamber = county is not null && row.Text("id") is null ? region is { } seat ? new ChamberId(seat.Value) : default(ChamberId?)
            : row.Id("id", id => ChamberId.IsValid(id), id => new ChamberId(id));
        var kind = county is not null && row.Text("kind") is null ? KindByName(name) : row.Required("kind");
        var (founded, registered) = (row.Day("founded"), row.Day("registered-on"));
        var serves = new List<RegionCode>();
        foreach (var code in (row.Text("serves") ?? "").Split([' ', ';', '；', '、'], StringSplitOptions.RemoveEmptyEntries))
            if (RegionCode.IsValid(code)) serves.Add(new RegionCode(code));
            else row.Bad("serves", $"“{code}”不是区划代码", $"'{code}' is not a region code");
        county?.Check(row, chamber, name, KindOf(kind), region, serves, founded, registered);
        if (!row.IsGood) return null;
        var register = new RegisterChamber(new EntryId("register"), name, KindOf(kind), region!.Value, serves, founded);
        return new ChamberRow(row.Line, chamber!.Value, register, registered);
    }

    /// <summary>Where nothing is said: a street's by its name, otherwise a township's.</summary>
    private static string KindByName(string name) => name.Contains("街道", StringComparison.Ordinal) ? "street" : "township";

    private static string KindOf(string kind) =>
        ChamberKinds.All.FirstOrDefault(k => k.Title.Zh == kind || k.Title.Zh == $"{kind}商会")?.Id ?? kind;
}
