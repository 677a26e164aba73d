using MicroPoints.Rounds;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>公示情况说明: every notice with its window, every objection with its answer. Who objected is not told.</summary>
internal static class NoticeReport
{
    public static PaperToWrite Of(PaperSource source)
    {
        var (notices, objections) = (source.Round.Notices, source.Round.Objections.All);
        return new PaperToWrite([
            new PaperBlock.Head($"关于{PaperWords.Year(source)}商会积分评价结果公示情况的说明"),
            new PaperBlock.Heading("一、公示情况"),
            .. notices.Select((n, i) => new PaperBlock.Words(
                $"{(notices.Count > 1 ? $"第{ChineseCount.Of(i + 1)}次：" : "")}{PaperWords.Day(n.Noticed.Posted)}在{n.Noticed.Place}公示，"
                + $"公示{n.Noticed.WorkingDays}个工作日，至{PaperWords.Day(n.Noticed.LastDay)}止"
                + $"{(n.Noticed.IsConfirmed ? "（截止日经人工确认）" : "")}，内容核验码{n.Noticed.Content.ToString()[..8]}。")),
            new PaperBlock.Heading("二、异议及处理"),
            new PaperBlock.Words(objections.Count == 0 ? "公示期间未收到异议。" : $"共收到异议{objections.Count}件："
                + $"采纳{objections.Count(o => o.Answer is { IsAccepted: true })}件，"
                + $"未采纳{objections.Count(o => o.Answer is { IsAccepted: false })}件，"
                + $"正在核实{objections.Count(o => o.Answer is null)}件。提出人信息和答复书另存备查。"),
            .. objections.Count == 0 ? [] : new[] { Table(source, objections) },
            new PaperBlock.Heading("三、结论"),
            new PaperBlock.Words(Conclusion(source)),
            .. PaperWords.Signature(source),
        ]);
    }

    private static PaperBlock Table(PaperSource source, IReadOnlyList<Objection> objections) => new PaperBlock.Table(
        [new("序号", 8, true), new("涉及商会", 34), new("收到日期", 20), new("答复日期", 20), new("处理", 18)],
        [.. objections.Select((o, i) => PaperRow.Of($"{i + 1}", o.Chamber is { } chamber ? source.NameOf(chamber) : "名单整体",
            PaperWords.Day(o.ReceivedOn) + (o.IsLate ? "（逾期提出）" : ""), o.Answer is { } answer ? PaperWords.Day(answer.On) : "",
            o.Answer is null ? "正在核实" : o.Answer.IsAccepted ? "采纳，已重新计算" : "未采纳"))]);

    /// <summary>Only what holds: a notice that is out of date or an open objection is said to be so.</summary>
    private static string Conclusion(PaperSource source) =>
        source.Round.Objections.Open.Any() ? "尚有异议正在核实，待答复后再作说明。"
        : source.Noticed is null ? "异议采纳后结果有变动，须重新公示。"
        : $"公示程序已履行，公示内容与提请会议研究的结果一致（核验码{source.ContentCode}）。";
}
