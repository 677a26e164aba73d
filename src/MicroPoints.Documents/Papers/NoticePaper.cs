using MicroPoints.Rounds;

namespace MicroPoints.Documents;

/// <summary>公示: what is noticed, where, through which day, and how to object. Before it is entered the days are blank.</summary>
internal static class NoticePaper
{
    public static PaperToWrite Of(PaperSource source)
    {
        var noticed = source.Noticed;
        var least = RoundProfile.Of(source.Opened).NoticeDaysLeast;
        var isAnew = source.Round.Notices.Count > (noticed is null ? 0 : 1);
        return new PaperToWrite([
            new PaperBlock.Head($"关于{PaperWords.Year(source)}商会积分评价结果的公示"),
            new PaperBlock.Words($"依据{PaperWords.Basis(source)}，{(source.Round.Vetting.Bodies.Count > 0 ? "经汇总计算、征求有关单位意见" : "经汇总计算")}，"
                + $"现将{source.Ranked.Count}家商会{PaperWords.Year(source)}的积分、等次和拟推荐事项予以公示。"
                + (isAnew ? "因异议核实后重新计算，原公示内容有变动，以本次公示为准。" : "")),
            new PaperBlock.Heading("一、公示内容"),
            List(source),
            new PaperBlock.Remark("同一等次内按行政区划代码排列，不分先后。"
                + $"数据截至{PaperWords.Day(source.Evaluation!.Snapshot.At.Day)}。核验码：{source.ContentCode}。"),
            new PaperBlock.Heading("二、公示时间和地点"),
            new PaperBlock.Words(noticed is not null
                ? $"{PaperWords.Day(noticed.Posted)}张贴，公示{noticed.WorkingDays}个工作日（张贴当日不计），至{PaperWords.Day(noticed.LastDay)}止。"
                : $"{PaperWords.DayBlank}张贴，公示＿＿个工作日（不少于{least}个，张贴当日不计），至{PaperWords.DayBlank}止。"),
            new PaperBlock.Words($"公示地点：{noticed?.Place ?? "＿＿＿＿＿＿＿＿＿＿＿＿"}。"),
            new PaperBlock.Heading("三、异议的提出"),
            new PaperBlock.Words("对公示内容有异议的，请在公示期内向我会书面提出，写明事由、依据和联系方式；以单位名义提出的请加盖公章。来电提出的，由工作人员登记。"),
            new PaperBlock.Words($"我会自收到之日起{Limits.ObjectionAnswerDays}日内答复，并对提出人的信息保密。异议成立的重新计算，凡积分、等次、推荐事项有变动的商会，一并重新公示。"),
            .. PaperWords.Contacts(),
            .. PaperWords.Signature(source, noticed?.Posted),
        ]);
    }

    private static PaperBlock List(PaperSource source)
    {
        List<PaperColumn> columns = [new("商会名称", 36), new("等次", 14), new("拟推荐事项", 36)];
        if (source.HasPoints) columns.Insert(1, new("总分", 14, true));
        return new PaperBlock.Table(columns, [.. source.ByGrade.Select(c => PaperRow.Of([source.NameOf(c.Id),
            .. source.HasPoints ? [c.Total.ToFixed()] : Array.Empty<string>(), source.GradeOf(c), PaperWords.Proposed(source, c)]))]);
    }
}
