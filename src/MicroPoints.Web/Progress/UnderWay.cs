using MicroPoints.Imports;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>What runs, what ended since somebody left it, and what a stop of the program left on the way.</summary>
internal static class UnderWay
{
    public static async Task<IReadOnlyList<ToDo.Item>> Of(Desk desk, LongWorks works, ImportService imports, Uploads uploads)
    {
        if (!desk.MayRecord) return [];
        var mine = works.For(desk.Actor);
        // A work of which nobody was told is told of by its own page, so it is looked for before what the log says of imports.
        var told = mine.Where(w => w.End is null || !w.IsSeen && w.ToDo.By.Id == desk.Actor.Id).ToList();
        var items = told.Select(Item).ToList();
        foreach (var import in await imports.List(desk.Scope, desk.Actor, desk.Cancel))
            if (import.Status is ImportStatus.Unfinished or ImportStatus.BeingTakenBack && told.All(w => w.ToDo.Import != import.Id))
                items.Add(Stopped(import, uploads.PageOf(desk.Actor.Id, import.Id)));
        return items;
    }

    /// <summary>How far it is; nothing before that is known.</summary>
    public static string Counted(LongWork work) => work.Count is { Total: > 0 } count ? $"（{count.Done} / {count.Total}）" : "";

    private static ToDo.Item Item(LongWork work) => work.End switch
    {
        null => new ToDo.Item(new Title($"正在{work.ToDo.What.Zh}{Counted(work)}",
            $"Under way: {work.ToDo.What.EnOrZh}{Counted(work)}"), work.Path),
        { IsDone: true } => new ToDo.Item(new Title($"{work.ToDo.What.Zh}：已完成", $"Done: {work.ToDo.What.EnOrZh}"), work.Path),
        _ => new ToDo.Item(new Title($"{work.ToDo.What.Zh}：没有办完", $"Not finished: {work.ToDo.What.EnOrZh}"), work.Path),
    };

    private static ToDo.Item Stopped(ImportSummary import, string? page)
    {
        var name = import.FileName ?? "（文件名已抹去）";
        if (import.Status == ImportStatus.BeingTakenBack) return new ToDo.Item(
            new Title($"撤销导入“{name}”在中途停下了，接着撤销", $"Taking back {name} stopped on the way: go on"), $"/imports/{import.Id}/undo");
        if (import.Shape == TableShape.Grid) return new ToDo.Item(
            new Title($"“{name}”在中途停下了，没有登记完", $"{name} stopped on the way"), "/imports",
            new Title("（在导入记录里整批撤销，再重新登记）", "(take all of it back in the list of imports, and record once more)"));
        var kept = new Title("（已写入的都在，不会重复）", "(what was written stays, nothing is repeated)");
        return page is not null
            ? new ToDo.Item(new Title($"导入“{name}”在中途停下了，接着导入", $"The import of {name} stopped on the way: go on"), page, kept)
            : new ToDo.Item(new Title($"导入“{name}”在中途停下了，再传一次同一文件就接着导入",
                $"The import of {name} stopped on the way: send the same file again"), "/imports", kept);
    }
}
