namespace MicroPoints.Documents;

/// <summary>Reads a working-day calendar from a table: <c>date,kind,name</c>, a line for each day unlike its weekday.</summary>
public static class CalendarRows
{
    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["date"] = ["日期"],
        ["kind"] = ["类别", "类型"],
        ["name"] = ["名称", "节日"],
    };

    /// <summary>The Chinese heading of a column, for saying where something is wrong.</summary>
    public static string Heading(string column) => Columns.TryGetValue(column, out var names) ? names[0] : column;

    /// <summary>The calendar, or every problem of the file; never both.</summary>
    public static (WorkingCalendar? Calendar, IReadOnlyList<TableProblem> Problems) Read(ReadOnlyMemory<byte> bytes)
    {
        var table = HeadedTable.Read(bytes, Columns, [.. Columns.Keys]);
        var problems = new List<TableProblem>(table.Problems);
        if (problems.Count > 0) return (null, problems);
        var lines = new Dictionary<DateOnly, long>();
        var days = table.Rows.Select(r => Row(new RowReader(r, problems), lines)).OfType<CalendarDay>().ToList();
        if (table.Rows.Count == 0) problems.Add(new TableProblem(2, null,
            "文件里没有日子：请列出整年的放假和调休上班日", "the file has no days: give the holidays and make-up workdays of whole years"));
        return problems.Count > 0 ? (null, problems) : (WorkingCalendar.Of(days), []);
    }

    private static CalendarDay? Row(RowReader row, Dictionary<DateOnly, long> lines)
    {
        if (row.Text("date") is null) row.Bad("date", "没有填", "is empty");
        var (date, isWorked, name) = (row.Day("date"), IsWorked(row), row.Required("name"));
        if (date is { } known && !lines.TryAdd(known, row.Line))
            row.Bad("date", $"{Calendar.Text(known)} 与第 {lines[known]} 行重复",
                $"{Calendar.Text(known)} stands on line {lines[known]} already");
        if (!row.IsGood) return null;
        var day = new CalendarDay(date!.Value, isWorked, name);
        if (WorkingCalendar.ProblemOfNew(day) is not { } problem) return day;
        row.Bad(problem.StartsWith("a day's name", StringComparison.Ordinal) ? "name" : "kind", problem);
        return null;
    }

    private static bool IsWorked(RowReader row)
    {
        var kind = row.Required("kind");
        if (kind is "workday" or "调休上班" or "补班" or "上班") return true;
        if (kind is not ("holiday" or "放假" or "休息" or "")) row.Bad(
            "kind", $"“{kind}”既不是放假也不是上班", $"'{kind}' is neither holiday nor workday (放假 / 上班)");
        return false;
    }
}
