using MicroPoints.Contracts;

namespace MicroPoints.Api;

/// <summary>The examples of vetting, notices, objections and papers: a fictional county's annual round.</summary>
internal static class CeremonySamples
{
    private const string Id = "2026-annual", Tax = "县税务局";

    private static readonly DateOnly Day = new(2027, 1, 4), Through = new(2027, 1, 11);

    public static readonly LetterToRecord Letter = new() { Id = "ask-tax", Body = Tax, LetterOn = Day };

    public static readonly ReplyToRecord Reply = new()
    {
        Id = "reply-tax",
        Body = Tax,
        Reply = VettingReply.Objection,
        On = Day,
        Chambers = ["c-03"],
        Words = "欠税未缴",
    };

    public static readonly ReleaseToRecord Release = new() { Id = "release-c-03", Body = Tax, Chamber = "c-03", Reason = "经核实已补缴" };

    public static readonly NoticeToRecord Notice = new() { Id = "notice-1", Place = "县政府门户网站", Posted = Day, WorkingDays = 5 };

    public static readonly ObjectionToRecord Objection = new()
    {
        Id = "o-1",
        ReceivedOn = new DateOnly(2027, 1, 8),
        Who = "样例商会 张某",
        What = "漏记走访三次",
        Chamber = "c-02",
    };

    public static readonly AnswerToRecord Answer = new()
    {
        Accepted = true,
        Reason = "经核查属实",
        Entries = [new EntryToAdmit { Chamber = "c-02", Entry = "2026-late-1" }],
    };

    public static readonly PaperToRecord Paper = new()
    {
        Id = "scan-notice",
        Kind = PaperKind.Notice,
        Scan = $"sha256:{Samples.Hash}",
        Note = "公告栏照片",
    };

    public static readonly UseToRecord Use = new()
    {
        Id = "use-1",
        Chamber = "c-02",
        Outcome = "award-nomination",
        Body = "县政协办公室",
        Purpose = "评先评优",
        On = new DateOnly(2027, 2, 3),
        Document = "县协办函〔2027〕2号",
    };

    public static readonly UseToWithdraw Withdrawal = new() { Reason = "误登记" };

    public static readonly UsePage Uses = new(Id, [new UseDetails("use-1", "c-02", Use.Body, Use.Purpose, Use.On,
        new DateOnly(2027, 2, 4), Use.Outcome, Document: Use.Document, Withdrawn: new(new DateOnly(2027, 2, 5), "误登记"))]);

    private static readonly RoundDetails Round = RoundSamples.Locked with
    {
        Id = Id,
        Status = RoundStatus.Objected,
        Purpose = RoundPurpose.Annual,
        Ceremony = new RoundCeremony([new VettedBodyDetails(Tax, Day, VettingReply.NoObjection, Day)], [],
            [new NoticeDetails("notice-1", "县政府门户网站", Day, 5, Through, false, Samples.Hash)],
            [new ObjectionDetails("o-1", Objection.ReceivedOn, false, new DateOnly(2027, 1, 23), "c-02", Objection.Who, Objection.What)],
            []),
    };

    private static readonly ChamberMove Move = new("c-02",
        new ChamberFigures(80m, ["project-list"], 3, "B"), new ChamberFigures(81.5m, ["project-list"], 2, "B"));

    public static readonly MovedList Moved = new(Id, [Move]);

    public static readonly RecordedAnswer Answered = new(
        SendingAnswer.Recorded, Round.Head.Sequence, Round.Head.Hash, Round, "answer-o-1", Samples.At, [Move]);

    public static readonly RoundStepList Steps = new(Id, RoundStatus.Objected, new DateOnly(2027, 1, 8),
    [
        new RoundStepDetails(RoundStepKind.Lock, RoundStepState.Done, true, []),
        new RoundStepDetails(RoundStepKind.Vetting, RoundStepState.Done, true, []),
        new RoundStepDetails(RoundStepKind.Notice, RoundStepState.Waiting, true, [new RoundGapDetails(
            RoundGapKind.NoticeRunning, "公示期至2027-01-11止", "the notice runs through 2027-01-11", false, null, Through)], Through),
        new RoundStepDetails(RoundStepKind.Objections, RoundStepState.Open, true, [new RoundGapDetails(
            RoundGapKind.AnswerMissing, "异议o-1须于2027-01-23前答复", "objection o-1 is answered by 2027-01-23", false, "o-1",
            new DateOnly(2027, 1, 23))], new DateOnly(2027, 1, 23)),
        new RoundStepDetails(RoundStepKind.Decision, RoundStepState.Blocked, true, []),
        new RoundStepDetails(RoundStepKind.Seal, RoundStepState.Blocked, true, []),
    ]);

    public static RecordedRoundStep Step(string id) =>
        new(SendingAnswer.Recorded, Round.Head.Sequence, Round.Head.Hash, Round, id, Samples.At);

    public static RecordedRoundStep Replay(string id) => Step(id) with { Answer = SendingAnswer.Exists };
}
