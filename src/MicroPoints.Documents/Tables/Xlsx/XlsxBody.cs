using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>One table as a worksheet: title, lines, heading, rows, print setup.</summary>
internal sealed class XlsxBody
{
    private const int WidthLeast = 8, WidthMost = 48, PromptMax = 250, TitleMax = 31;
    private const uint A3 = 8, A4 = 9;

    private readonly TableToWrite _table;
    private readonly XlsxChoices _choices;
    private readonly SheetData _data = new();
    private readonly MergeCells _merged = new();
    private int _row;

    public XlsxBody(TableToWrite table, XlsxChoices choices)
    {
        (_table, _choices) = (table, choices);
        if (table.Title is { } title) Across(title, Look.Title, 30);
        foreach (var line in table.Lines) Across(line, Look.Line, null);
        if (table.Columns.Any(c => c.Group is not null)) Groups();
        Headings(c => c.Title, Look.Header);
        if (table.Columns.Any(c => c.Hint is not null)) Headings(c => c.Hint ?? "", Look.Hint);
        HeaderLast = _row;
        foreach (var row in table.Rows) Values(row);
        for (var i = 0; i < table.RowsToFill; i++) Values([]);
    }

    /// <summary>The last row of the heading, which every printed page repeats.</summary>
    public int HeaderLast { get; }

    public Worksheet Worksheet(bool isFirst)
    {
        var view = new SheetView(new Pane
        {
            HorizontalSplit = _table.FixedColumns,
            VerticalSplit = HeaderLast,
            TopLeftCell = $"{CellPlace.ColumnName(_table.FixedColumns + 1)}{HeaderLast + 1}",
            ActivePane = PaneValues.BottomRight,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0, TabSelected = isFirst };
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(view), new SheetFormatProperties { DefaultRowHeight = 18 }, Columns(), _data);
        if (_merged.HasChildren) sheet.Append(_merged);
        if (Rules() is { } rules) sheet.Append(rules);
        sheet.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup
            {
                PaperSize = _table.IsWide ? A3 : A4,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0
            },
            new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
        return sheet;
    }

    /// <summary>Text in place, so that what it begins with is never looked at.</summary>
    public static Cell TextCell(int row, int column, string text, Look look) => new(
        new InlineString(new Text(XlsxText.Valid(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = Reference(row, column),
        DataType = CellValues.InlineString,
        StyleIndex = (uint)(look == Look.Text && XlsxText.LooksLikeFormula(text) ? Look.QuotedText : look),
    };

    private static string Reference(int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{CellPlace.ColumnName(column)}{row}");

    private void Across(string text, Look look, double? height)
    {
        var row = Next();
        if (height is { } points) (row.Height, row.CustomHeight) = (points, true);
        row.Append(TextCell(_row, 1, text, look));
        Merge(1, _table.Columns.Count);
    }

    private void Groups()
    {
        var row = Next();
        for (var first = 0; first < _table.Columns.Count;)
        {
            var last = first;
            while (last + 1 < _table.Columns.Count && _table.Columns[last + 1].Group == _table.Columns[first].Group
                && _table.Columns[first].Group is not null) last++;
            for (var column = first; column <= last; column++)
                row.Append(TextCell(_row, column + 1, column == first ? _table.Columns[first].Group ?? "" : "", Look.Header));
            Merge(first + 1, last + 1);
            first = last + 1;
        }
    }

    private void Headings(Func<ColumnToWrite, string> text, Look look)
    {
        var row = Next();
        for (var i = 0; i < _table.Columns.Count; i++) row.Append(TextCell(_row, i + 1, text(_table.Columns[i]), look));
    }

    private void Values(IReadOnlyList<Runtime.CellValue> values)
    {
        var row = Next();
        for (var i = 0; i < _table.Columns.Count; i++)
            row.Append(Value(i + 1, i < values.Count ? values[i] : Runtime.CellValue.Empty, LookOf(_table.Columns[i].Format)));
    }

    private Cell Value(int column, Runtime.CellValue value, Look look) => value switch
    {
        { Text: { } text } => TextCell(_row, column, text, Look.Text),
        { Number: { } number } => Numeric(column, number.ToString(CultureInfo.InvariantCulture), look == Look.Text ? Look.Number : look),
        { Day: { } day } => Numeric(column,
            (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture), Look.Day),
        _ => new Cell { CellReference = Reference(_row, column), StyleIndex = (uint)look },
    };

    private Cell Numeric(int column, string number, Look look) => new(new DocumentFormat.OpenXml.Spreadsheet.CellValue(number))
    { CellReference = Reference(_row, column), StyleIndex = (uint)look };

    private static Look LookOf(ColumnFormat format) => format switch
    {
        ColumnFormat.Whole => Look.Whole,
        ColumnFormat.Points => Look.Points,
        ColumnFormat.Day => Look.Day,
        ColumnFormat.Number => Look.Number,
        _ => Look.Text,
    };

    private Row Next()
    {
        var row = new Row { RowIndex = (uint)++_row };
        _data.Append(row);
        return row;
    }

    private void Merge(int first, int last)
    {
        if (last > first) _merged.Append(new MergeCell { Reference = $"{Reference(_row, first)}:{Reference(_row, last)}" });
    }

    private Columns Columns() => new(_table.Columns.Select((c, i) => new Column
    {
        Min = (uint)(i + 1),
        Max = (uint)(i + 1),
        Width = c.Width > 0 ? c.Width : WidthOf(c, i),
        CustomWidth = true,
        Style = (uint)LookOf(c.Format),
    }));

    private double WidthOf(ColumnToWrite column, int index)
    {
        var heading = Math.Max(XlsxText.Width(column.Title), XlsxText.Width(column.Hint ?? ""));
        var widest = _table.Rows.Select(r => index < r.Count ? Shown(r[index]) : "").Select(XlsxText.Width).DefaultIfEmpty(0).Max();
        // A long heading is broken over two lines rather than making the column as wide.
        return Math.Clamp(Math.Max(widest, heading > 16 ? heading / 2 + 2 : heading) + 2, WidthLeast, WidthMost);
    }

    private static string Shown(Runtime.CellValue value) => value switch
    {
        { Text: { } text } => text,
        { Number: { } number } => number.ToString("0.00", CultureInfo.InvariantCulture),
        { Day: not null } => "2026-04-12",
        _ => "",
    };

    private DataValidations? Rules()
    {
        var rules = new DataValidations();
        for (var i = 0; i < _table.Columns.Count; i++)
        {
            var column = _table.Columns[i];
            if (column.Choices.Count == 0 && column.Note is null || _row == HeaderLast) continue;
            var rule = new DataValidation
            {
                SequenceOfReferences = new ListValue<StringValue>
                {
                    InnerText = $"{Reference(HeaderLast + 1, i + 1)}:{Reference(_row, i + 1)}",
                },
                AllowBlank = true,
            };
            if (column.Choices.Count > 0)
            {
                (rule.Type, rule.ShowErrorMessage) = (DataValidationValues.List, true);
                (rule.ErrorTitle, rule.Error) = ("请从列表中选择", "这一格只能从下拉列表中选择。");
                rule.Append(new Formula1(_choices.Formula([.. column.Choices.Select(XlsxText.Valid)])));
            }
            if (column.Note is { } note)
                (rule.ShowInputMessage, rule.PromptTitle, rule.Prompt) = (true, Cut(column.Title, TitleMax), Cut(note, PromptMax));
            rules.Append(rule);
        }
        if (!rules.HasChildren) return null;
        rules.Count = (uint)rules.ChildElements.Count;
        return rules;
    }

    private static string Cut(string text, int most) => XlsxText.Valid(text.Length > most ? text[..(most - 1)] + "…" : text);
}
