namespace MicroPoints.Runtime;

/// <summary>Finds where a table's heading is: below title rows, over one row or several.</summary>
/// <param name="First">Its first row.</param>
/// <param name="Last">Its last row; the data begin below.</param>
/// <param name="ChamberColumns">The columns that name the chamber, ids first.</param>
internal sealed record Headings(int First, int Last, IReadOnlyList<int> ChamberColumns)
{
    private const int RowsSearched = 30, RowsMax = 4;

    private static readonly HashSet<string> IdWords = [.. new[] { "商会编号", "编号", "chamber id", "id" }.Select(NameText.Key)];

    private static readonly HashSet<string> NameWords = [.. new[]
    {
        "商会", "商会名称", "商会全称", "单位", "单位名称", "乡镇（街道）", "乡镇街道", "乡镇街道商会", "所属商会", "名称", "chamber", "name",
        "chamber name", "申报单位", "被考核单位", "乡镇商会", "区划代码",
    }.Select(NameText.Key)];

    private static readonly HashSet<string> HintWords =
        [.. new[] { "单位与填法", "单位", "填法", "填写说明", "填报说明", "计量单位", "分值", "满分", "权重", "指标编号", "编号", "how to fill" }.Select(NameText.Key)];

    /// <summary>The row that names chambers and the most columns; null where none does.</summary>
    /// <param name="isKnown">Whether a text heads a column.</param>
    /// <param name="row">The row that the caller names; null: it is looked for.</param>
    public static Headings? Find(Sheet sheet, Func<string, bool> isKnown, int? row)
    {
        var rows = row is { } given ? [given] : sheet.Rows.Take(RowsSearched).ToList();
        Headings? best = null;
        var most = 0;
        foreach (var candidate in rows)
        {
            if (ChamberColumnsOf(sheet, candidate) is not { Count: > 0 } chambers) continue;
            var found = new Headings(candidate, LastOf(sheet, candidate, chambers[0]), chambers);
            var score = 1 + Enumerable.Range(1, sheet.Columns)
                .Count(c => !chambers.Contains(c) && found.Texts(sheet, c).Any(isKnown));
            if (score > most) (best, most) = (found, score);
        }
        return best;
    }

    /// <summary>Every text over a column, from the row above the heading down, each once.</summary>
    public IReadOnlyList<string> Texts(Sheet sheet, int column)
    {
        var texts = new List<string>();
        for (var row = Math.Max(1, First - 1); row <= Last; row++)
            if (sheet.Seen(row, column)?.Text is { } text && (texts.Count == 0 || texts[^1] != text)) texts.Add(text);
        return texts;
    }

    /// <summary>The heading as people read it: the lowest text in the heading's first row, or what stands there instead.</summary>
    public string Text(Sheet sheet, int column)
    {
        for (var row = First; row <= Last; row++)
            if (sheet.Seen(row, column)?.Text is { } text) return text;
        return "";
    }

    private static List<int> ChamberColumnsOf(Sheet sheet, int row)
    {
        var found = Enumerable.Range(1, sheet.Columns).Where(c => sheet[row, c] is { Type: CellType.Text } cell
            && (NameWords.Contains(NameText.Key(cell.Text)) || IdWords.Contains(NameText.Key(cell.Text))
                || NameWords.Contains(NameText.KeyOutsideBrackets(cell.Text)))).ToList();
        return [.. found.OrderBy(c => IdWords.Contains(NameText.Key(sheet[row, c]!.Text)) ? 0 : 1)];
    }

    /// <summary>Rows below still belong to the heading while they name no chamber, or say how to fill.</summary>
    private static int LastOf(Sheet sheet, int first, int chamberColumn)
    {
        var last = Math.Min(sheet.MergedAt(first, chamberColumn)?.LastRow ?? first, first + RowsMax);
        while (last < first + RowsMax && sheet.Rows.Contains(last + 1) && IsHint(sheet[last + 1, chamberColumn]?.Text)
            && Enumerable.Range(1, sheet.Columns).Any(c => sheet[last + 1, c] is not null)) last++;
        return last;

        static bool IsHint(string? text) => text is not null && HintWords.Contains(NameText.Key(text));
    }
}
