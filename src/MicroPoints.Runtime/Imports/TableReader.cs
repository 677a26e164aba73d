using MicroPoints.Imports;

namespace MicroPoints.Runtime;

/// <summary>Understands a file as a table of a shape: chooses the sheet, finds the heading, reads every row.</summary>
internal static class TableReader
{
    public static ImportedTable Read(TableFile file, ImportRequest request, ImportBasis basis)
    {
        IReadOnlyList<string> sheets = [.. file.Sheets.Select(s => s.Name)];
        if (file.Problems.Count > 0) return Failed(file, sheets, file.Problems);
        Func<string, bool> isKnown = request.Shape == TableShape.Annual ? AnnualTable.IsKnown(basis, request) : DepartmentTable.IsKnown;
        var (sheet, headings, problem) = Choose(file, request, isKnown);
        if (sheet is null || headings is null) return Failed(file, sheets, [problem!]);

        var notes = new TableNotes();
        var (columns, chambers, cells) = request.Shape == TableShape.Annual
            ? new AnnualTable(basis, request, sheet, headings, notes).Read()
            : new DepartmentTable(basis, request, sheet, headings, notes).Read();
        if (notes.Problems.Count == 0 && chambers.Count == 0)
            notes.Problem(new CellPlace(sheet.Name, headings.Last + 1, 0), "表头下面没有商会的数据", "no chamber stands below the heading");
        if (chambers.Count > Limits.ImportChambersMax) notes.Problem(null,
            $"一张表最多 {Limits.ImportChambersMax} 家商会，请分开导入", $"one table names at most {Limits.ImportChambersMax} chambers: split it");
        return new ImportedTable(file.Format, sheets, sheet.Name, headings.First, columns, chambers,
            notes.Problems.Count > 0 ? [] : cells, notes.Notes, notes.Problems);
    }

    private static ImportedTable Failed(TableFile file, IReadOnlyList<string> sheets, IReadOnlyList<TableNote> problems) =>
        new(file.Format, sheets, null, null, [], [], [], [], problems);

    private static (Sheet?, Headings?, TableNote?) Choose(TableFile file, ImportRequest request, Func<string, bool> isKnown)
    {
        var asked = request.Sheet is null ? file.Sheets : [.. file.Sheets.Where(s => s.Name == request.Sheet)];
        if (asked.Count == 0) return (null, null, new TableNote(null,
            $"没有名为“{request.Sheet}”的工作表；有 {string.Join("、", file.Sheets.Select(s => s.Name))}",
            $"there is no sheet '{request.Sheet}'; there are {string.Join(", ", file.Sheets.Select(s => s.Name))}"));
        foreach (var sheet in asked)
            if (Headings.Find(sheet, isKnown, request.HeaderRow) is { } headings) return (sheet, headings, null);
        return (null, null, new TableNote(asked.Count == 1 ? new CellPlace(asked[0].Name, request.HeaderRow ?? 0, 0) : null,
            "找不到表头：表头要有“商会”或“商会名称”一列，可以在前 30 行的任何一行；也可以指明表头在第几行",
            "no heading was found: it names a column 商会 or 商会名称, in one of the first 30 rows; or say in which row it is"));
    }
}
