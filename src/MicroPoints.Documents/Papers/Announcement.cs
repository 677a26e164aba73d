using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>
/// 通报: what the meeting decided, and from when to when each outcome holds. The meeting's reasons only where they may be printed.
/// </summary>
internal static class Announcement
{
    public static PaperToWrite Of(PaperSource source, bool withReasons)
    {
        var decided = source.Round.Decided!;
        var outcomes = source.PublicOutcomes.Where(o => source.Given(o).Count > 0).ToList();
        var departures = withReasons ? source.Departures : [];
        return new PaperToWrite([
            new PaperBlock.Head($"关于{PaperWords.Year(source)}商会积分评价结果的通报"),
            new PaperBlock.Middle(PaperWords.NumberBlank),
            new PaperBlock.To("各有关商会："),
            new PaperBlock.Words($"依据{PaperWords.Basis(source)}，经汇总计算{Steps(source)}，{PaperWords.Day(decided.On)}{decided.Meeting}"
                + $"（{decided.Minutes}）研究确定，现将{PaperWords.Year(source)}商会积分评价结果通报如下。"),
            new PaperBlock.Heading("一、评价等次"),
            .. source.Grades.Select(g => new PaperBlock.Words($"{g.Grade}（{g.Cards.Count}家）：{PaperWords.Names(source, g.Cards)}。")),
            new PaperBlock.Words("同一等次内按行政区划代码排列，不分先后。"),
            new PaperBlock.Heading("二、结果事项"),
            .. outcomes.Count == 0 ? [new PaperBlock.Words("本次没有确定结果事项。")] : outcomes.SelectMany((o, i) => (PaperBlock[])[
                new PaperBlock.Heading($"（{ChineseCount.Of(i + 1)}）{o.Title.Zh}", IsSecond: true),
                new PaperBlock.Words($"{PaperWords.Names(source, source.Given(o))}。"
                    + (PaperWords.Validity(source, o) is { } validity ? $"有效期：{validity}。" : ""))]),
            .. departures.Count == 0 ? [] : (PaperBlock[])[new PaperBlock.Heading("三、会议研究调整情况"),
                .. departures.Select(d => new PaperBlock.Words(PaperWords.DepartureLine(source, d.Departure, d.Outcome) + "。"))],
            new PaperBlock.Words($"各商会的得分明细由我会逐家反馈。{(source.Round.Sealed is { } done ? $"核验码：{done.Result.ToString()[..8]}。" : "")}"),
            .. PaperWords.Signature(source),
        ]);
    }

    /// <summary>No more ceremony than there was.</summary>
    private static string Steps(PaperSource source) =>
        (source.Round.Vetting.Bodies.Count > 0 ? "、征求有关单位意见" : "") + (source.Round.Notices.Count > 0 ? "、公示" : "")
        + (source.Round.Objections.All.Count > 0 ? "、处理异议" : "");
}
