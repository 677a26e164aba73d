using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>A file holds more than a table of a county may.</summary>
internal sealed class TableLimitException(Title what) : Exception(what.EnOrZh)
{
    public Title What { get; } = what;
}

/// <summary>How much of a table is read.</summary>
internal static class TableLimits
{
    public static void Row(int row)
    {
        if (row > Limits.TableRowsMax) throw new TableLimitException(new Title(
            $"有数据的行超过 {Limits.TableRowsMax} 行：请只留要导入的行", $"values below row {Limits.TableRowsMax}: leave only the rows to import"));
    }

    /// <param name="before">How many cells the file had so far.</param>
    public static void Cell(int column, int before)
    {
        if (column > Limits.TableColumnsMax) throw new TableLimitException(new Title(
            $"有数据的列超过 {Limits.TableColumnsMax} 列（{CellPlace.ColumnName(column)}）：请删去多余的列",
            $"values right of column {CellPlace.ColumnName(Limits.TableColumnsMax)}: remove the columns that are not to be imported"));
        if (before >= Limits.TableCellsMax) throw new TableLimitException(new Title(
            $"有数据的单元格超过 {Limits.TableCellsMax} 个：请只留要导入的工作表", $"more than {Limits.TableCellsMax} cells: leave only the sheet to import"));
    }

    public static string Cut(string text) => text.Length <= Limits.TableCellLengthMax ? text : text[..Limits.TableCellLengthMax];
}
