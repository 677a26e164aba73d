using System.Text.RegularExpressions;

namespace MicroPoints.Runtime;

/// <summary>Reads the rows of a table of rules, so that each ends up in a line or in what was passed over.</summary>
internal sealed partial class RuleTableReader(Sheet sheet, RuleColumns columns)
{
    private readonly List<WrittenLine> _lines = [];
    private readonly List<(CellPlace, string, Points)> _totals = [];
    private readonly List<(CellPlace, string, Title)> _notes = [];
    private RuleSection _section = columns.Section;
    private WrittenName? _heading;
    private IReadOnlyList<WrittenName> _above = [];

    public WrittenTable Read()
    {
        foreach (var row in sheet.Rows.Where(r => r > columns.Row)) Row(row);
        ShareOut();
        foreach (var (column, _, heading) in columns.All.Where(c => c.Is == RuleColumn.Unknown))
            if (sheet.Rows.Where(r => r > columns.Row).Select(r => sheet[r, column]?.Text).OfType<string>()
                .ToList() is [var first, ..] texts)
                _notes.Add((sheet.Place(columns.Row, column), $"{heading}：{RuleText.Short(first, 80)}", new Title(
                    $"“{heading}”这一列（{texts.Count} 格）没有读入", $"the column '{heading}' ({texts.Count} cells) was not read")));
        return new WrittenTable(_lines, _totals, _notes);
    }

    private void Row(int row)
    {
        var texts = Enumerable.Range(1, sheet.Columns).Select(c => sheet.Seen(row, c)?.Text ?? "")
            .Where(t => t.Length > 0).Distinct().ToList();
        if (texts.Count == 0 || IsHeadingAgain(row)) return;
        if (SumRow().Match(RuleText.Plain(texts[0])) is { Success: true } sum) { Total(row, sum.Groups[1].Value, texts); return; }
        if (Lone(row) is { } lone) { Heading(row, lone); return; }
        Line(row);
    }

    /// <summary>The only text of a row that opens a part: nothing scores beside it.</summary>
    private string? Lone(int row)
    {
        var said = Enumerable.Range(1, sheet.Columns)
            .Where(c => columns.All.All(k => k.Column != c || k.Is is not (RuleColumn.Ignored or RuleColumn.Id)))
            .Select(c => sheet.Seen(row, c)).OfType<SheetCell>().Distinct().ToList();
        if (said is not [var only] || only.Row < row || HasStandard(row)) return null;
        return columns.Levels.Count == 1 || sheet.MergedAt(row, only.Column) is { } over && over.LastColumn > over.Column
            || !columns.Levels.Contains(only.Column) || Numbering().IsMatch(only.Text) ? only.Text : null;
    }

    private bool HasStandard(int row) => columns.First(RuleColumn.Standard) is { } column && sheet[row, column] is not null
        && !(sheet.MergedAt(row, column) is { } over && over.Column < column);

    private bool IsHeadingAgain(int row) =>
        columns.All.Count(c => sheet[row, c.Column]?.Text is { } text && NameText.Key(text) == NameText.Key(c.Heading))
            >= Math.Min(3, columns.All.Count);

    private void Total(int row, string of, IReadOnlyList<string> texts)
    {
        var numbers = columns.Points().Select(p => sheet.Seen(row, p.Column)?.Text).Append(texts[^1]).OfType<string>()
            .Select(t => AnyNumber().Match(RuleText.Plain(t))).Where(m => m.Success).Select(m => RuleText.Points(m.Value))
                .OfType<Points>().ToList();
        if (numbers.Count > 0) _totals.Add((sheet.Place(row, 0), of, numbers[0]));
        else _notes.Add((sheet.Place(row, 0), string.Join(" ", texts), new Title("合计行里没有找到数字", "a row of sums without a number")));
    }

    /// <summary>One text across the table: what the lines below it belong to, or a remark.</summary>
    private void Heading(int row, string text)
    {
        var name = Name(text, (row, 0));
        if (text.Length > 60 || Remark().IsMatch(text))
        {
            _notes.Add((sheet.Place(row, 0), text, new Title("表里的说明，没有读入", "a remark in the table, not read")));
            return;
        }
        (_heading, _section, _above) = (name, RuleColumns.SectionOf(text), []);
    }

    private void Line(int row)
    {
        var names = Names(row);
        var standard = Text(row, RuleColumn.Standard);
        var isNew = names.Count > 0 && sheet[names[^1].Cell.Row, names[^1].Cell.Column] is not null && !SameLine(names, row);
        if (!isNew && _lines.Count > 0) { GoesOn(row, standard); return; }
        if (names.Count == 0)
        {
            _notes.Add((sheet.Place(row, 0), standard.Length > 0 ? standard : RowText(row),
                new Title("这一行没有指标名称", "a row without an indicator's name")));
            return;
        }
        Add(row, names, standard, isNamedByStandard: false);
    }

    private void Add(int row, IReadOnlyList<WrittenName> names, string standard, bool isNamedByStandard)
    {
        var all = Above(WithPoints(row, names));
        var section = all.Select(n => RuleColumns.SectionOf(n.Text)).FirstOrDefault(s => s != RuleSection.Ordinary, _section);
        if (_section is RuleSection.Veto or RuleSection.Deduction) section = _section;
        var points = OwnPoints(row);
        _lines.Add(new WrittenLine(sheet.Place(row, names[^1].Cell.Column), section, all, columns.First(RuleColumn.Id) is not null
            ? Id(Text(row, RuleColumn.Id)) : null)
        {
            Points = points?.Text ?? "",
            PointsCell = (points?.Row ?? 0, points?.Column ?? 0),
            Standards = standard.Length == 0 ? [] : [Uncited(standard, out var clause)],
            Evidence = Text(row, RuleColumn.Evidence) is { Length: > 0 } evidence ? [evidence] : [],
            Confirmed = Text(row, RuleColumn.Confirmed),
            Clause = Text(row, RuleColumn.Clause) is { Length: > 0 } cited ? cited : Cited(standard),
            IsNamedByStandard = isNamedByStandard,
        });
        _above = all;
    }

    /// <summary>Another row of the line before: one name over several standards.</summary>
    private void GoesOn(int row, string standard)
    {
        var last = _lines[^1];
        var own = columns.Points().Where(p => p.Level == columns.Levels.Count - 1).Select(p => sheet[row, p.Column]?.Text)
            .FirstOrDefault() ?? "";
        if (own.Length > 0 && standard.Length > 0)
        {
            // It has points of its own, so it is a line of its own inside what has the name.
            if (!last.IsNamedByStandard) _lines[^1] = last with
            {
                Names = [.. last.Names, Name(Head(last.Standards.FirstOrDefault(last.Title)), (last.Place.Row, 0))],
                IsNamedByStandard = true,
            };
            var parent = _lines[^1].Names.SkipLast(1).ToList();
            Add(row, [.. parent.Skip(_heading is null ? 0 : parent.Count > 0 && parent[0] == _heading ? 1 : 0),
                Name(Head(standard), (row, 0))], standard, true);
            return;
        }
        _lines[^1] = last with
        {
            Standards = standard.Length == 0 ? last.Standards : [.. last.Standards, Uncited(standard, out _)],
            Evidence = Text(row, RuleColumn.Evidence) is { Length: > 0 } evidence && !last.Evidence.Contains(evidence)
                ? [.. last.Evidence, evidence] : last.Evidence,
            Points = last.Points.Length > 0 ? last.Points : own,
        };
        if (standard.Length == 0 && own.Length == 0 && RowText(row) is { Length: > 0 } rest && Text(row, RuleColumn.Evidence).Length == 0)
            _notes.Add((sheet.Place(row, 0), rest, new Title("这一行没有读入", "this row was not read")));
    }

    private bool SameLine(IReadOnlyList<WrittenName> names, int row) => _lines.Count > 0 && _lines[^1].Place.Sheet == sheet.Name
        && names[^1].Cell.Row < row && _lines[^1].Names.Any(n => n.Cell == names[^1].Cell);

    /// <summary>The names of a row, each once; a cell across several columns is one name.</summary>
    private List<WrittenName> Names(int row)
    {
        var names = new List<WrittenName>();
        foreach (var column in columns.Levels)
            if (sheet.Seen(row, column) is { } cell && names.All(n => n.Cell != (cell.Row, cell.Column)))
            {
                var name = Name(cell.Text, (cell.Row, cell.Column));
                if (names.Count == 0 || names[^1].Text != name.Text || column == columns.Levels[0]) names.Add(name);
            }
        return names;
    }

    /// <summary>Names that the row leaves out are those above it.</summary>
    private IReadOnlyList<WrittenName> Above(IReadOnlyList<WrittenName> names)
    {
        var before = _heading is { } heading
            && (columns.Levels.Count == 1 || names.Count < columns.Levels.Count && names[0].Cell.Column != columns.Levels[0])
            ? [heading] : (IReadOnlyList<WrittenName>)[];
        if (before.Count > 0) return [.. before, .. names];
        var first = columns.Levels.ToList().IndexOf(names[0].Cell.Column);
        return first <= 0 || _above.Count == 0 ? names : [.. _above.Take(Math.Min(first, _above.Count - 1)), .. names];
    }

    /// <summary>Points beside a higher name are that name's.</summary>
    private IReadOnlyList<WrittenName> WithPoints(int row, IReadOnlyList<WrittenName> names)
    {
        foreach (var (column, level) in columns.Points().Where(p => p.Level < columns.Levels.Count - 1))
            if (sheet.Seen(row, column) is { } cell && Plain(cell.Text) is { } points)
                names = [.. names.Select(n => n.Points is null && n.Cell.Column == columns.Levels[level] ? n with { Points = points } : n)];
        return names;
    }

    /// <summary>The cell that holds the line's own points.</summary>
    private SheetCell? OwnPoints(int row) => columns.Points().Where(p => p.Level == columns.Levels.Count - 1)
        .Select(p => sheet.Seen(row, p.Column)).FirstOrDefault(c => c is not null);

    /// <summary>One cell of points over several lines is what they have together.</summary>
    private void ShareOut()
    {
        foreach (var sharing in _lines.Where(l => l.Points.Length > 0).GroupBy(l => l.PointsCell).Where(g => g.Count() > 1).ToList())
        {
            var first = sharing.First();
            var common = Enumerable.Range(0, sharing.Min(l => l.Names.Count) - 1)
                .TakeWhile(i => sharing.All(l => l.Names[i].Cell == first.Names[i].Cell)).Count() - 1;
            if (common < 0 || Plain(first.Points) is not { } points)
                _notes.Add((sheet.Place(sharing.Key.Row, sharing.Key.Column), first.Points, new Title(
                    $"这一格分值由 {sharing.Count()} 行共用，没有写明各占多少", $"{sharing.Count()} lines share these points and nothing says how")));
            foreach (var line in sharing)
                _lines[_lines.IndexOf(line)] = line with
                {
                    Points = "",
                    Names = common < 0 ? line.Names
                        : [.. line.Names.Select((n, i) => i == common ? n with { Points = n.Points ?? Plain(first.Points) } : n)],
                };
        }
    }

    private static Points? Plain(string text) => PlainPoints().Match(RuleText.Plain(text)) is { Success: true } match
        ? RuleText.Points(match.Groups[1].Value) : null;

    private string Text(int row, RuleColumn what) => columns.First(what) is { } column ? sheet.Seen(row, column)?.Text ?? "" : "";

    private string RowText(int row) =>
        string.Join(" ", Enumerable.Range(1, sheet.Columns).Select(c => sheet[row, c]?.Text).OfType<string>());

    private static WrittenName Name(string text, (int, int) cell)
    {
        var own = Uncited(text, out _);
        var points = PointsInName().Match(RuleText.Plain(own)) is { Success: true } match ? RuleText.Points(match.Groups[1].Value) : null;
        if (points is not null && PointsAtEnd().Match(own) is { Success: true } shown) own = own[..shown.Index];
        return new WrittenName(RuleText.Short(Numbering().Replace(own.Trim(), ""), Limits.NameLengthMax), points, cell);
    }

    /// <summary>A standard's beginning, where the document has no name.</summary>
    private static string Head(string standard) => RuleText.Short(standard.Split(['，', '；', '。', ',', ';', '\n'])[0], 40);

    private static string? Id(string text) => KindId.IsValid(text) ? text : null;

    private static string Uncited(string text, out string clause)
    {
        clause = Cited(text);
        return clause.Length == 0 ? text : text[..text.LastIndexOf("依据〔", StringComparison.Ordinal)].Trim();
    }

    private static string Cited(string text) =>
        text.LastIndexOf("依据〔", StringComparison.Ordinal) is >= 0 and var at ? text[(at + 2)..].Trim() : "";

    [GeneratedRegex("^(合计|总计|总分|小计|共计|总计分值|分值合计|满分)[:]?[0-9.分]*$")]
    private static partial Regex SumRow();

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex AnyNumber();

    [GeneratedRegex("^(注|说明|备注|填表说明)[:：]?")]
    private static partial Regex Remark();

    [GeneratedRegex(@"\((?:[^()\d]{0,12})?(\d{1,6}(?:\.\d{1,2})?)分[^()]{0,8}\)$")]
    private static partial Regex PointsInName();

    [GeneratedRegex(@"\s*[(（][^()（）]*分[^()（）]*[)）]\s*$")]
    private static partial Regex PointsAtEnd();

    [GeneratedRegex(@"^(?:最高|不超过|≤|满分)?(\d{1,6}(?:\.\d{1,2})?)分?$")]
    private static partial Regex PlainPoints();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．]|\d{1,2}\.(?!\d))\s*")]
    private static partial Regex Numbering();
}
