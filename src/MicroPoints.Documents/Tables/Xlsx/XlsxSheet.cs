using System.Globalization;
using System.Xml;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>Reads one sheet's cells as a person sees them.</summary>
/// <param name="before">How many cells the file had so far.</param>
internal sealed class XlsxSheet(List<string> texts, List<bool> days, bool is1904, int before)
{
    /// <summary>Days between what the two calendars of Excel count from.</summary>
    private const int From1904 = 1462;
    private const double SerialMax = 2_958_466;

    private readonly List<SheetCell> _cells = [];
    private readonly List<MergedRange> _merged = [];
    private int _row, _column;

    public (Sheet Sheet, int Cells) Read(XmlReader xml, string name)
    {
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row") (_row, _column) = (Whole(xml.GetAttribute("r")) ?? _row + 1, 0);
            else if (xml.LocalName == "c") Cell(xml);
            else if (xml.LocalName == "mergeCell") Merge(xml.GetAttribute("ref"));
        }
        // A file may hold a cell twice; the last is what spreadsheets show.
        return (new Sheet(name, _cells.GroupBy(c => (c.Row, c.Column)).Select(g => g.Last()), _merged), _cells.Count);
    }

    private void Cell(XmlReader xml)
    {
        (_row, _column) = Place(xml.GetAttribute("r")) ?? (_row, _column + 1);
        var (type, style) = (xml.GetAttribute("t") ?? "n", Whole(xml.GetAttribute("s")) ?? 0);
        var (value, inline, formula) = ((string?)null, (string?)null, (string?)null);
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
                if (xml.NodeType == XmlNodeType.Element)
                {
                    if (xml.LocalName == "v") value = XlsxTexts.Text(xml);
                    else if (xml.LocalName == "is") inline = XlsxTexts.Text(xml);
                    else if (xml.LocalName == "f") formula = XlsxTexts.Text(xml);
                }
        }
        if (Typed(type, style, value, inline, formula) is not { Text.Length: > 0 } cell) return;
        TableLimits.Row(cell.Row);
        TableLimits.Cell(cell.Column, before + _cells.Count);
        _cells.Add(cell with { Text = TableLimits.Cut(cell.Text) });
    }

    private SheetCell? Typed(string type, int style, string? value, string? inline, string? formula)
    {
        if (inline is not null) return Text(inline);
        if (string.IsNullOrEmpty(value)) return formula is null || type == "str" ? null : Of(CellType.Formula, "=" + formula);
        switch (type)
        {
            case "s":
                var index = Whole(value) ?? throw new InvalidDataException("a text's number is none");
                return Text(index < texts.Count ? texts[index] : throw new InvalidDataException("a text is missing"));
            case "str": return Text(value);
            case "b": return Of(CellType.Flag, value is "1" or "true" ? "是" : "否");
            case "e": return Of(CellType.Error, value);
            case "d":
                return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
                ? Day(DateOnly.FromDateTime(at)) : Text(value);
            default:
                if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                    throw new InvalidDataException("a number is none");
                return style < days.Count && days[style] && DayOf(number) is { } day ? Day(day) : Number(number);
        }
    }

    private SheetCell Of(CellType type, string text) => new(_row, _column, type, text.Trim());
    private SheetCell Text(string text) => Of(CellType.Text, text);
    private SheetCell Day(DateOnly day) => Of(CellType.Day, Calendar.Text(day)) with { Day = day };

    private SheetCell Number(double number) => Of(CellType.Number,
        Math.Abs(number) is 0 or >= 1e-7 and < 1e15 ? ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture)) with
    { Number = number };

    /// <summary>A serial's day. The calendar of 1900 counts a 29 February that never was.</summary>
    private DateOnly? DayOf(double serial)
    {
        var whole = Math.Floor(serial) + (is1904 ? From1904 : 0);
        if (whole is < 1 or >= SerialMax) return null;
        return DateOnly.FromDateTime(new DateTime(1899, 12, 30)).AddDays((int)whole + (whole < 60 ? 1 : 0));
    }

    private void Merge(string? range)
    {
        if (range?.Split(':') is not [var first, var last] || Place(first) is not { } from || Place(last) is not { } to) return;
        if (_merged.Count >= Limits.TableMergesMax) throw new TableLimitException(new Title(
            $"合并单元格超过 {Limits.TableMergesMax} 处，请取消合并", $"more than {Limits.TableMergesMax} merged ranges: split them"));
        if (to.Row >= from.Row && to.Column >= from.Column) _merged.Add(new MergedRange(from.Row, from.Column, to.Row, to.Column));
    }

    /// <summary>The row and column of a reference such as C7.</summary>
    private static (int Row, int Column)? Place(string? reference)
    {
        if (reference is null) return null;
        var letters = reference.TakeWhile(char.IsAsciiLetter).Count();
        return CellPlace.ColumnOf(reference[..letters]) is { } column && Whole(reference[letters..]) is > 0 and { } row
            ? (row, column) : null;
    }

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
