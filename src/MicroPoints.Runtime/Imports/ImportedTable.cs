using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>What a column is used for.</summary>
public enum ColumnUse
{
    Chamber = 1,
    Measure = 2,

    /// <summary>A column that a list has beside its measure: day, key, document, reason.</summary>
    Detail = 3,

    /// <summary>Known to hold no activities, such as 序号 and 合计, or left out by the caller.</summary>
    LeftOut = 4,

    /// <summary>Nobody knows: the caller names what it is, or leaves it out.</summary>
    Unknown = 5,
}

/// <summary>A column of a table, with what it is taken for.</summary>
/// <param name="Heading">As people read it.</param>
/// <param name="Target">Of a measure's column.</param>
public sealed record TableColumn(int Column, string Heading, ColumnUse Use, ColumnTarget? Target = null)
{
    public string Letter => CellPlace.ColumnName(Column);
}

/// <summary>One activity that a table says.</summary>
/// <param name="Item">Which of its cell's activities it is: the same in every version of the table.</param>
public sealed record ImportedItem(CellPlace Place, string Item, Measured Measured, On On, string? Key, string? Reason)
{
    /// <summary>Of a state: the first day on which it no longer holds; null where the kind says it.</summary>
    public DateOnly? Expires { get; init; }
}

/// <summary>What a table says of one chamber in one place, whose next version takes the place of this one.</summary>
/// <param name="Slot">The place: the same in every version of the table.</param>
/// <param name="Items">Empty where it says that there was nothing.</param>
public sealed record ImportedCell(
    CellPlace Place, ChamberId Chamber, ActivityKind Kind, string Heading, string Slot, IReadOnlyList<ImportedItem> Items)
{
    /// <summary>Why what stood there is taken back, in words the chamber may read; null where the place in a file says enough.</summary>
    public string? Correcting { get; init; }
}

/// <summary>A table as it was understood.</summary>
/// <param name="Sheets">The names of the file's sheets.</param>
/// <param name="Sheet">The one that was read.</param>
/// <param name="HeaderRow">The row of its heading; null where none was found.</param>
/// <param name="Chambers">Every chamber that it names, in order of id.</param>
/// <param name="Notes">What is worth knowing and stops nothing.</param>
/// <param name="Problems">Where there is one, nothing is imported.</param>
public sealed record ImportedTable(
    string Format, IReadOnlyList<string> Sheets, string? Sheet, int? HeaderRow, IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<ChamberId> Chambers, IReadOnlyList<ImportedCell> Cells, IReadOnlyList<TableNote> Notes,
        IReadOnlyList<TableNote> Problems);

/// <summary>What a table is understood by.</summary>
internal sealed record ImportBasis(KindCatalogue Kinds, Ruleset Ruleset, IReadOnlyList<Chamber> Chambers, DateOnly Today)
{
    public string NameOf(ChamberId chamber) => Chambers.FirstOrDefault(c => c.Id == chamber)?.Name ?? chamber.Value;
}
