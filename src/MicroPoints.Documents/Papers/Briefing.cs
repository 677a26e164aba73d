namespace MicroPoints.Documents;

/// <summary>情况汇报: one page of figures with their denominators; no chamber is named.</summary>
internal static class Briefing
{
    public static PaperToWrite Of(PaperSource source)
    {
        var (round, decided, ranked) = (source.Round, source.Round.Decided!, source.Ranked.Count);
        var followed = source.Outcomes.Where(o => o.Kind == Rulesets.OutcomeKind.FollowUp).SelectMany(source.Given).Distinct().Count();
        return new PaperToWrite([
            new PaperBlock.Head($"{PaperWords.Year(source)}商会积分评价情况汇报"),
            new PaperBlock.Heading("一、评价情况"),
            new PaperBlock.Words($"评价范围内商会{source.Cards.Count}家，参评{ranked}家。{MeetingMaterial.Counts(source)}。"
                + (source.HasPoints && ranked > 0 ? $"平均{Mean(source)}分。" : "")),
            new PaperBlock.Heading("二、程序"),
            new PaperBlock.Words($"征求{round.Vetting.Bodies.Count}个单位意见，公示{round.Notices.Count}次，收到异议{round.Objections.All.Count}件，"
                + $"采纳{round.Objections.All.Count(o => o.Answer is { IsAccepted: true })}件。"
                + $"{PaperWords.Day(decided.On)}{decided.Meeting}（{decided.Minutes}）研究确定，"
                + $"会议调整{source.Departures.Count}处。"),
            new PaperBlock.Heading("三、结果事项"),
            new PaperBlock.Words(string.Join("，", source.PublicOutcomes.Select(o => $"{o.Title.Zh}{source.Given(o).Count}家")) + "。"),
            new PaperBlock.Heading("四、下一步"),
            new PaperBlock.Words($"逐家反馈得分{(followed > 0 ? $"，对{followed}家商会开展帮扶" : "")}。"
                + $"{(round.Sealed is { } done ? $"结果已锁定，核验码{done.Result.ToString()[..8]}。" : "")}"),
            .. PaperWords.Signature(source),
        ]);
    }

    private static string Mean(PaperSource source) =>
        new Points(source.Ranked.Sum(c => c.Total.Hundredths) / source.Ranked.Count).ToFixed();
}
