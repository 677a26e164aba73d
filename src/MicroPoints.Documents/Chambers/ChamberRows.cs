using MicroPoints.Chambers;

namespace MicroPoints.Documents;

/// <summary>A chamber to register, as a table has it.</summary>
/// <param name="RegisteredOn">Since when it is registered with civil affairs; null where it is not.</param>
public sealed record ChamberRow(long Line, ChamberId Chamber, RegisterChamber Register, DateOnly? RegisteredOn);

/// <summary>Reads chambers from a table.</summary>
public static class ChamberRows
{
    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["id"] = ["chamber", "编号", "商会编号"],
        ["name"] = ["名称", "商会名称", "商会"],
        ["kind"] = ["类别", "类型"],
        ["region"] = ["seat", "地区", "区划代码"],
        ["serves"] = ["服务乡镇", "服务区划"],
        ["founded"] = ["成立日期"],
        ["registered-on"] = ["登记日期"],
    };

    public static (IReadOnlyList<ChamberRow> Rows, IReadOnlyList<TableProblem> Problems) Read(ReadOnlyMemory<byte> bytes)
    {
        var table = CsvTable.Read(bytes, Columns, ["id", "name", "kind", "region"]);
        var problems = new List<TableProblem>(table.Problems);
        if (problems.Count > 0) return ([], problems);
        var rows = table.Rows.Select(r => Row(new RowReader(r, problems))).OfType<ChamberRow>().ToList();
        foreach (var twice in rows.GroupBy(r => r.Chamber).Where(g => g.Count() > 1))
            problems.Add(new TableProblem(twice.Last().Line, "id",
                $"'{twice.Key}' stands on line {twice.First().Line} already"));
        return (rows, problems);
    }

    private static ChamberRow? Row(RowReader row)
    {
        var chamber = row.Id("id", id => ChamberId.IsValid(id), id => new ChamberId(id));
        var (name, kind, region) = (row.Required("name"), row.Required("kind"), row.Region("region"));
        var (founded, registered) = (row.Day("founded"), row.Day("registered-on"));
        var serves = new List<RegionCode>();
        foreach (var code in (row.Text("serves") ?? "").Split([' ', ';', '；', '、'], StringSplitOptions.RemoveEmptyEntries))
            if (RegionCode.IsValid(code)) serves.Add(new RegionCode(code));
            else row.Bad("serves", $"'{code}' is not a region code");
        if (!row.IsGood) return null;
        var register = new RegisterChamber(new EntryId("register"), name, KindOf(kind), region!.Value, serves, founded);
        return new ChamberRow(row.Line, chamber!.Value, register, registered);
    }

    private static string KindOf(string kind) => kind switch
    {
        "乡镇" or "乡镇商会" => "township",
        "街道" or "街道商会" => "street",
        "村" or "村商会" => "village",
        "行业" or "行业商会" => "industry",
        "异地" or "异地商会" => "out-of-town",
        "园区" or "园区商会" => "park",
        _ => kind,
    };
}
