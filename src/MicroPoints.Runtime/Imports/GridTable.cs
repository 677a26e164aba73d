using MicroPoints.Activities;

namespace MicroPoints.Runtime;

/// <summary>Understands what was typed for many chambers at once as a table, every bad field at once.</summary>
internal sealed class GridTable(ImportBasis basis, ImportRequest request, BatchGrid grid)
{
    private readonly TableNotes _notes = new();
    private readonly HashSet<int> _bad = [];

    public ImportedTable Read()
    {
        var known = basis.Chambers.Select(c => c.Id).ToHashSet();
        var kind = basis.Kinds.Find(grid.Kind);
        if (kind is null)
            _notes.Problem(null, $"事项目录里没有“{grid.Kind}”", $"'{grid.Kind}' is not an activity kind of activities {basis.Kinds.Version}");
        else if (grid.Rows.All(r => r.Measured is null))
            _notes.Problem(null, "一行都没有填：至少填一家商会", "nothing was filled in: fill in the row of one chamber at least");
        if (grid.Rows.Count > Limits.GridChambersMax) _notes.Problem(null,
            $"一次最多登记 {Limits.GridChambersMax} 家商会，更多的请用部门清单导入",
            $"at most {Limits.GridChambersMax} chambers at once: import a department's list for more");
        foreach (var row in grid.Rows)
            if (!known.Contains(row.Chamber)) Bad(row, GridColumn.Measure, new Title("名册中没有这家商会，请刷新页面",
                $"{row.Chamber} is not on the register of {request.Scope}"));
            else if (row.Measured is not null && kind is not null) Check(row, kind);
        return new ImportedTable("", [], null, null, [], [.. grid.Rows.Where(r => r.Measured is not null).Select(r => r.Chamber).Order()],
            kind is null ? [] : [.. grid.Rows.Where(r => !_bad.Contains(r.Number)).Select(r => Cell(r, kind))], [], _notes.Problems);
    }

    private string Expires => grid.Expires is { } day ? Calendar.Text(day) : "";

    private static CellPlace At(GridRow row, int column) => new("", row.Number, column);

    /// <summary>What the ledger would refuse too, told where it was typed.</summary>
    private void Check(GridRow row, ActivityKind kind)
    {
        if (row.Key is { } key && MeasureCells.KeyProblem(key) is { } bad) Bad(row, GridColumn.Key, bad);
        else if (kind.Keyed && row.Key is null) Bad(row, GridColumn.Key,
            new Title("请填对象：项目、案件或单位的名称或编号", "say what it is about: a project, a case"));
        var reason = ReasonOf(row);
        if (reason is null && kind.Measure == MeasureType.Points) Bad(row, GridColumn.Reason,
            new Title("请写明理由，商会能看到这句话", "say why, in words the chamber may read"));
        if (reason is null) return;
        if (reason.Length > Limits.ReasonLengthMax) Bad(row, GridColumn.Reason, new Title(
            $"说明太长：连同文号最多 {Limits.ReasonLengthMax} 个字", $"with the document it is longer than {Limits.ReasonLengthMax} characters"));
        else if (PlainText.ControlInLines(reason) >= 0) Bad(row, GridColumn.Reason,
            new Title("说明里有看不见的控制字符，请重新输入", "it holds characters that cannot be seen: type it anew"));
    }

    private void Bad(GridRow row, int column, Title what)
    {
        _bad.Add(row.Number);
        _notes.Problem(At(row, column), what);
    }

    private ImportedCell Cell(GridRow row, ActivityKind kind)
    {
        var reason = ReasonOf(row);
        var place = At(row, GridColumn.Measure);
        return new ImportedCell(place, row.Chamber, kind, kind.Title.Zh, $"grid\n{grid.Id}\n{kind.Id}", row.Measured is null ? []
            : [new ImportedItem(place, $"{grid.On}\n{Expires}\n{row.Key}\n{reason}", row.Measured, grid.On, row.Key, reason)
            {
                Expires = grid.Expires,
            }])
        {
            Correcting = $"重新成批登记，更正{kind.Title.QuotedZh}",
        };
    }

    private string? ReasonOf(GridRow row)
    {
        var text = string.Join('；', new[] { row.Reason, request.Document }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return text.Length > 0 ? text : null;
    }
}
