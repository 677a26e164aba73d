using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MicroPoints.Documents;

/// <summary>What is wrong with a table, and where.</summary>
/// <param name="Line">The line of a text file or the row of a sheet, from 1.</param>
/// <param name="Column">The column's name; null where the whole line is meant.</param>
public sealed record TableProblem(long Line, string? Column, Title What)
{
    public TableProblem(long line, string? column, string zh, string en) : this(line, column, new Title(zh, en)) { }

    /// <summary>Whoever sends the table may say that it is so all the same.</summary>
    public bool MayBeConfirmed { get; init; }

    /// <summary>Of a table that only command lines read.</summary>
    public TableProblem(long line, string? column, string en) : this(line, column, new Title(en)) { }

    /// <summary>In English, as command lines say it.</summary>
    public override string ToString() => Column is null ? $"line {Line}: {What.EnOrZh}"
        : $"line {Line}, column {Column}: {What.EnOrZh}";
}

/// <summary>One row of a table, by column.</summary>
public sealed class TableRow(long line, IReadOnlyDictionary<string, string> cells)
{
    public long Line { get; } = line;

    /// <summary>The cell's text without surrounding space; null where the column is absent or the cell empty.</summary>
    public string? this[string column] => cells.GetValueOrDefault(column) is { Length: > 0 } text ? text : null;
}

/// <summary>A CSV file with a header line, in UTF-8 (with or without a mark) or GBK.</summary>
/// <param name="Encoding">What it was read as.</param>
public sealed record CsvTable(IReadOnlyList<TableRow> Rows, IReadOnlyList<TableProblem> Problems, string Encoding)
{
    /// <summary>Reads a file's bytes. Columns are known by their name or any of its other spellings.</summary>
    /// <param name="columns">Each column's name with its other spellings, Chinese ones among them.</param>
    public static CsvTable Read(ReadOnlyMemory<byte> bytes, IReadOnlyDictionary<string, string[]> columns,
        IReadOnlyList<string> required)
    {
        if (bytes.Length > Limits.ImportBytesMax)
            return Failed("文件太大，请拆成几个文件",
                $"the file has {bytes.Length} bytes; an import has at most {Limits.ImportBytesMax}: split it");
        if (TextBytes.Decode(bytes.Span) is not ({ } text, var encoding))
            return Failed("文件不是 UTF-8 或 GBK 编码的文字，请另存为 CSV",
                "the file is neither UTF-8 nor GBK text: save it as CSV UTF-8");
        var problems = new List<TableProblem>();
        var rows = ReadRows(text, columns, required, problems);
        return new CsvTable(rows, problems, encoding);
    }

    private static CsvTable Failed(string zh, string en) => new([], [new TableProblem(1, null, zh, en)], "");

    private static List<TableRow> ReadRows(
        string text, IReadOnlyDictionary<string, string[]> columns, IReadOnlyList<string> required, List<TableProblem> problems)
    {
        var rows = new List<TableRow>();
        var lines = new RowLines(text);
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            BadDataFound = bad => problems.Add(new TableProblem(
                lines.Of(bad.Context.Parser!), null, $"引号不成对：{Shown(bad.RawRecord)}",
                $"a quotation mark is out of place: {Shown(bad.RawRecord)}")),
        });
        if (!parser.Read())
        {
            problems.Add(new TableProblem(1, null, "文件是空的：第一行应是列名", "the file is empty: the first line names the columns"));
            return rows;
        }
        if (parser.Record is [var all] && all.IndexOfAny([';', '\t', '；', '，']) >= 0)
        {
            problems.Add(new TableProblem(lines.Of(parser), null, $"单元格不是用逗号分开的：{Shown(all)}。请另存为 CSV",
                $"the cells are not separated by commas: {Shown(all)}. Save it as CSV"));
            return rows;
        }
        var header = Header(parser.Record!, columns, required, problems);
        while (problems.Count < 1_000 && parser.Read())
        {
            var record = parser.Record!;
            if (record.All(string.IsNullOrWhiteSpace)) continue;
            if (record.Length > header.Length)
                problems.Add(new TableProblem(lines.Of(parser), null, $"这一行有 {record.Length} 格，表头只有 {header.Length} 列",
                    $"{record.Length} cells, but the header names {header.Length} columns"));
            var cells = new Dictionary<string, string>();
            for (var i = 0; i < Math.Min(header.Length, record.Length); i++)
                if (header[i] is { } column) cells[column] = record[i].Trim();
            rows.Add(new TableRow(lines.Of(parser), cells));
        }
        return rows;
    }

    /// <summary>The column that each heading names; what is wrong with the headings goes to the problems.</summary>
    internal static string?[] Header(
        string[] names, IReadOnlyDictionary<string, string[]> columns, IReadOnlyList<string> required,
            List<TableProblem> problems)
    {
        var header = new string?[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i].Trim();
            header[i] = ColumnOf(name, columns);
            if (header[i] is null) problems.Add(new TableProblem(1, name,
                $"不认识这一列；可以有的列是 {string.Join("、", columns.Select(c => c.Value[0]))}",
                $"this column is not known; known are {string.Join(", ", columns.Keys)}"));
            else if (header.AsSpan(0, i).Contains(header[i])) problems.Add(new TableProblem(1, name,
                $"“{name}”与前面的一列重复", $"the column {header[i]} stands twice"));
        }
        problems.AddRange(Missing(header, columns, required, 1));
        return header;
    }

    /// <summary>The column that a heading names; null where it names none.</summary>
    internal static string? ColumnOf(string name, IReadOnlyDictionary<string, string[]> columns) => columns
        .FirstOrDefault(c => c.Key.Equals(name, StringComparison.OrdinalIgnoreCase) || c.Value.Contains(name)).Key;

    internal static IEnumerable<TableProblem> Missing(
        IEnumerable<string?> header, IReadOnlyDictionary<string, string[]> columns, IReadOnlyList<string> required, long line)
    {
        foreach (var missing in required.Except(header))
            yield return new TableProblem(line, missing, $"缺少这一列（列名可写 {string.Join("、", columns[missing!])}）",
                $"this column is missing (also known as {string.Join(", ", columns[missing!])})");
    }

    private static string Shown(string? text)
    {
        var line = (text ?? "").Split('\n')[0].TrimEnd();
        return line.Length > 60 ? line[..60] + "…" : line;
    }
}
