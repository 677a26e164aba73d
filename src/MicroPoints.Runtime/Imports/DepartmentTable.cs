using MicroPoints.Activities;
using MicroPoints.Chambers;

namespace MicroPoints.Runtime;

/// <summary>Understands a department's list (部门清单): one kind of activity, a chamber a row or several, every bad cell at once.</summary>
internal sealed class DepartmentTable(ImportBasis basis, ImportRequest request, Sheet sheet, Headings headings, TableNotes notes)
{
    private enum Field
    {
        Kind = 1,
        On = 2,
        Key = 3,
        Document = 4,
        Reason = 5,
        Amount = 6,
        Satisfied = 7,
        Answered = 8,
        Asked = 9,
        Done = 10,
        Of = 11,
    }

    private static readonly (Field Field, string[] Words)[] Words =
    [
        (Field.Kind, ["事项", "积分事项", "类别", "kind"]),
        (Field.On, ["日期", "发生日期", "时间", "时点", "完成日期", "认定日期", "on", "date"]),
        (Field.Key, ["对象", "项目", "项目名称", "案件", "案号", "村", "帮扶村", "建言题目", "名目", "key"]),
        (Field.Document, ["文号", "依据", "依据文件", "来文", "文件", "佐证", "document"]),
        (Field.Reason, ["说明", "理由", "事由", "内容", "reason"]),
        (Field.Amount, ["数量", "次数", "件数", "场数", "户数", "户次", "项数", "个数", "数额", "金额", "选项", "结果", "等级", "结论", "状态",
            "级别", "是否", "分值", "完成情况", "count", "quantity", "option", "flag", "points", "amount"]),
        (Field.Satisfied, ["满意", "满意人数", "satisfied"]),
        (Field.Answered, ["参评", "参评人数", "answered"]),
        (Field.Asked, ["应评", "应评人数", "asked"]),
        (Field.Done, ["完成", "完成数", "已签", "done"]),
        (Field.Of, ["应完成", "应完成数", "应签", "总数", "of"]),
    ];

    private static readonly Dictionary<string, Field> ByWord =
        Words.SelectMany(w => w.Words.Select(word => (Key: NameText.Key(word), w.Field))).ToDictionary(w => w.Key, w => w.Field);

    private static readonly HashSet<string> NoMeasure =
        [.. new[] { "序号", "备注", "联系人", "联系电话", "电话", "填表人", "部门", "填报单位", "确认部门", "no", "remarks" }.Select(NameText.Key)];

    private readonly ChamberNames _chambers = new(basis.Chambers, request.Chambers);
    private readonly ColumnNames _kinds = new(basis.Kinds, basis.Ruleset, request.Period);
    private readonly Dictionary<Field, int> _columns = [];
    private readonly Dictionary<(ChamberId, string Slot), (ImportedCell Cell, List<ImportedItem> Items)> _cells = [];
    private readonly HashSet<ChamberId> _named = [];
    private int _zeros;

    public static bool IsKnown(string text) => ByWord.ContainsKey(NameText.Key(text))
        || ByWord.ContainsKey(NameText.KeyOutsideBrackets(text));

    public (IReadOnlyList<TableColumn> Columns, IReadOnlyList<ChamberId> Chambers, IReadOnlyList<ImportedCell> Cells) Read()
    {
        var columns = Enumerable.Range(1, sheet.Columns).Select(Column).OfType<TableColumn>().ToList();
        if (request.Kind is null && !_columns.ContainsKey(Field.Kind))
            notes.Problem(Head(0), "没有说明是哪一种积分事项：请选定事项，或加一列“事项”",
                "nothing says which kind this list counts: name the kind, or add a column 事项");
        if (string.IsNullOrWhiteSpace(request.Document) && !_columns.ContainsKey(Field.Document))
            notes.Problem(Head(0), "没有说明依据：请填写来文文号或名称，或加一列“文号”",
                "nothing says which document this comes from: give its number, or add a column 文号");
        if (request.Kind is { } kind && basis.Kinds.Find(kind) is null)
            notes.Problem(null, $"事项目录里没有“{kind}”", $"'{kind}' is not an activity kind of activities {basis.Kinds.Version}");
        if (notes.Problems.Count > 0) return (columns, [], []);
        foreach (var row in sheet.Rows.Where(r => r > headings.Last)) Row(row);
        if (_zeros > 0) notes.Say(null, $"{_zeros} 行填的是 0 或“无”，不登记事项", $"{_zeros} rows say 0 or none: nothing is recorded for them");
        return (columns, [.. _named.Order()], [.. _cells.Values.Select(c => c.Cell with { Items = c.Items })]);
    }

    private CellPlace Head(int column) => sheet.Place(headings.First, column);

    private TableColumn? Column(int column)
    {
        var heading = headings.Text(sheet, column);
        if (headings.ChamberColumns.Contains(column)) return new TableColumn(column, heading, ColumnUse.Chamber);
        if (heading.Length == 0) return null;
        var mapped = request.Columns.Where(c => CellPlace.ColumnOf(c.Key) == column || NameText.Key(c.Key) == NameText.Key(heading))
            .Select(c => c.Value).FirstOrDefault();
        if (mapped == ImportRequest.Skip || mapped is null && NoMeasure.Contains(NameText.Key(heading)))
            return new TableColumn(column, heading, ColumnUse.LeftOut);
        if (FieldOf(mapped ?? heading) is { } field)
        {
            if (_columns.TryGetValue(field, out var other))
            {
                var (first, own) = (CellPlace.ColumnName(other), CellPlace.ColumnName(column));
                notes.Problem(Head(column),
                    $"“{MeasureCells.Cut(heading)}”与 {first} 列重复，请只留一列，或写明不导入（{own}=-）",
                    $"'{MeasureCells.Cut(heading)}' says the same as column {first}: leave one out ({own}=-)");
            }
            else _columns.Add(field, column);
            return new TableColumn(column, heading, field is >= Field.Amount ? ColumnUse.Measure : ColumnUse.Detail);
        }
        var letter = CellPlace.ColumnName(column);
        notes.Problem(Head(column),
            $"认不出“{MeasureCells.Cut(heading)}”列：清单的列有 商会、数量、日期、对象、文号、说明；不导入则写 {letter}=-",
            $"column '{MeasureCells.Cut(heading)}' is not known: a list has 商会, 数量, 日期, 对象, 文号, 说明; leave it out with {letter}=-");
        return new TableColumn(column, heading, ColumnUse.Unknown);
    }

    /// <summary>By a word of its own, or the kind that the list counts.</summary>
    private Field? FieldOf(string text) =>
        ByWord.TryGetValue(NameText.Key(text), out var field) || ByWord.TryGetValue(NameText.KeyOutsideBrackets(text), out field) ? field
        : request.Kind is { } kind && _kinds.Find(text) is [var only] && only.Kind.Id == kind ? only.Part switch
        {
            MeasurePart.Satisfied => Field.Satisfied,
            MeasurePart.Answered => Field.Answered,
            MeasurePart.Asked => Field.Asked,
            MeasurePart.Done => Field.Done,
            MeasurePart.Of => Field.Of,
            _ => Field.Amount,
        }
        : null;

    private SheetCell? At(int row, Field field) => _columns.TryGetValue(field, out var column) ? sheet[row, column] : null;

    /// <summary>What stands once for several rows, such as a document's number, may be merged over them.</summary>
    private string? Shared(int row, Field field) => _columns.TryGetValue(field, out var column) ? sheet.Seen(row, column)?.Text : null;

    private void Row(int row)
    {
        var chamber = ChamberRowsOf.Find(sheet, row, headings, _columns.Where(c => c.Key >= Field.Amount).Select(c => c.Value),
            _chambers, notes);
        if (chamber is null) return;
        _named.Add(chamber.Id);
        // A template names every chamber; a row that says nothing else was left empty.
        if (_columns.Keys.Any(f => f >= Field.Amount) && _columns.Values.All(c => sheet[row, c] is null)) return;
        if (KindOf(row) is not { } kind) return;
        var (place, before) = (PlaceOf(row), notes.Problems.Count);
        var document = Shared(row, Field.Document) ?? request.Document;
        if (string.IsNullOrWhiteSpace(document)) notes.Problem(sheet.Place(row, _columns[Field.Document]),
            "没有写依据，请填文号", "names no document: write its number");
        var key = At(row, Field.Key) is { } cell ? NameText.Plain(cell.Text).Trim() : null;
        if (kind.Keyed && key is null) notes.Problem(place, $"{kind.Title.QuotedZh}要写明对象（哪个项目、村或案件），请加一列“对象”",
            $"{kind.Id} needs a key: add a column 对象 with the project, village or case");
        if (!kind.Keyed) key = null;
        if (key is not null && MeasureCells.KeyProblem(key) is { } bad) notes.Problem(sheet.Place(row, _columns[Field.Key]), bad);
        var own = OnOf(row);
        var on = own ?? Usual(place);
        var (measured, why) = Amount(row, kind, place);
        if (notes.Problems.Count > before || on is null) return;
        Add(row, chamber, kind, place, document!, key, own, on.Value, measured, why);
    }

    private void Add(int row, Chamber chamber, ActivityKind kind, CellPlace place, string document, string? key, On? own, On on,
        Measured? measured, string? why)
    {
        var slot = $"list\n{request.Period}\n{NameText.Key(document)}\n{kind.Id}";
        if (!_cells.TryGetValue((chamber.Id, slot), out var known)) _cells[(chamber.Id, slot)] = known =
            (new ImportedCell(place, chamber.Id, kind, kind.Title.Zh, slot, []), []);
        if (measured is null) { _zeros++; return; }
        var reason = string.Join('；', new[] { why, Shared(row, Field.Reason), document }.Where(t =>
            !string.IsNullOrWhiteSpace(t)).Distinct());
        var same = known.Items.Count(i => i.Item.StartsWith($"{own}\n{key}\n", StringComparison.Ordinal));
        known.Items.Add(new ImportedItem(place, $"{own}\n{key}\n{same + 1}", measured, on, key,
            TableNotes.PlainReason($"{reason}（{request.FileName} {place}）")));
    }

    private ActivityKind? KindOf(int row)
    {
        if (request.Kind is { } asked) return basis.Kinds[asked];
        var place = sheet.Place(row, _columns[Field.Kind]);
        if (Shared(row, Field.Kind) is not { } text)
            notes.Problem(place, "没有写事项", "names no kind of activity");
        else if (_kinds.Find(text) is { Count: > 0 } found && found.DistinctBy(f => f.Kind.Id).Count() == 1) return found[0].Kind;
        else notes.Problem(place, $"认不出事项“{MeasureCells.Cut(text)}”，请写事项名称或指标编号",
            $"'{MeasureCells.Cut(text)}' is no kind of activity: write a kind's title or an indicator's id");
        return null;
    }

    private CellPlace PlaceOf(int row) => sheet.Place(row, _columns.Where(c => c.Key >= Field.Amount).Select(c => c.Value)
        .DefaultIfEmpty(headings.ChamberColumns[0]).Min());

    private On? OnOf(int row)
    {
        if (At(row, Field.On) is not { } cell) return null;
        var place = sheet.Place(row, cell.Column);
        if (CellNumbers.On(cell) is not { } on)
            notes.Problem(place, $"“{MeasureCells.Cut(cell.Text)}”不是日期，请写成 2026-04-12、2026年4月 或 2026",
                $"'{MeasureCells.Cut(cell.Text)}' is not a day, month, quarter or year such as 2026-04-12, 2026-04, 2026Q2, 2026");
        else if (!request.Period.Contains(on))
            notes.Problem(place, $"{on} 不在 {request.Period} 期内，请检查年份", $"{on} is not in {request.Period}");
        else return on;
        return null;
    }

    private On? Usual(CellPlace place)
    {
        var on = ImportDays.Of(request, null, basis.Today, out var problem);
        if (problem is not null) notes.Problem(place, problem);
        return on;
    }

    private (Measured? Measured, string? Why) Amount(int row, ActivityKind kind, CellPlace place)
    {
        Field[] parts = kind.Measure switch
        {
            MeasureType.Rate => [Field.Satisfied, Field.Answered, Field.Asked],
            MeasureType.Share => [Field.Done, Field.Of],
            _ => [],
        };
        if (At(row, Field.Amount) is null && parts.Length > 0 && parts.All(p => At(row, p) is not null)) return Parts(row,
            kind, parts, place);
        if (At(row, Field.Amount) is { } cell)
        {
            var (read, problem) = cell.Type is CellType.Error or CellType.Formula or CellType.Day
                ? (null, MeasureCells.Read(cell, kind).Problem) : MeasureCells.One(cell, kind);
            if (problem is not null) notes.Problem(sheet.Place(row, cell.Column), problem);
            return (read?.Measured, read?.Why);
        }
        // A list of names says that each of them did it once.
        if (!_columns.ContainsKey(Field.Amount) && kind.Measure is MeasureType.Count or MeasureType.Flag)
            return (kind.Measure == MeasureType.Count ? new Measured.Count(1) : new Measured.Flag(true), null);
        notes.Problem(place, $"没有填数：{MeasureCells.Hint(kind).Zh}", $"holds no value: {MeasureCells.Hint(kind).EnOrZh}");
        return (null, null);
    }

    private (Measured?, string?) Parts(int row, ActivityKind kind, Field[] parts, CellPlace place)
    {
        var numbers = new List<long>();
        foreach (var part in parts)
        {
            var (number, problem) = MeasureCells.Part(At(row, part)!, kind);
            if (problem is not null) notes.Problem(sheet.Place(row, _columns[part]), problem);
            else numbers.Add(number!.Value);
        }
        if (numbers.Count < parts.Length || numbers.All(n => n == 0)) return (null, null);
        var text = new SheetCell(row, place.Column, CellType.Text, string.Join('/', numbers));
        var (read, wrong) = MeasureCells.One(text, kind);
        if (wrong is not null) notes.Problem(place, wrong);
        return (read?.Measured, null);
    }
}
