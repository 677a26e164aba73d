using MicroPoints.Rounds;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>What only the desk puts into lists, as tables: the county's distribution, its rounds, its imports.</summary>
internal static class DeskTables
{
    /// <summary>How many chambers have each grade or class, of how many; and what they come to on average in each category.</summary>
    public static async Task<IReadOnlyList<TableToWrite>> County(Desk desk, SealedFigures sealedFigures)
    {
        var figures = await CountyFigures.Of(desk, sealedFigures);
        var (ruleset, rows) = (figures.Ruleset, figures.Scored);
        var ranked = rows.Where(r => r.IsRanked).ToList();
        var (title, lines) = ($"{desk.Period} {ruleset.Title.Zh}", Lines(desk, $"参评 {ranked.Count} 家 · {(figures.Confirmed is { } confirmed
            ? $"已封存：{confirmed.Name.Zh}" : $"截至 {Calendar.Zh(figures.Live.At.Day)} · 试算，未经年度评价确认")}", figures.Live.Stamp));
        IEnumerable<(Title Title, int Count)> levels =
        [
            .. ruleset.Grades.Select(g => (g.Title, ranked.Count(r => r.Grade == g.Id))),
            .. ruleset.Classes.Select(c => (c.Title, ranked.Count(r => r.Class == c.Id))),
        ];
        return
        [
            new("分布", [new(ruleset.Grades.Count > 0 ? "等次" : "类别"), new("家数", ColumnFormat.Whole),
                    new("参评家数", ColumnFormat.Whole), new("占比")],
                [.. levels.Select(l => (CellValue[])[l.Title.Zh, l.Count, ranked.Count,
                    ranked.Count == 0 ? "—" : Figure.Percent((double)l.Count / ranked.Count)])])
            { Title = $"{title}：分布", Lines = lines },
            new("各类平均得分", [new("类别", Width: 30), new("平均", ColumnFormat.Points), new("家数", ColumnFormat.Whole)],
                [.. ruleset.Categories.Select((c, i) => (CellValue[])[c.Title.Zh,
                    new Points(rows.Count == 0 ? 0 : rows.Sum(r => r.Categories[i].Hundredths) / rows.Count), rows.Count])])
            { Title = $"{title}：各类平均得分", Lines = lines },
        ];
    }

    /// <summary>Every round that the desk is about, with the days of its steps.</summary>
    public static async Task<TableToWrite> Rounds(Desk desk)
    {
        var named = await RoundAt.Named(desk);
        var stamp = await StampOf(desk);
        return new TableToWrite("年度评价",
            [new("评价", Width: 36), new("年度"), new("性质"), new("开始日期", ColumnFormat.Day), new("锁定日期", ColumnFormat.Day),
                new("会议日期", ColumnFormat.Day), new("封存日期", ColumnFormat.Day), new("进度")],
            [.. named.Select(r => (CellValue[])[r.Name.Zh, r.Round.Opened!.Period.ToString(), RoundWords.Of(r.Round.Opened.Purpose).Zh,
                DayOf<RoundOpened>(r.Round), DayOf<RoundLocked>(r.Round), r.Round.Decided?.On, DayOf<RoundSealed>(r.Round),
                RoundWords.Of(r.Round.Status).Zh])])
        { Title = "年度评价一览", Lines = Lines(desk, $"{named.Count} 次", stamp) };
    }

    /// <summary>Every import, with how it ended; file names for whoever may read words.</summary>
    public static async Task<TableToWrite> Imports(Desk desk, ImportService imports)
    {
        var list = await imports.List(desk.Scope, desk.Actor, desk.Cancel);
        return new TableToWrite("导入记录",
            [new("文件", Width: 36), new("日期", ColumnFormat.Day), new("商会", ColumnFormat.Whole), new("记录", ColumnFormat.Whole), new("状态")],
            [.. list.Select(i => (CellValue[])[i.FileName ?? (desk.SeesWords ? "（文件名已抹去）" : "（文件名不显示）"), Calendar.DayOf(i.At), i.Chambers,
                CellValue.Of((decimal?)i.Recorded), ImportWords.Of(i.Status, i.Shape).Zh])])
        { Title = "导入记录", Lines = Lines(desk, $"{list.Count} 次", await StampOf(desk)) };
    }

    private static ValueTask<string?> StampOf(Desk desk) => new RoundOpening(desk.Workspace).StampOf(desk.Scope, desk.Cancel);

    private static DateOnly? DayOf<T>(RoundState round) =>
        round.Entries.FirstOrDefault(e => e.Body is T) is { } entry ? Calendar.DayOf(entry.At) : null;

    private static IReadOnlyList<string> Lines(Desk desk, string line, string? stamp) =>
        [.. new[] { $"{RegionNames.Shown(desk.Scope, stamp)} · {line}", stamp }.OfType<string>()];
}
