namespace MicroPoints.Runtime;

public sealed partial class ExportService
{
    /// <summary>Who relied on what the rounds of a scope gave; withdrawn ones say so.</summary>
    /// <param name="withWords">Whether notes and reasons are written, which may name people.</param>
    public async ValueTask<TableToWrite> Uses(RegionCode scope, bool withWords, CancellationToken cancel)
    {
        var lines = await workspace.Rounds.Uses(scope, null, cancel);
        var names = new Dictionary<RoundId, string>();
        foreach (var round in lines.Select(l => l.Round).DistinctBy(r => r.Id))
            names[round.Id] = (await workspace.Rounds.NameOf(round, cancel)).Zh;
        var rows = lines.Select(l => (CellValue[])[
            l.Use.Used.Chamber.Value, l.Name, l.Round.Opened!.Period.ToString(), names[l.Round.Id], l.Result.Zh, l.Use.Used.Body,
            l.Use.Used.Purpose, l.Use.Used.On, l.Use.Used.Document, withWords ? l.Use.Note : null, l.Use.RecordedOn,
            l.Use.Withdrawal is null ? "" : "已撤回", l.Use.Withdrawal?.On,
            withWords ? l.Use.Withdrawal?.Reason : null]);
        return new TableToWrite("运用记录",
            [new("商会编号"), new("商会名称"), new("年度"), new("评价"), new("运用的结果"), new("使用单位"), new("用途", Width: 24),
                new("日期", ColumnFormat.Day), new("文号"), new("备注", Width: 24), new("登记日期", ColumnFormat.Day), new("状态"),
                new("撤回日期", ColumnFormat.Day), new("撤回理由", Width: 24)], [.. rows])
        {
            Title = "评价结果运用记录",
            Lines = Lines($"{scope} · 截至 {Calendar.Zh(workspace.Today)} · {lines.Count} 条",
                lines.Select(l => l.Round.Opened!.Stamp).FirstOrDefault(s => s is not null)),
            IsWide = true,
            FixedColumns = 2,
        };
    }
}
