using MicroPoints.Rounds;

namespace MicroPoints.Web;

/// <summary>What a round still lacks, in words with names and days as people write them; the core's own sentences name ids.</summary>
internal static class GapWords
{
    public static string Of(Desk desk, RoundView view, RoundGap gap) => gap switch
    {
        { Kind: RoundGapKind.AnswerMissing, Subject: { } id, By: { } by } when EntryId.IsValid(id) => desk.T(
            $"{NameOf(view.State, new EntryId(id)).Zh}须于{desk.Day(by)}前答复{(gap.IsOverdue ? "，已逾期" : "")}",
            $"{NameOf(view.State, new EntryId(id)).EnOrZh} is answered by {desk.Day(by)}{(gap.IsOverdue ? ", which has passed" : "")}"),
        { Kind: RoundGapKind.NoticeRunning, By: { } by } =>
            desk.T($"公示期至{desk.Day(by)}止", $"the notice runs through {desk.Day(by)}"),
        { Kind: RoundGapKind.ReplyMissing, Subject: { } body }
            when view.State.Vetting.Bodies.FirstOrDefault(b => b.Body == body) is { } asked => desk.T(
                $"{body}尚未回复（{desk.Day(asked.LetterOn)}发函）", $"{body} has not replied to the letter of {desk.Day(asked.LetterOn)}"),
        { Kind: RoundGapKind.ChamberOnHold, Subject: { } chamber } when ChamberId.IsValid(chamber) => desk.T(gap.Sentence)
            .Replace(chamber, view.NameOf(new ChamberId(chamber)), StringComparison.Ordinal),
        _ => desk.T(gap.Sentence),
    };

    /// <summary>第 1 号异议: its place in the order of recording.</summary>
    public static Title NameOf(RoundState round, EntryId objection)
    {
        var number = round.Objections.All.TakeWhile(o => o.Id != objection).Count() + 1;
        return new Title($"第 {number} 号异议", $"objection no. {number}");
    }
}
