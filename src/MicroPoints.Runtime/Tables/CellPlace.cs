using System.Globalization;

namespace MicroPoints.Runtime;

/// <summary>A cell as people find it: a sheet, a row and a column, both from 1.</summary>
/// <param name="Row">0 where the whole sheet is meant.</param>
/// <param name="Column">0 where the whole row is meant.</param>
public readonly record struct CellPlace(string Sheet, int Row, int Column) : IComparable<CellPlace>
{
    /// <summary><c>C7</c>; a row's number alone where no column is meant.</summary>
    public string Name => Column == 0 ? Row.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{ColumnName(Column)}{Row}");

    /// <summary>1 is A, 27 is AA.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26) name = (char)('A' + (column - 1) % 26) + name;
        return name;
    }

    /// <summary>The column of letters such as <c>AA</c>; null where these are none.</summary>
    public static int? ColumnOf(string letters)
    {
        if (letters.Length is 0 or > 3 || !letters.All(char.IsAsciiLetter)) return null;
        return letters.ToUpperInvariant().Aggregate(0, (column, letter) => column * 26 + (letter - 'A' + 1));
    }

    public int CompareTo(CellPlace other) => (Row, Column).CompareTo((other.Row, other.Column));

    public override string ToString() => Row == 0 ? Sheet : Sheet.Length == 0 ? Name : $"{Sheet}!{Name}";
}

/// <summary>What is wrong with a table or worth knowing of it, where, and what to write instead.</summary>
/// <param name="Place">Null where the whole file is meant.</param>
public sealed record TableNote(CellPlace? Place, Title What)
{
    public TableNote(CellPlace? place, string zh, string en) : this(place, new Title(zh, en)) { }

    /// <summary>In both languages, on one line.</summary>
    public override string ToString() => $"{(Place is { } place ? $"{place}：" : "")}{What.Zh} ({What.EnOrZh})";
}
