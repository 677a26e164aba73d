using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>How imports and their undoing ended, for whoever comes back to them.</summary>
internal static class ImportEnds
{
    private static readonly Title Back = new("回到导入", "Back to imports");

    /// <param name="page">Where it is confirmed once more.</param>
    public static WorkEnd OfFile(ImportOutcome outcome, string file, string page) => outcome.End switch
    {
        ImportEnd.Done => Done($"已导入 {file}：{Counted(outcome)}。", $"{file}: {CountedEn(outcome)}."),
        ImportEnd.NothingNew => Done("这个文件的内容都已经记过，没有重复导入。", "Everything in it was recorded already; nothing was repeated."),
        ImportEnd.BrokenOff => new WorkEnd(false, new Title("导入中途停下了：已写入的都在，再确认一次就会接着导，不会重复。",
            "It stopped on the way: confirm again and it goes on without repeating."), outcome.Problems, page, new Title("接着导入", "Go on")),
        _ => new WorkEnd(false, new Title("没有导入，问题见下表。", "Nothing was imported; see below."), outcome.Problems, page,
            new Title("看预览，重新上传", "Look at it, send it again")),
    };

    /// <summary>Of what was typed for many chambers at once.</summary>
    public static WorkEnd OfGrid(ImportOutcome outcome, string page) => outcome.End switch
    {
        ImportEnd.Done => Done($"已登记：{Counted(outcome)}。", $"Recorded: {CountedEn(outcome)}."),
        ImportEnd.NothingNew => Done("这一批已经登记过，没有重复登记。", "This was recorded before; nothing was recorded twice."),
        ImportEnd.BrokenOff => new WorkEnd(false, new Title("登记中途停下了：已登记的都在。在导入记录里整批撤销，再重新登记。",
            "It stopped on the way: what was recorded stays. Take all of it back in the list of imports, and record once more."),
            outcome.Problems, "/imports", Back),
        _ => new WorkEnd(false, new Title("没有登记，问题见下表；改好后重新登记。", "Nothing was recorded; see below."), outcome.Problems, page,
            new Title("重新登记", "Record once more")),
    };

    public static WorkEnd OfUndo(ImportOutcome outcome, string page) => outcome.End is ImportEnd.Done or ImportEnd.NothingNew
        ? Done($"已撤销：撤回 {outcome.TakenBack} 条{(outcome.Recorded > 0 ? $"，恢复以前的 {outcome.Recorded} 条" : "")}。",
            $"Taken back: {outcome.TakenBack} activities; {outcome.Recorded} restored.")
        : new WorkEnd(false, new Title("没有撤销完，原因见下表；改好后再撤销一次。", "Not all was taken back; see below, then do it again."),
            outcome.Problems, page, new Title("再撤销一次", "Take it back again"));

    private static WorkEnd Done(string zh, string en) => new(true, new Title(zh, en), [], "/imports", Back);

    private static string Counted(ImportOutcome outcome) =>
        $"新记 {outcome.Recorded} 条{(outcome.TakenBack > 0 ? $"，更正 {outcome.TakenBack} 条" : "")}";

    private static string CountedEn(ImportOutcome outcome) => $"{outcome.Recorded} recorded, {outcome.TakenBack} taken back";
}
