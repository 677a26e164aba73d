using System.Globalization;
using System.Text;
using System.Xml;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>Reads a document's paragraphs, and its tables as sheets whose merged cells are known; forward only,
/// within the limits of tables.</summary>
/// <remarks>What a revision deleted, field codes and the second version of drawings are left out: people do not see them.</remarks>
internal sealed class DocxTables
{
    private static readonly string[] Unseen = ["delText", "instrText", "del", "moveFrom", "Fallback",
        "pPrChange", "rPrChange", "tblPrChange"];

    private const int DepthMax = 10;

    private readonly List<string> _paragraphs = [];
    private readonly List<Sheet> _tables = [];
    private readonly Stack<TableInWork> _open = new();
    private readonly StringBuilder _text = new();
    private int _cells, _tablesBegun;

    public (IReadOnlyList<string> Paragraphs, IReadOnlyList<Sheet> Tables) Read(XmlReader xml)
    {
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && Unseen.Contains(xml.LocalName)) { xml.Skip(); continue; }
            if (xml.NodeType == XmlNodeType.Element) Begin(xml);
            else if (xml.NodeType == XmlNodeType.EndElement) End(xml.LocalName);
            xml.Read();
        }
        // In the order in which they begin: a table inside another is a table of its own.
        return (_paragraphs, [.. _tables.OrderBy(t => int.Parse(t.Name[1..], CultureInfo.InvariantCulture))]);
    }

    private void Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "tbl":
                if (_open.Count >= DepthMax) throw new TableLimitException(new Title(
                    "表格套得太深，请把里面的表格移出来", "tables are nested too deep: move the inner ones out"));
                _open.Push(new TableInWork(++_tablesBegun));
                break;
            case "tr" when _open.Count > 0: _open.Peek().NextRow(); break;
            case "tc" when _open.Count > 0: _open.Peek().NextCell(); break;
            case "gridBefore" when _open.Count > 0: _open.Peek().Skip(Value(xml)); break;
            case "gridSpan" when _open.Count > 0: _open.Peek().Span = Math.Clamp(Value(xml), 1, Limits.TableColumnsMax); break;
            case "vMerge" when _open.Count > 0:
                _open.Peek().Goes = xml.GetAttribute("val", xml.NamespaceURI) is null or "continue";
                break;
            case "t": Append(xml.IsEmptyElement ? "" : Inner(xml)); break;
            case "tab": Append(" "); break;
            case "br" or "cr": Append("\n"); break;
            case "noBreakHyphen": Append("-"); break;
        }
        if (xml.IsEmptyElement && xml.LocalName is "p" or "tc" or "tr" or "tbl") End(xml.LocalName);
    }

    /// <summary>The text of the element; the reader then stands at its end.</summary>
    private static string Inner(XmlReader xml)
    {
        var (text, depth) = ("", xml.Depth);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text += xml.Value;
        return text;
    }

    private void End(string name)
    {
        if (name == "p" && _open.Count > 0) Append("\n");
        else if (name == "p")
        {
            if (_text.ToString().Trim() is { Length: > 0 } paragraph && _paragraphs.Count < Limits.TableRowsMax)
                _paragraphs.Add(TableLimits.Cut(paragraph));
            _text.Clear();
        }
        else if (name == "tc" && _open.Count > 0)
        {
            TableLimits.Row(_open.Peek().Row);
            if (_open.Peek().CloseCell() is { } cell)
            {
                TableLimits.Cell(cell.Column, _cells++);
                _open.Peek().Add(cell);
            }
        }
        else if (name == "tbl" && _open.TryPop(out var table) && table.Made() is { IsEmpty: false } sheet)
        {
            if (_tables.Count >= Limits.TableSheetsMax) throw new TableLimitException(new Title(
                $"表格超过 {Limits.TableSheetsMax} 张：请只留办法的表", $"more than {Limits.TableSheetsMax} tables: keep only those of the rules"));
            _tables.Add(sheet);
        }
    }

    private void Append(string text)
    {
        var to = _open.Count > 0 ? _open.Peek().Text : _text;
        if (to.Length <= Limits.TableCellLengthMax) to.Append(text);
    }

    private static int Value(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("val", xml.NamespaceURI), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? Math.Min(value, Limits.TableColumnsMax + 1) : 0;

    /// <summary>A table while it is read. A cell that goes on with the one above belongs to that one's range.</summary>
    private sealed class TableInWork(int number)
    {
        private readonly List<SheetCell> _cells = [];
        private readonly List<MergedRange> _merged = [];
        private readonly Dictionary<int, MergedRange> _above = [];
        private int _column, _next = 1;

        public StringBuilder Text { get; } = new();
        public int Row { get; private set; }
        public int Span { get; set; } = 1;
        public bool? Goes { get; set; }

        public void NextRow() => (Row, _next) = (Row + 1, 1);

        public void Skip(int columns) => _next += columns;

        public void NextCell()
        {
            (_column, Span, Goes) = (_next, 1, null);
            Text.Clear();
        }

        /// <summary>The cell that ends here; null where it is empty or goes on with another.</summary>
        public SheetCell? CloseCell()
        {
            _next = _column + Span;
            TableLimits.Cell(_column, 0);
            var text = TableLimits.Cut(Text.ToString().Trim());
            Text.Clear();
            if (Goes == true && _above.TryGetValue(_column, out var range))
            {
                _above[_column] = range with { LastRow = Row };
                return null;
            }
            if (_above.Remove(_column, out var ended)) Keep(ended);
            _above[_column] = new MergedRange(Row, _column, Row, _column + Span - 1);
            return text.Length == 0 ? null : new SheetCell(Row, _column, CellType.Text, text);
        }

        public void Add(SheetCell cell) => _cells.Add(cell);

        public Sheet Made()
        {
            foreach (var range in _above.Values) Keep(range);
            return new Sheet($"表{number.ToString(CultureInfo.InvariantCulture)}",
                _cells.GroupBy(c => (c.Row, c.Column)).Select(g => g.Last()), _merged);
        }

        private void Keep(MergedRange range)
        {
            if (range.LastRow == range.Row && range.LastColumn == range.Column) return;
            if (_merged.Count >= Limits.TableMergesMax) throw new TableLimitException(new Title(
                $"合并单元格超过 {Limits.TableMergesMax} 处，请取消合并", $"more than {Limits.TableMergesMax} merged ranges: split them"));
            _merged.Add(range);
        }
    }
}
