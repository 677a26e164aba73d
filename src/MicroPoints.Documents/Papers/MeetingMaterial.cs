using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Documents;

/// <summary>会议议题材料: what was computed, what was heard of it, and what the meeting is asked to decide.</summary>
internal static class MeetingMaterial
{
    public static PaperToWrite Of(PaperSource source) => new([
        new PaperBlock.Head($"关于审定{PaperWords.Year(source)}商会积分评价结果的议题材料"),
        new PaperBlock.Heading("一、基本情况"),
        new PaperBlock.Words($"依据{PaperWords.Basis(source)}，对{source.Cards.Count}家商会作了评价，参评{source.Ranked.Count}家，"
            + $"数据截至{PaperWords.Day(source.Evaluation!.Snapshot.At.Day)}"
            + $"{(source.Round.Admitted.Count > 0 ? $"，锁定后经核实另采纳{source.Round.Admitted.Count}条记录" : "")}。核验码：{source.ContentCode}。"),
        new PaperBlock.Words($"各等次家数：{Counts(source)}。各家得分见汇总表。"),
        new PaperBlock.Heading("二、征求意见情况"),
        .. Vetting(source),
        new PaperBlock.Heading("三、公示和异议情况"),
        new PaperBlock.Words(Notices(source)),
        new PaperBlock.Heading("四、提请会议研究的事项"),
        .. source.PublicOutcomes.SelectMany((o, i) => Outcome(source, o, i + 1)),
        new PaperBlock.Words("会议可以在符合条件的商会中调整，每处调整须写明理由，记入会议纪要；不符合条件的不能入选。"),
        .. Decision(source),
        new PaperBlock.Boxes([("会议意见", "会议名称：＿＿＿＿＿＿＿＿　　纪要号：" + PaperWords.NumberBlank + "\n\n" + PaperWords.SignBox)], true),
    ]);

    public static string Counts(PaperSource source) => string.Join("，", source.Grades.Select(g => $"{g.Grade}{g.Cards.Count}家"));

    private static IEnumerable<PaperBlock> Vetting(PaperSource source)
    {
        if (source.Round.Vetting.Bodies.Count == 0) return [new PaperBlock.Words("未征求意见。")];
        var standing = source.Round.Vetting.Standing.ToList();
        return [VettingLetter.Register(source), new PaperBlock.Words(standing.Count == 0 ? "没有因异议暂缓的商会。"
            : $"因异议暂缓、须会议研究的：{string.Join("；", standing.Select(h => $"{source.NameOf(h.Chamber)}（{h.Body}）"))}。")];
    }

    private static string Notices(PaperSource source) => source.Round.Notices is [.., var last]
        ? $"已公示{source.Round.Notices.Count}次，最近一次{PaperWords.Day(last.Noticed.Posted)}至{PaperWords.Day(last.Noticed.LastDay)}；"
            + $"收到异议{source.Round.Objections.All.Count}件，尚未答复{source.Round.Objections.Open.Count()}件。"
            + (source.Noticed is null ? "公示后结果有变动，尚须重新公示。" : "")
        : "尚未公示。";

    private static IEnumerable<PaperBlock> Outcome(PaperSource source, Outcome outcome, int number)
    {
        yield return new PaperBlock.Heading($"（{ChineseCount.Of(number)}）{outcome.Title.Zh}", IsSecond: true);
        var eligible = source.Ranked.Where(c => PaperSource.StatusOf(c, outcome) is OutcomeStatus.Proposed or OutcomeStatus.TiedOnLine
            or OutcomeStatus.PastQuota).OrderBy(c => c.Places?.Scope ?? int.MaxValue).ThenBy(c => c.Id).ToList();
        if (eligible.Count == 0)
        {
            yield return new PaperBlock.Words("没有符合条件的商会。");
            yield break;
        }
        var held = source.Round.Vetting.Standing.Select(h => h.Chamber).ToHashSet();
        yield return new PaperBlock.Words($"符合条件{eligible.Count}家，"
            + $"拟推荐{eligible.Count(c => PaperSource.StatusOf(c, outcome) == OutcomeStatus.Proposed)}家"
            + $"{(outcome.Quota is null ? "，不设名额" : "，按名额从高到低")}。");
        yield return new PaperBlock.Table([new("位次", 9, true), new("商会名称", 34), new("总分", 12, true), new("等次", 12), new("建议", 33)],
            [.. eligible.Select(c => PaperRow.Of($"{c.Places?.Scope}", source.NameOf(c.Id), source.HasPoints
                ? c.Total.ToFixed() : "", source.GradeOf(c),
                Advice(PaperSource.StatusOf(c, outcome)) + (held.Contains(c.Id) ? "；因异议暂缓" : "")))]);
    }

    private static string Advice(OutcomeStatus? status) => status switch
    {
        OutcomeStatus.Proposed => "拟推荐",
        OutcomeStatus.TiedOnLine => "并列，提请会议研究",
        _ => "符合条件，名额已满",
    };

    /// <summary>What it came to, where the material is printed again for the files.</summary>
    private static IEnumerable<PaperBlock> Decision(PaperSource source) => source.Round.Decided is not { } decided ? [] :
    [
        new PaperBlock.Heading("五、会议研究结果"),
        new PaperBlock.Words($"{PaperWords.Day(decided.On)}{decided.Meeting}（{decided.Minutes}）：{decided.Conclusion}"),
        .. source.Departures.Select(d => new PaperBlock.Words(PaperWords.DepartureLine(source, d.Departure, d.Outcome))),
    ];
}
