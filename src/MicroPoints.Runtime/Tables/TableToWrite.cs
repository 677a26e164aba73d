namespace MicroPoints.Runtime;

/// <summary>How a column's numbers are shown.</summary>
public enum ColumnFormat
{
    /// <summary>As typed: nothing turns 3/5 into a date or drops a leading zero.</summary>
    Text = 1,
    Whole = 2,
    Points = 3,
    Day = 4,

    /// <summary>Up to two decimals, only those there are.</summary>
    Number = 5,
}

/// <summary>A value to write. Text is always text: whatever it begins with, it is never a formula.</summary>
public readonly record struct CellValue
{
    private CellValue(string? text, decimal? number, DateOnly? day) => (Text, Number, Day) = (text, number, day);

    public string? Text { get; }
    public decimal? Number { get; }
    public DateOnly? Day { get; }

    public static CellValue Empty => default;
    public static CellValue Of(string? text) => new(string.IsNullOrEmpty(text) ? null : text, null, null);
    public static CellValue Of(decimal? number) => new(null, number, null);
    public static CellValue Of(DateOnly? day) => new(null, null, day);
    public static CellValue Of(Points points) => new(null, points.Hundredths / 100m, null);
    public static implicit operator CellValue(string? text) => Of(text);
    public static implicit operator CellValue(long number) => Of(number);
    public static implicit operator CellValue(Points points) => Of(points);
    public static implicit operator CellValue(DateOnly? day) => Of(day);
    public static implicit operator CellValue(DateOnly day) => Of(day);
}

/// <summary>A column of a table that is written.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Width">In characters; 0: as wide as its heading and values need.</param>
public sealed record ColumnToWrite(string Title, ColumnFormat Format = ColumnFormat.Text, int Width = 0)
{
    /// <summary>A heading above it, shared with neighbours that have the same.</summary>
    public string? Group { get; init; }

    /// <summary>A second heading row below it: the unit and how to fill it.</summary>
    public string? Hint { get; init; }

    /// <summary>What may be chosen; empty where anything may be written.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What is shown while a cell of the column is selected, such as the clause.</summary>
    public string? Note { get; init; }
}

/// <summary>A table that is written as a sheet.</summary>
public sealed record TableToWrite(string Sheet, IReadOnlyList<ColumnToWrite> Columns, IReadOnlyList<IReadOnlyList<CellValue>> Rows)
{
    /// <summary>Above the table, over its whole width; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>Lines below the title, such as the day and the stamp of generated data.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Printed on A3 rather than A4; both lie on their side.</summary>
    public bool IsWide { get; init; }

    /// <summary>How many columns at the left stay in sight.</summary>
    public int FixedColumns { get; init; } = 1;

    /// <summary>Empty rows below the last that take the columns' choices too: for tables that people fill.</summary>
    public int RowsToFill { get; init; }
}
