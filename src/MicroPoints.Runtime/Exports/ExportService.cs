using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Every list as a table that is written to a workbook; reading changes nothing.</summary>
public sealed partial class ExportService(Workspace workspace)
{
    /// <summary>The register of a scope on a day.</summary>
    public async ValueTask<TableToWrite> Chambers(RegionCode scope, DateOnly day, CancellationToken cancel)
    {
        var (rows, stamp) = (new List<CellValue[]>(), (string?)null);
        await foreach (var view in Views(scope, Period.Year(day.Year), AsOf.On(day), cancel))
        {
            if (view.Register is not { } chamber) continue;
            stamp ??= chamber.Stamp;
            rows.Add([chamber.Id.Value, chamber.NameOn(day), ChamberKinds.TitleOf(chamber.Kind).Zh,
                chamber.Seat.Value, string.Join('、', chamber.Serves),
                chamber.Founded, chamber.AttributeOn(Chamber.RegisteredOn, day), End(chamber), chamber.EndedOn,
                string.Join('、', chamber.Names.Select(n => n.Name).Where(n => n != chamber.NameOn(day)).Distinct())]);
        }
        return new TableToWrite("商会名册",
            [new("商会编号"), new("商会名称"), new("类别"), new("区划代码"), new("服务区划"), new("成立日期", ColumnFormat.Day), new("登记日期"),
                new("状态"), new("终止日期", ColumnFormat.Day), new("曾用名")], rows)
        {
            Title = "商会名册",
            Lines = Lines($"{scope} · 截至 {Calendar.Zh(day)} · {rows.Count} 家", stamp),
            FixedColumns = 2,
        };
    }

    /// <summary>What chambers of a scope did in a period, taken back or not.</summary>
    /// <param name="withWords">Whether notes and reasons are written, which may name people.</param>
    /// <exception cref="QueryRefusedException">More than a sheet holds.</exception>
    public async ValueTask<TableToWrite> Activities(
        RegionCode scope, Period period, ChamberId? only, bool withWords, CancellationToken cancel)
    {
        var (rows, stamp) = (new List<CellValue[]>(), (string?)null);
        await foreach (var view in Views(scope, period, AsOf.On(workspace.Today), cancel))
        {
            if (view.Register is not { } chamber || only is { } one && chamber.Id != one) continue;
            stamp ??= chamber.Stamp;
            var entries = await view.Entries(cancel);
            var reversals = entries.Where(e => e.Body is ActivityReversed).ToDictionary(e => ((ActivityReversed)e.Body).Target);
            foreach (var entry in entries)
                if (LedgerState.FactOf(entry) is { } fact && fact.On.Last >= period.From && fact.On.Last < period.Until)
                    rows.Add(Activity(chamber, entry, fact, reversals.GetValueOrDefault(entry.Id), withWords));
            if (rows.Count > Limits.ExportRowsMax) throw new QueryRefusedException(Refusal.ScopeTooLarge,
                $"{scope} has more than {Limits.ExportRowsMax} activities in {period}: export a smaller region, or one chamber");
        }
        return new TableToWrite("积分事项",
            [new("商会编号"), new("商会名称"), new("序号", ColumnFormat.Whole), new("事项"), new("日期"), new("内容"), new("数值", ColumnFormat.Number),
                new("对象"), new("份额"), new("有效期至", ColumnFormat.Day), new("说明", Width: 36), new("登记日期", ColumnFormat.Day), new("登记人"),
                new("是否撤销"), new("撤销理由", Width: 24), new("编号")], rows)
        {
            Title = $"{period} 积分事项",
            Lines = Lines($"{scope} · 截至 {Calendar.Zh(workspace.Today)} · {rows.Count} 条", stamp),
            IsWide = true,
            FixedColumns = 2,
        };
    }

    /// <summary>How far recording reaches, region by region in order of code.</summary>
    public async ValueTask<TableToWrite> Coverage(RegionCode scope, Period period, CancellationToken cancel)
    {
        var coverage = await workspace.Coverage.Of(scope, period, AsOf.On(workspace.Today), cancel);
        var rows = coverage.Regions.Append(coverage.Whole).Select(r => (CellValue[])[
            ReferenceEquals(r, coverage.Whole) ? "合计" : r.Region.Value, r.Chambers, r.Active,
            CellValue.Of(r.Chambers == 0 ? null : Math.Round(100m * r.Active / r.Chambers, 2)), r.Activities,
            string.Join('、', r.NeverRecorded.Select(k => workspace.Kinds.Find(k)?.Title.Zh ?? k.Value))]).ToList();
        return new TableToWrite("覆盖情况",
            [new("区划代码"), new("商会数", ColumnFormat.Whole), new("有记录的商会", ColumnFormat.Whole), new("占比（%，分母为商会数）", ColumnFormat.Points),
                new("事项数", ColumnFormat.Whole), new("本期无人登记的事项", Width: 48)], rows)
        {
            Title = $"{period} 覆盖情况",
            Lines = Lines($"{scope} · 截至 {Calendar.Zh(coverage.At.Day)}", coverage.Stamp),
        };
    }

    private CellValue[] Activity(Chamber chamber, SealedEntry entry, Fact fact, SealedEntry? reversal, bool withWords)
    {
        var kind = workspace.Kinds.Find(fact.Kind);
        return [chamber.Id.Value, chamber.Name, entry.Sequence, kind?.Title.Zh ?? fact.Kind.Value, fact.On.ToString(),
            MeasuredText.Of(fact.Measured, kind).Zh,
            CellValue.Of(fact.Measured is Measured.Count or Measured.Quantity or Measured.Awarded
                ? fact.Measured.NumberHundredths / 100m : null),
            fact.Key, fact.Part?.ToString(), fact.Expires, withWords ? entry.Reason?.Text : null, Calendar.DayOf(entry.At), entry.By.Value,
            reversal is null ? null : "已撤销", withWords ? reversal?.Reason?.Text : null, entry.Id.Value];
    }

    private async IAsyncEnumerable<ChamberView> Views(RegionCode scope, Period period, AsOf at,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var cut = await workspace.Log.Cut(scope, StreamType.Chamber, cancel);
        await foreach (var view in workspace.Chambers.Views([.. cut.Select(h => new ChamberId(h.Stream.Name))], period, at, cancel))
            yield return view;
    }

    private static IReadOnlyList<string> Lines(string line, string? stamp) => stamp is null ? [line] : [line, stamp];

    private static string End(Chamber chamber) => chamber.End switch
    {
        null => "",
        ChamberEnd.Merged => $"并入 {chamber.Successors[0]}",
        ChamberEnd.Split => $"分立为 {string.Join('、', chamber.Successors)}",
        ChamberEnd.Dissolved => "注销",
        _ => chamber.End.Value.ToString(),
    };
}
