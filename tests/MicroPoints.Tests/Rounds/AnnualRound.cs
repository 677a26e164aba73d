using MicroPoints.Identity;
using MicroPoints.Rounds;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Rounds;

/// <summary>An annual round of two chambers, step by step with the days on which each is taken: locked on 31 December 2026, a Thursday.
/// Chamber b leads a by one visit; three more of a are recorded on 8 January.</summary>
internal static class AnnualRound
{
    public static readonly ChamberId A = new("a"), B = new("b");
    public const string Tax = "县税务局";
    public static readonly SmallRound Locked = Annual(Objection.Locked), Accepted = Annual(Objection.Accepted);

    /// <summary>2027 has one holiday, New Year's Day; Sunday the third is worked.</summary>
    public static readonly WorkingCalendar Year2027 = WorkingCalendar.Of(
        [new(D("2027-01-01"), false, "元旦"), new(D("2027-01-03"), true, "元旦")]);

    private static SmallRound Annual(SmallRound round) => new()
    {
        Ledgers = round.Ledgers,
        Frozen = round.Frozen,
        Admitted = round.Admitted,
        Opened = Opened,
    };

    public static RoundOpened Opened => SmallRound.Rehearsal with { Purpose = RoundPurpose.Annual, Stamp = null };

    public static (string On, RoundCommand Command) Open => ("2026-12-31", new OpenRound(new EntryId("open"), Opened));

    public static (string On, RoundCommand Command) Freeze => ("2026-12-31", Locked.Lock);

    public static (string On, RoundCommand Command) Ask(string body = Tax, string on = "2026-12-31") =>
        (on, new AskVetting(new EntryId($"ask-{body.Length}"), new RoundVettingAsked(body, D(on))));

    public static (string On, RoundCommand Command) Reply(
        VettingReply reply, string? words = null, string on = "2027-01-04", string id = "reply", params ChamberId[] chambers) =>
        (on, new ReplyVetting(new EntryId(id), new RoundVettingReplied(Tax, reply, D(on), chambers), words));

    public static (string On, RoundCommand Command) Release(string reason = "经核实已整改", string on = "2027-01-05") =>
        (on, new ReleaseHold(new EntryId("release"), new RoundHoldReleased(Tax, B), reason));

    /// <summary>Posted on a day, for five working days: on Monday 4 January, through the 11th.</summary>
    public static (string On, RoundCommand Command) Notice(
        string on = "2027-01-04", SmallRound? content = null, string id = "notice") =>
        (on, new PostNotice(new EntryId(id), "县政府网站", D(on), null, null, Year2027, (content ?? Locked).Evaluation,
            (content ?? Locked).Admitted.Count));

    public static (string On, RoundCommand Command) Object(string on = "2027-01-08", string id = "o-1") =>
        (on, new ReceiveObjection(new EntryId(id), A, D(on), "甲商会 张三", "漏记三次走访"));

    public static (string On, RoundCommand Command) Answer(
        bool accept, string on = "2027-01-11", string reason = "经核查属实", string objection = "o-1") =>
        (on, new AnswerObjection(new EntryId($"answer-{objection}"), new RoundObjectionAnswered(
            new EntryId(objection), accept, accept ? Accepted.Admitted : []), reason));

    public static (string On, RoundCommand Command) Decide(
        string on = "2027-01-12", SmallRound? content = null, params Departure[] departures) =>
        (on, new DecideRound(new EntryId("decide"), SmallRound.Decided(departures) with { On = D(on) },
            (content ?? Locked).Evaluation)
        {
            Admitted = (content ?? Locked).Admitted.Count,
            Moved = MovedChamber.Between(Locked.Evaluation, (content ?? Locked).Evaluation),
        });

    public static RoundState After(params (string On, RoundCommand Command)[] steps)
    {
        var round = SmallRound.Empty;
        foreach (var step in steps)
            if (Give(round, step) is Decision.Refused refused) Assert.Fail($"{step.Command.Id}: {refused.Reason}: {refused.Detail}");
        return round;
    }

    public static Decision Give(RoundState round, (string On, RoundCommand Command) step, Actor? by = null) =>
        SmallRound.Give(round, step.Command, by, step.On);

    public static Decision.Refused Refuses(
        Refusal refusal, RoundState round, (string On, RoundCommand Command) step, Actor? by = null)
    {
        var head = round.Head;
        var refused = Assert.IsType<Decision.Refused>(Give(round, step, by));
        Assert.Equal((refusal, head), (refused.Reason, round.Head));
        return refused;
    }

    /// <summary>Locked, the tax office asked and without objection.</summary>
    public static RoundState Vetted => After(Open, Freeze, Ask(), Reply(VettingReply.NoObjection));

    /// <summary>Noticed from 4 January through 11 January.</summary>
    public static RoundState Noticed => After(Open, Freeze, Ask(), Reply(VettingReply.NoObjection), Notice());

    /// <summary>An objection was accepted on 11 January, which moves both chambers.</summary>
    public static RoundState Recomputed =>
        After(Open, Freeze, Ask(), Reply(VettingReply.NoObjection), Notice(), Object(), Answer(accept: true));
}
