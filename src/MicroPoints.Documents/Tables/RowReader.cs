namespace MicroPoints.Documents;

/// <summary>Reads typed cells of one row, noting every bad one.</summary>
internal sealed class RowReader(TableRow row, List<TableProblem> problems)
{
    public long Line { get; } = row.Line;
    public bool IsGood { get; private set; } = true;

    public string? Text(string column) => row[column];

    public string Required(string column)
    {
        if (row[column] is { } text) return text;
        Bad(column, "没有填", "is empty");
        return "";
    }

    public DateOnly? Day(string column)
    {
        if (row[column] is not { } text) return null;
        if (Calendar.TryParseDay(Dashes(text), out var day)) return day;
        Bad(column, $"“{text}”不是日期，例如 2026-04-12", $"'{text}' is not a day such as 2026-04-12");
        return null;
    }

    public On? On(string column)
    {
        var text = Required(column);
        if (text.Length == 0) return null;
        if (MicroPoints.On.TryParse(Dashes(text), out var on)) return on;
        Bad(column, $"“{text}”不是日、月、季或年，例如 2026-04-12、2026-04、2026Q2、2026",
            $"'{text}' is not a day, month, quarter or year such as 2026-04-12, 2026-04, 2026Q2, 2026");
        return null;
    }

    public long? Whole(string column)
    {
        if (row[column] is not { } text) return null;
        if (text.Length <= 12 && long.TryParse(text, System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var whole)) return whole;
        Bad(column, $"“{text}”不是整数", $"'{text}' is not a whole number");
        return null;
    }

    public Points? Number(string column)
    {
        if (row[column] is not { } text) return null;
        if (Points.TryParse(text, out var number)) return number;
        Bad(column, $"“{text}”不是最多两位小数的数", $"'{text}' is not a number with at most two decimals");
        return null;
    }

    public T? Id<T>(string column, Func<string, bool> isValid, Func<string, T> make) where T : struct
    {
        var text = Required(column);
        if (text.Length == 0) return null;
        if (isValid(text)) return make(text);
        Bad(column, $"“{text}”不能用作编号：只能用字母、数字和 . _ : -，第一个是字母或数字，最多 {Limits.IdLengthMax} 个",
            $"'{text}' is not an id: 1–{Limits.IdLengthMax} of A-Z a-z 0-9 . _ : -, the first a letter or digit");
        return null;
    }

    public RegionCode? Region(string column)
    {
        var text = Required(column);
        if (text.Length == 0) return null;
        if (RegionCode.IsValid(text)) return new RegionCode(text);
        Bad(column, $"“{text}”不是 6 位或 9 位的区划代码", $"'{text}' is not a region code of 6 or 9 digits");
        return null;
    }

    public void Bad(string column, string zh, string en) => Bad(column, new Title(zh, en));

    /// <summary>In a table that only command lines read.</summary>
    public void Bad(string column, string en) => Bad(column, new Title(en));

    /// <param name="mayBeConfirmed">Whoever sends the table may say that it is so all the same.</param>
    public void Bad(string column, Title what, bool mayBeConfirmed = false)
    {
        IsGood = false;
        problems.Add(new TableProblem(Line, column, what) { MayBeConfirmed = mayBeConfirmed });
    }

    /// <summary>Spreadsheets write days with slashes, dots or as 2026年4月12日, and months without a leading zero.</summary>
    private static string Dashes(string text)
    {
        text = text.TrimEnd('年', '月', '日');
        var parts = text.Split('/', '.', '-', '年', '月');
        return parts.Length is 2 or 3 && parts[0].Length == 4 && parts.Skip(1).All(p => p.Length is 1 or 2)
            ? string.Join('-', parts.Select(p => p.PadLeft(2, '0')))
            : text;
    }
}
