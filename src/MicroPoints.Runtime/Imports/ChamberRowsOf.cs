using System.Text.RegularExpressions;
using MicroPoints.Chambers;

namespace MicroPoints.Runtime;

/// <summary>Tells whose row it is, and which rows are nobody's.</summary>
internal static partial class ChamberRowsOf
{
    /// <summary>The row's chamber; null where it has none, which was then said.</summary>
    public static Chamber? Find(
        Sheet sheet, int row, Headings headings, IEnumerable<int> filled, ChamberNames names, TableNotes notes)
    {
        var named = headings.ChamberColumns.Select(c => (Column: c, sheet.Seen(row, c)?.Text)).Where(c => c.Text is not null).ToList();
        if (named.Count == 0 || Total().IsMatch(NameText.Key(named[0].Text!)))
        {
            var first = Enumerable.Range(1, sheet.Columns).Select(c => sheet[row, c]).FirstOrDefault(c => c is not null);
            if (named.Count > 0 || first is not null && Total().IsMatch(NameText.Key(first.Text)))
                notes.Say(sheet.Place(row, 0), $"第 {row} 行是合计，不导入", $"row {row} holds totals and is left out");
            else if (filled.FirstOrDefault(c => sheet[row, c] is not null) is > 0 and var column)
                notes.Problem(sheet.Place(row, column), "这一行有数，但没有写商会", "this row has values and names no chamber");
            return null;
        }
        if (Foot().IsMatch(named[0].Text!) || named[0].Text!.Length > Limits.NameLengthMax)
        {
            notes.Say(sheet.Place(row, 0), $"第 {row} 行是说明，不导入", $"row {row} is a remark and is left out");
            return null;
        }
        var found = named.Select(n => (n.Column, names.Find(n.Text!).Chamber)).Where(n => n.Chamber is not null).ToList();
        if (found.Count == 0)
        {
            notes.Problem(sheet.Place(row, named[^1].Column), names.Find(named[^1].Text!).Problem!);
            return null;
        }
        if (found.Select(f => f.Chamber!.Id).Distinct().Count() > 1)
        {
            notes.Problem(sheet.Place(row, found[0].Column),
                $"编号和名称不是同一家商会：{string.Join("、", found.Select(f => $"{f.Chamber!.Id} {f.Chamber.Name}"))}",
                $"id and name are not the same chamber: {string.Join(", ", found.Select(f => f.Chamber!.Id))}");
            return null;
        }
        if (found[0].Chamber!.Closed() is not { } closed) return found[0].Chamber;
        notes.Problem(sheet.Place(row, found[0].Column), RefusalWords.InTable(closed.Reason, closed.Detail));
        return null;
    }

    [GeneratedRegex("^(合计|总计|小计|平均|全县合计|累计|total|sum|average)")]
    private static partial Regex Total();

    [GeneratedRegex(@"^\s*(注|备注|说明|填表|制表|审核|审定|负责人|联系|填报|复核|经办|程序生成)")]
    private static partial Regex Foot();
}
