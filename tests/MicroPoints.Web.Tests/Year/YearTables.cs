using MicroPoints.Documents;
using MicroPoints.Runtime;

namespace MicroPoints.Web.Tests;

/// <summary>The tables of a fictional county of fifteen chambers: its register, its year, and what three departments counted.</summary>
internal static class YearTables
{
    public const string County = "990101";

    public static readonly IReadOnlyList<string> Names =
    [
        "枫渚镇商会", "芦漪镇商会", "稻漪镇商会", "青石镇商会", "白水乡商会", "云岭乡商会", "东关街道商会", "西关街道商会",
        "南浦镇商会", "北坪镇商会", "柳湾镇商会", "松岗乡商会", "梅溪镇商会", "竹园镇商会", "兰桥街道商会",
    ];

    public static byte[] Register() => Write("商会名册", [new("商会名称"), new("区划代码"), new("成立日期", ColumnFormat.Day)],
        Names.Select((n, i) => (CellValue[])[n, $"{County}{i + 1:000}", new DateOnly(2015, 3, 1).AddMonths(i)]));

    /// <summary>The downloaded template filled as a clerk fills it; what departments count is left to their lists.</summary>
    /// <param name="mistakes">A number in words, a name that is nowhere, and more satisfied than asked.</param>
    public static byte[] Annual(byte[] template, bool mistakes)
    {
        var sheet = TableFiles.Instance.Read(template).Sheets[0];
        var heading = sheet.Rows.First(r => sheet[r, 1]?.Text == "商会编号");
        var headings = Enumerable.Range(1, sheet.Columns).Select(c => sheet[heading, c]!.Text).ToList();
        Assert.Equal(Names, sheet.Rows.Where(r => r > heading + 1).Select(r => sheet[r, 2]!.Text));
        var rows = Names.Select((name, i) => (CellValue[])[$"{County}{i + 1:000}", name,
            .. headings.Skip(2).Select(h => Cell(h, i))]).ToList();
        if (mistakes)
        {
            rows[0][headings.FindIndex(h => h.StartsWith("M1", StringComparison.Ordinal))] = "三次";
            rows[1][0] = CellValue.Empty;
            rows[1][1] = "芦苇荡商会";
            rows[2][headings.FindIndex(h => h.EndsWith("满意人数", StringComparison.Ordinal))] = 130;
        }
        return Write("年度汇总表", [.. headings.Select(h => new ColumnToWrite(h))], rows);
    }

    /// <summary>A department's list as it sends it, with its document's number in a column.</summary>
    /// <param name="amounts">By chamber, in the order of the names.</param>
    public static byte[] List(string title, Func<int, CellValue> amounts, string document, Func<int, CellValue>? day = null) =>
        Write(title, [new("商会名称"), new("数量"), new("日期", ColumnFormat.Text), new("文号")],
            Names.Select((n, i) => (CellValue[])[n, amounts(i), day?.Invoke(i) ?? CellValue.Empty, document])
                .Where(r => r[1] != CellValue.Empty));

    private static byte[] Write(string sheet, IReadOnlyList<ColumnToWrite> columns, IEnumerable<IReadOnlyList<CellValue>> rows) =>
        TableFiles.Instance.Write([new TableToWrite(sheet, columns, [.. rows])]);

    /// <summary>The further down the list, the less was done.</summary>
    private static CellValue Cell(string heading, int chamber) => heading.Split(' ')[0] switch
    {
        "M1" => Math.Max(0, 12 - chamber),
        "M2" or "M3" => Math.Max(0, 4 - chamber / 3),
        "M4" => heading.EndsWith("满意人数", StringComparison.Ordinal) ? 95 - 2 * chamber : 100,
        "E1" => chamber < 9 ? 2 : 1,
        "E2" => 6 - chamber / 3,
        "E3" => chamber < 4 ? "营商环境建议=市级采用；用工建议=县级采用" : CellValue.Empty,
        "E4" => 1,
        "I1" => "合格",
        "I2" => chamber < 12 ? 1 : CellValue.Empty,
        "I3" => "是",
        "I4" => heading.EndsWith("应完成数", StringComparison.Ordinal) ? 40 : 40 - chamber,
        "P1" => chamber < 10 ? "已建立党组织（含联合组建）" : CellValue.Empty,
        "P2" => chamber < 10 ? "落实" : CellValue.Empty,
        "P3" or "P4" or "X2" or "G1" => chamber < 11 ? "是" : CellValue.Empty,
        "P5" => 2,
        "G4" => 2,
        "V1" => chamber < 5 ? "光伏组件项目=开工或落地" : CellValue.Empty,
        "V2" => chamber < 8 ? 3 : 1,
        "N1" => chamber < 7 ? "青山村；白水村" : CellValue.Empty,
        "N2" or "N3" => chamber < 9 ? 2 : CellValue.Empty,
        _ => CellValue.Empty,
    };
}
