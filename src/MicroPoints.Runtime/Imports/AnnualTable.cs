using MicroPoints.Activities;
using MicroPoints.Chambers;

namespace MicroPoints.Runtime;

/// <summary>Understands an annual table (年度汇总表): a chamber a row, an indicator a column, every bad cell at once.</summary>
internal sealed class AnnualTable(ImportBasis basis, ImportRequest request, Sheet sheet, Headings headings, TableNotes notes)
{
    private static readonly HashSet<string> NoMeasure = [.. new[]
    {
        "序号", "备注", "合计", "小计", "总分", "得分", "总得分", "自评分", "核定分", "排名", "名次", "位次", "等次", "联系人", "联系电话", "电话", "填表人",
        "会长", "秘书长", "负责人", "类别", "区划代码", "地区", "加分", "扣分", "no", "total", "remarks",
    }.Select(NameText.Key)];

    private readonly ColumnNames _names = new(basis.Kinds, basis.Ruleset, request.Period);
    private readonly ChamberNames _chambers = new(basis.Chambers, request.Chambers);
    private readonly List<ImportedCell> _cells = [];
    private readonly Dictionary<ChamberId, int> _rows = [];
    private int _zeros;

    public static Func<string, bool> IsKnown(ImportBasis basis, ImportRequest request)
    {
        var names = new ColumnNames(basis.Kinds, basis.Ruleset, request.Period);
        return text => names.Find(text).Count > 0;
    }

    public (IReadOnlyList<TableColumn> Columns, IReadOnlyList<ChamberId> Chambers, IReadOnlyList<ImportedCell> Cells) Read()
    {
        var columns = Enumerable.Range(1, sheet.Columns).Select(Column).OfType<TableColumn>().ToList();
        foreach (var twice in columns.Where(c => c.Target is not null)
            .GroupBy(c => (c.Target!.Kind.Id, c.Target.Part, c.Target.Span)).Where(g => g.Count() > 1))
            notes.Problem(Head(twice.Last().Column), $"“{twice.Key.Id}”在 {string.Join("、", twice.Select(c => c.Letter))} 列重复，请只留一列",
                $"{twice.Key.Id} stands in columns {string.Join(", ", twice.Select(c => c.Letter))}: leave one");
        if (!columns.Any(c => c.Target is not null) && notes.Problems.Count == 0)
            notes.Problem(Head(0), "表头里没有认得的指标列", "no column of the heading is an indicator that is known");
        if (notes.Problems.Count > 0) return (columns, [], []);
        var groups = columns.Where(c => c.Target is not null).GroupBy(c => (c.Target!.Kind.Id, c.Target.Span)).Select(g =>
            g.ToList()).ToList();
        foreach (var group in groups) CheckParts(group);
        foreach (var row in sheet.Rows.Where(r => r > headings.Last)) Row(row, groups);
        if (_zeros > 0) notes.Say(null, $"{_zeros} 个单元格填的是 0 或“无”，不登记事项", $"{_zeros} cells say 0 or none: nothing is recorded for them");
        return (columns, [.. _rows.Keys.Order()], _cells);
    }

    private CellPlace Head(int column) => sheet.Place(headings.First, column);

    private TableColumn? Column(int column)
    {
        if (headings.ChamberColumns.Contains(column)) return new TableColumn(column, headings.Text(sheet, column), ColumnUse.Chamber);
        var (texts, heading) = (headings.Texts(sheet, column), headings.Text(sheet, column));
        if (Mapped(column, texts) is { } mapped) return Of(column, heading, mapped);
        if (heading.Length == 0)
        {
            if (DataRows().FirstOrDefault(r => sheet[r, column] is not null) is > 0 and var row)
                notes.Problem(sheet.Place(row, column), "这一列没有表头，请写上指标，或删去这一列",
                    "this column has no heading: name its indicator, or remove it");
            return null;
        }
        foreach (var text in Candidates(texts))
            if (_names.Find(text) is { Count: > 0 } found) return Chosen(column, heading, found);
        if (texts.Any(t => NoMeasure.Contains(NameText.Key(t)) || NoMeasure.Contains(NameText.KeyOutsideBrackets(t))))
        {
            notes.Say(Head(column), $"“{MeasureCells.Cut(heading)}”列不导入", $"column '{MeasureCells.Cut(heading)}' is left out");
            return new TableColumn(column, heading, ColumnUse.LeftOut);
        }
        return Unknown(column, heading);
    }

    private TableColumn Unknown(int column, string heading)
    {
        var near = _names.Nearest(heading);
        var letter = CellPlace.ColumnName(column);
        notes.Problem(Head(column),
            $"认不出“{MeasureCells.Cut(heading)}”列{(near is null ? "" : $"，是不是“{near}”")}："
                + $"请改成指标编号或名称，或指明对应（{letter}=指标），不导入则写 {letter}=-",
            $"column '{MeasureCells.Cut(heading)}' is not known{(near is null ? "" : $"; is it '{near}'")}: "
                + $"write an indicator's id or title, or map it ({letter}=M1), or leave it out ({letter}=-)");
        return new TableColumn(column, heading, ColumnUse.Unknown);
    }

    private TableColumn Of(int column, string heading, string mapped)
    {
        if (mapped is ImportRequest.Skip) return new TableColumn(column, heading, ColumnUse.LeftOut);
        if (_names.Find(mapped) is { Count: > 0 } found) return Chosen(column, heading, found);
        notes.Problem(Head(column), $"对应的“{mapped}”不是指标，也不是事项", $"'{mapped}', which it is mapped to, is neither an indicator nor a kind");
        return new TableColumn(column, heading, ColumnUse.Unknown);
    }

    private TableColumn Chosen(int column, string heading, IReadOnlyList<ColumnTarget> found)
    {
        if (found is [var only]) return new TableColumn(column, heading, ColumnUse.Measure, only);
        notes.Problem(Head(column),
            $"“{MeasureCells.Cut(heading)}”统计多种事项，请每种一列：{string.Join("、", found.Select(f => f.Kind.Title.Zh))}",
            $"'{MeasureCells.Cut(heading)}' counts several kinds: one column each: {string.Join(", ", found.Select(f => f.Kind.Id))}");
        return new TableColumn(column, heading, ColumnUse.Unknown);
    }

    private string? Mapped(int column, IReadOnlyList<string> texts)
    {
        foreach (var (from, to) in request.Columns)
            if (CellPlace.ColumnOf(from) == column
                || texts.Any(t => NameText.Key(t) == NameText.Key(from) && NameText.Key(t).Length > 0)) return to;
        return null;
    }

    /// <summary>A lower heading is read with the one above it first: 满意 means something only below its indicator.</summary>
    private static IEnumerable<string> Candidates(IReadOnlyList<string> texts)
    {
        for (var low = texts.Count - 1; low >= 0; low--)
        {
            for (var high = low - 1; high >= 0; high--) yield return texts[high] + texts[low];
            yield return texts[low];
        }
    }

    private IEnumerable<int> DataRows() => sheet.Rows.Where(r => r > headings.Last);

    /// <summary>A rate or share in several columns has all of them.</summary>
    private void CheckParts(List<TableColumn> group)
    {
        var kind = group[0].Target!.Kind;
        var parts = group.Select(c => c.Target!.Part).ToHashSet();
        if (parts.Contains(MeasurePart.Whole) ? parts.Count == 1 : MissingPart(kind, parts) is null) return;
        notes.Problem(Head(group[0].Column),
            $"{kind.Title.QuotedZh}要么一列写全（如 {(kind.Measure == MeasureType.Rate ? "85/90/100" : "85/100")}），要么各数一列都要有",
            $"{kind.Id} is one column with the whole measure, or one column for each number: some are missing");
    }

    private static MeasurePart? MissingPart(ActivityKind kind, HashSet<MeasurePart> parts)
    {
        MeasurePart[] needed = kind.Measure == MeasureType.Rate
            ? [MeasurePart.Satisfied, MeasurePart.Answered, MeasurePart.Asked] : [MeasurePart.Done, MeasurePart.Of];
        return needed.Cast<MeasurePart?>().FirstOrDefault(p => !parts.Contains(p!.Value));
    }

    private void Row(int row, List<List<TableColumn>> groups)
    {
        if (ChamberRowsOf.Find(sheet, row, headings, groups.SelectMany(g => g).Select(c => c.Column), _chambers,
            notes) is not { } chamber) return;
        if (!_rows.TryAdd(chamber.Id, row))
        {
            notes.Problem(sheet.Place(row, headings.ChamberColumns[0]), $"{chamber.Name} 在第 {_rows[chamber.Id]} 行已经有了，请合成一行",
                $"{chamber.Name} stands in row {_rows[chamber.Id]} already: make them one row");
            return;
        }
        foreach (var group in groups) Cell(row, chamber, group);
    }

    private void Cell(int row, Chamber chamber, List<TableColumn> group)
    {
        var filled = group.Where(c => sheet[row, c.Column] is not null).ToList();
        if (filled.Count == 0) return;
        var (target, place) = (group[0].Target!, sheet.Place(row, filled[0].Column));
        foreach (var column in filled)
            if (sheet.MergedAt(row, column.Column) is { } merged && merged.LastRow > merged.Row)
            {
                notes.Problem(sheet.Place(row, column.Column), "合并单元格跨了几行，分不清是哪家商会的，请拆开分别填",
                    "a merged cell lies over several rows: split it and fill each chamber's own");
                return;
            }
        var (read, problem) = target.Part == MeasurePart.Whole
            ? MeasureCells.Read(sheet[row, filled[0].Column]!, target.Kind) : Parts(row, group);
        if (problem is not null) { notes.Problem(place, problem); return; }
        if (OnOf(target, place) is not { } on) return;
        if (read.FirstOrDefault(r => r.Measured is Measured.Awarded && r.Why is null) is not null)
        {
            notes.Problem(place, "酌情分要写理由，如 3（承办全县现场会）", "awarded points need a reason, such as 3 (hosted the county meeting)");
            return;
        }
        if (read.All(r => r.Measured is null)) _zeros++;
        var slot = $"annual\n{target.Span?.ToString() ?? request.Period.ToString()}\n{target.Kind.Id}";
        _cells.Add(new ImportedCell(place, chamber.Id, target.Kind, group[0].Heading, slot,
            [.. read.Where(r => r.Measured is not null).Select(r =>
                new ImportedItem(place, r.Key ?? "", r.Measured!, on, r.Key, Reason(place, r.Why)))]));
    }

    private string Reason(CellPlace place, string? why) =>
        TableNotes.PlainReason($"{(why is null ? "" : why + "；")}{request.Document ?? "年度汇总表"}（{request.FileName} {place}）");

    private On? OnOf(ColumnTarget target, CellPlace place)
    {
        var on = ImportDays.Of(request, target.Span, basis.Today, out var problem);
        if (problem is not null) notes.Problem(place, problem);
        return on;
    }

    private (IReadOnlyList<Measurement>, Title?) Parts(int row, List<TableColumn> group)
    {
        var numbers = new Dictionary<MeasurePart, long>();
        foreach (var column in group)
        {
            if (sheet[row, column.Column] is not { } cell) return ([], new Title(
                $"“{column.Heading}”没有填：{string.Join("、", group.Select(c => c.Letter))} 列要一起填",
                    $"'{column.Heading}' is empty: fill columns {string.Join(", ", group.Select(c => c.Letter))} together"));
            var (number, problem) = MeasureCells.Part(cell, column.Target!.Kind);
            if (problem is not null) return ([], problem);
            numbers[column.Target.Part] = number!.Value;
        }
        if (numbers.Values.All(n => n == 0)) return ([new Measurement(null)], null);
        return Measured(numbers) is { } measured ? ([new Measurement(measured)], null)
            : ([], new Title("几个数对不上：满意不多于参评，参评不多于应评，应完成至少 1",
                "the numbers do not fit: satisfied ≤ answered ≤ asked, and of at least 1"));
    }

    private static Measured? Measured(Dictionary<MeasurePart, long> n) =>
        n.TryGetValue(MeasurePart.Asked, out var asked)
            ? n[MeasurePart.Satisfied] <= n[MeasurePart.Answered] && n[MeasurePart.Answered] <= asked
                ? new Measured.Rate(n[MeasurePart.Answered], n[MeasurePart.Satisfied], asked) : null
            : n[MeasurePart.Of] > 0 ? new Measured.Share(n[MeasurePart.Done], n[MeasurePart.Of]) : null;
}
