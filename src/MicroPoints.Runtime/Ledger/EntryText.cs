using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>What an entry of a ledger that is no activity says, in words.</summary>
public static class EntryText
{
    public static string Of(SealedEntry entry) => entry.Body switch
    {
        ActivityReversed reversed => $"更正：撤销 {reversed.Target}",
        ChamberRegistered chamber => $"登记入册：{chamber.Name}",
        ChamberRenamed renamed => $"更名：{renamed.Name}",
        ChamberAttributeSet { IsTakenOff: true } attribute => $"{attribute.Attribute}：不再登记",
        ChamberAttributeSet attribute => $"{attribute.Attribute}：{attribute.Value}",
        ChamberDissolved => "注销",
        ChamberMerged merged => $"并入 {merged.Successor}",
        ChamberSplit split => $"分立为 {string.Join("、", split.Successors)}",
        ChamberSucceeded succeeded => $"承接 {succeeded.Predecessor}",
        PeriodClosed closed => $"锁定 {closed.Period}",
        LateWindowOpened window => $"补录窗口 {window.Period}，至 {Calendar.Text(window.Through)}",
        _ => entry.Body.TypeName,
    };
}
