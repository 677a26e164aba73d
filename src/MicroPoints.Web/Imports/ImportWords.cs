using MicroPoints.Imports;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>The words of imports on screen.</summary>
internal static class ImportWords
{
    public static Title Of(ImportStatus status, TableShape shape) => status switch
    {
        ImportStatus.Unfinished when shape == TableShape.Grid =>
            new("没有登记完：回到那一页再按“登记”，或者撤销后重新登记", "unfinished: record once more on its page, or take it back"),
        ImportStatus.Finished when shape == TableShape.Grid => new("已登记", "recorded"),
        ImportStatus.Unfinished => new("在中途停下了，没有导完：再传一次同一文件即可接着导", "stopped on the way: send the same file again"),
        ImportStatus.Finished => new("已导入", "imported"),
        ImportStatus.BeingTakenBack => new("撤销没有做完：请再撤销一次", "its undo is unfinished: undo it again"),
        ImportStatus.TakenBack => new("已撤销", "taken back"),
        _ => throw new InvalidOperationException("unknown status"),
    };

    public static Title Of(LineKind kind) => kind switch
    {
        LineKind.New => new("新增", "new"),
        LineKind.Already => new("已经记过", "recorded already"),
        LineKind.Corrects => new("更正以前的导入", "corrects an earlier import"),
        LineKind.TakesBack => new("撤销以前的导入", "takes an earlier import back"),
        _ => throw new InvalidOperationException("unknown line"),
    };

    public static Title Of(ColumnUse use) => use switch
    {
        ColumnUse.Chamber => new("商会", "chamber"),
        ColumnUse.Measure => new("指标", "measure"),
        ColumnUse.Detail => new("说明", "detail"),
        ColumnUse.LeftOut => new("不导入", "left out"),
        ColumnUse.Unknown => new("认不出来", "not known"),
        _ => throw new InvalidOperationException("unknown use"),
    };
}
