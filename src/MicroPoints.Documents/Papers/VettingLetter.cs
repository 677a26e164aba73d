using MicroPoints.Rounds;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>征求意见函: a letter with its list and a reply slip for each body that was asked, or one with blanks.</summary>
internal static class VettingLetter
{
    public static PaperToWrite Of(PaperSource source)
    {
        IReadOnlyList<(string Body, DateOnly? On)> bodies = source.Round.Vetting.Bodies is { Count: > 0 } asked
            ? [.. asked.Select(b => (b.Body, (DateOnly?)b.LetterOn))] : [("＿＿＿＿＿＿＿＿", null)];
        return new PaperToWrite([.. bodies.SelectMany((b, i) => (PaperBlock[])[
            .. i > 0 ? [new PaperBlock.NextPage()] : Array.Empty<PaperBlock>(),
            .. Letter(source, b.Body, b.On), new PaperBlock.NextPage(), .. Slip(source, b.Body)])]);
    }

    private static string Subject(PaperSource source) => $"关于征求{PaperWords.Year(source)}商会积分评价意见的函";

    private static IEnumerable<PaperBlock> Letter(PaperSource source, string body, DateOnly? on) =>
    [
        new PaperBlock.Head(Subject(source)),
        new PaperBlock.Middle(PaperWords.NumberBlank),
        new PaperBlock.To($"{body}："),
        new PaperBlock.Words($"依据{PaperWords.Basis(source)}，我会对{source.Ranked.Count}家商会{PaperWords.Year(source)}积分情况作了汇总计算，"
            + "形成初步结果（见附表）。现征求贵单位意见：附表所列商会在评价期内是否有违法违规、失信或者其他不宜推荐的情形。"),
        new PaperBlock.Words("请于＿＿月＿＿日前将回执盖章后反馈我会；没有异议的也请回复。到期没有收到回执的，我会将如实登记为“未回复”。"),
        .. PaperWords.Contacts(),
        .. PaperWords.Signature(source, on),
        new PaperBlock.Remark("附表（按行政区划代码排列，不分先后）"),
        new PaperBlock.Table([new("商会名称", 40), new("初步等次", 18), new("拟推荐事项", 42)],
            [.. source.Ranked.Select(c => PaperRow.Of(source.NameOf(c.Id), source.GradeOf(c), PaperWords.Proposed(source, c)))]),
    ];

    private static IEnumerable<PaperBlock> Slip(PaperSource source, string body) =>
    [
        new PaperBlock.Head("回　　执"),
        new PaperBlock.To($"{PaperWords.Office(source)}："),
        new PaperBlock.Words($"《{Subject(source)}》收悉。经研究，我单位意见如下（在□内打√）："),
        new PaperBlock.Words("□ 无异议。"),
        new PaperBlock.Words("□ 有异议，涉及的商会、事由和依据如下："),
        new PaperBlock.Table([new("商会名称", 36), new("事由和依据", 64)], [.. Enumerable.Repeat(PaperRow.Of("\n", "\n"), 4)]),
        new PaperBlock.Words("经办人：＿＿＿＿＿＿　　联系电话：＿＿＿＿＿＿＿＿＿＿"),
        new PaperBlock.Signed($"{body}（盖章）　"),
        new PaperBlock.Signed(PaperWords.DayBlank + "　　"),
    ];

    /// <summary>Who was asked and what they said: for the meeting, never for another body.</summary>
    public static PaperBlock Register(PaperSource source) => new PaperBlock.Table(
        [new("单位", 26), new("发函日期", 20), new("回复", 14), new("涉及商会及事由", 40)],
        [.. source.Round.Vetting.Bodies.SelectMany(b => Lines(source, b))]);

    /// <summary>A line a reply, in order: that a body objected first and gave way later is what the meeting has to know.</summary>
    private static IEnumerable<PaperRow> Lines(PaperSource source, VettedBody body) => body.Replies.Count == 0
        ? [PaperRow.Of(body.Body, PaperWords.Day(body.LetterOn), "待回复", "")]
        : body.Replies.Select((r, i) => PaperRow.Of(i == 0 ? body.Body : $"{body.Body}（第{ChineseCount.Of(i + 1)}次）",
            PaperWords.Day(body.LetterOn), Said(r.Reply) + (body.Replies.Count > 1 ? $"（{PaperWords.Day(r.On)}）" : ""),
            Ground(source, r)));

    private static string Said(VettingReply reply) => reply switch
    {
        VettingReply.NoObjection => "无异议",
        VettingReply.Objection => "有异议",
        VettingReply.NoReply => "未回复",
        _ => throw new InvariantException("unknown reply"),
    };

    private static string Ground(PaperSource source, VettedReply reply) => string.Join("：", new[]
    {
        string.Join("、", reply.Chambers.Select(source.NameOf)), reply.Words,
    }.Where(t => !string.IsNullOrEmpty(t)));
}
