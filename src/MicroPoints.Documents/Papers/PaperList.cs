using MicroPoints.Rounds;

namespace MicroPoints.Documents;

/// <summary>One paper, and what has to happen before it can be printed.</summary>
/// <param name="Missing">Null where it can be printed now.</param>
public sealed record OfferedPaper(PrintedPaper Paper, Title? Missing);

/// <summary>Which papers can be printed at which step of a round.</summary>
public static class PaperList
{
    private static readonly Title Lock = new("先锁定数据", "lock the data first"),
        Vetting = new("先征求意见：登记每个单位的回复", "vetting comes first: enter every body's reply"),
        Notice = new("先登记公示", "enter the notice first"),
        Decision = new("会议确定以后才能打印", "printed once the meeting has decided");

    /// <summary>Every paper, in the order in which a round needs them.</summary>
    public static IReadOnlyList<OfferedPaper> Of(RoundState round) =>
        [.. Enum.GetValues<PrintedPaper>().Select(p => new OfferedPaper(p, Missing(p, round)))];

    /// <summary>What has to happen before a paper can be printed; null where it can be now.</summary>
    public static Title? Missing(PrintedPaper paper, RoundState round) => paper switch
    {
        PrintedPaper.SelfAssessment => null,
        _ when round.Locked is null => Lock,
        PrintedPaper.Notice => NeedsVetting(round) && !round.Vetting.IsComplete ? Vetting : null,
        PrintedPaper.NoticeReport => round.Notices.Count == 0 ? Notice : null,
        PrintedPaper.Announcement or PrintedPaper.Briefing => round.Decided is null ? Decision : null,
        _ => null,
    };

    private static bool NeedsVetting(RoundState round) =>
        RoundProfile.IsRequired(round, RoundStepKind.Vetting);
}
