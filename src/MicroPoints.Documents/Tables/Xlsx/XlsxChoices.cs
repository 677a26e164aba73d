using DocumentFormat.OpenXml.Spreadsheet;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>The lists that cells are chosen from, kept on a hidden sheet where they are too long to stand in the rule itself.</summary>
internal sealed class XlsxChoices
{
    public const string SheetName = "选项";
    private const int InlineMax = 255;

    private readonly List<IReadOnlyList<string>> _lists = [];

    public bool Any => _lists.Count > 0;

    /// <summary>What the rule of a column names.</summary>
    public string Formula(IReadOnlyList<string> choices)
    {
        var inline = $"\"{string.Join(',', choices)}\"";
        if (inline.Length <= InlineMax && choices.All(c => c.IndexOfAny([',', '"']) < 0)) return inline;
        _lists.Add(choices);
        var column = CellPlace.ColumnName(_lists.Count);
        return $"'{SheetName}'!${column}$1:${column}${choices.Count}";
    }

    public Worksheet Worksheet()
    {
        var data = new SheetData();
        for (var row = 0; row < _lists.Max(l => l.Count); row++)
        {
            var cells = new Row { RowIndex = (uint)(row + 1) };
            for (var list = 0; list < _lists.Count; list++)
                if (row < _lists[list].Count) cells.Append(XlsxBody.TextCell(row + 1, list + 1, _lists[list][row], Look.Text));
            data.Append(cells);
        }
        return new Worksheet(data);
    }
}
