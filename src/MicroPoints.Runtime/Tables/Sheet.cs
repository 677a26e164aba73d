namespace MicroPoints.Runtime;

/// <summary>What a cell holds.</summary>
public enum CellType
{
    Text = 1,
    Number = 2,
    Day = 3,
    Flag = 4,

    /// <summary>An error such as <c>#REF!</c>, which is in its text.</summary>
    Error = 5,

    /// <summary>A formula that nobody computed; its text is the formula.</summary>
    Formula = 6,
}

/// <summary>A cell that holds something.</summary>
/// <param name="Text">As people read it, without space around it: numbers in their shortest writing, days as 2026-04-12.</param>
public sealed record SheetCell(int Row, int Column, CellType Type, string Text)
{
    /// <summary>Of a number.</summary>
    public double? Number { get; init; }

    /// <summary>Of a day.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>Cells shown as one; the value is in the first.</summary>
public readonly record struct MergedRange(int Row, int Column, int LastRow, int LastColumn)
{
    public bool Contains(int row, int column) => row >= Row && row <= LastRow && column >= Column && column <= LastColumn;
}

/// <summary>One sheet as it was read: only cells that hold something, and no formula but its last value.</summary>
public sealed class Sheet
{
    private readonly Dictionary<(int Row, int Column), SheetCell> _cells;
    private readonly Dictionary<(int Row, int Column), MergedRange> _merged = [];

    /// <summary>Merged ranges are looked up cell by cell, so what is larger than any heading is left out.</summary>
    private const int MergedCellsMax = 5_000, AllMergedCellsMax = 200_000;

    public Sheet(string name, IEnumerable<SheetCell> cells, IReadOnlyList<MergedRange> merged)
    {
        (Name, _cells) = (name, cells.ToDictionary(c => (c.Row, c.Column)));
        foreach (var range in merged)
        {
            if ((long)(range.LastRow - range.Row + 1) * (range.LastColumn - range.Column + 1) > MergedCellsMax
                || _merged.Count > AllMergedCellsMax) continue;
            for (var row = range.Row; row <= range.LastRow; row++)
                for (var column = range.Column; column <= range.LastColumn; column++) _merged[(row, column)] = range;
        }
        Rows = [.. _cells.Keys.Select(c => c.Row).Distinct().Order()];
        Columns = _cells.Count == 0 ? 0 : _cells.Keys.Max(c => c.Column);
    }

    public string Name { get; }

    /// <summary>The rows that hold anything, in order.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>The last column that holds anything.</summary>
    public int Columns { get; }

    public bool IsEmpty => _cells.Count == 0;

    /// <summary>The cell itself; null where it is empty.</summary>
    public SheetCell? this[int row, int column] => _cells.GetValueOrDefault((row, column));

    /// <summary>What is seen there: the cell, or the first of the merged range over it.</summary>
    public SheetCell? Seen(int row, int column) =>
        this[row, column] ?? (_merged.TryGetValue((row, column), out var range) ? this[range.Row, range.Column] : null);

    /// <summary>The merged range over a cell; null where there is none.</summary>
    public MergedRange? MergedAt(int row, int column) => _merged.TryGetValue((row, column), out var range) ? range : null;

    public CellPlace Place(int row, int column) => new(Name, row, column);
}

/// <summary>A file of tables as it was read: a workbook's sheets, or the one of a CSV file.</summary>
/// <param name="Format">What it was, such as <c>xlsx</c> or <c>csv (GBK)</c>.</param>
/// <param name="Problems">Where there is one, no sheet is given.</param>
public sealed record TableFile(string Format, IReadOnlyList<Sheet> Sheets, IReadOnlyList<TableNote> Problems)
{
    public static TableFile Unreadable(string zh, string en) => new("", [], [new TableNote(null, zh, en)]);
}
