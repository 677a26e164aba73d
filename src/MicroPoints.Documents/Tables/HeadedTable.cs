using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>A table whose columns are known by their headings: a CSV file, or the sheet of a workbook that has such headings.</summary>
internal static class HeadedTable
{
    private const int RowsSearched = 30;

    /// <param name="columns">Each column's name with its other spellings, Chinese ones first.</param>
    public static (IReadOnlyList<TableRow> Rows, IReadOnlyList<TableProblem> Problems) Read(
        ReadOnlyMemory<byte> bytes, IReadOnlyDictionary<string, string[]> columns, IReadOnlyList<string> required)
    {
        if (bytes.Span is not ([0x50, 0x4B, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] or [0x25, 0x50, 0x44, 0x46, ..]))
        {
            var text = CsvTable.Read(bytes, columns, required);
            return (text.Rows, text.Problems);
        }
        var file = TableFiles.Instance.Read(bytes);
        return file.Problems.Count > 0 ? ([], [.. file.Problems.Select(p => new TableProblem(p.Place?.Row ?? 1, null, p.What))])
            : OfWorkbook(file, columns, required);
    }

    private static (IReadOnlyList<TableRow>, IReadOnlyList<TableProblem>) OfWorkbook(
        TableFile file, IReadOnlyDictionary<string, string[]> columns, IReadOnlyList<string> required)
    {
        // The row that names most columns is the heading; titles and how to fill stand above it.
        var best = file.Sheets.SelectMany(s => s.Rows.Take(RowsSearched).Select(r => (Sheet: s, Row: r, Named: Headings(s, r, columns))))
            .Where(h => h.Named.Count > 0).OrderByDescending(h => h.Named.Count).Select(h => ((Sheet, int, Dictionary<int, string>)?)h)
            .FirstOrDefault();
        if (best is not var (sheet, heading, named)) return ([], [.. CsvTable.Missing([], columns, required, 1)]);
        var problems = CsvTable.Missing(named.Values, columns, required, heading).ToList();
        foreach (var twice in named.GroupBy(n => n.Value).Where(g => g.Count() > 1))
            problems.Add(new TableProblem(heading, twice.Key, $"“{columns[twice.Key][0]}”这一列有两个", $"the column {twice.Key} stands twice"));
        if (problems.Count > 0) return ([], problems);
        return ([.. sheet.Rows.Where(r => r > heading).Select(r => new TableRow(r, named.ToDictionary(n => n.Value,
            n => sheet[r, n.Key]?.Text ?? ""))).Where(r => columns.Keys.Any(c => r[c] is not null))], []);
    }

    private static Dictionary<int, string> Headings(Sheet sheet, int row, IReadOnlyDictionary<string, string[]> columns) =>
        Enumerable.Range(1, sheet.Columns).Select(c => (Column: c, Name: CsvTable.ColumnOf(sheet[row, c]?.Text.Trim() ?? "", columns)))
            .Where(c => c.Name is not null).ToDictionary(c => c.Column, c => c.Name!);
}
