using MicroPoints.Rounds;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rounds.AnnualRound;

namespace MicroPoints.Tests.Rounds;

/// <summary>Objections are typed in, answered, and accepting one moves others, who are noticed anew.</summary>
public sealed class ObjectionTests
{
    private static RoundState Objected => After(Open, Freeze, Ask(), Reply(VettingReply.NoObjection), Notice(), Object());

    [Fact]
    public void An_objection_stands_with_who_what_and_the_day_by_which_it_is_answered()
    {
        var objection = Assert.Single(Objected.Objections.All);
        Assert.Equal(("甲商会 张三", "漏记三次走访", false, D("2027-01-23")),
            (objection.Who, objection.What, objection.IsLate, objection.DueOn));
        Assert.Equal(RoundStatus.Objected, Objected.Status);
    }

    [Fact]
    public void Who_objects_and_what_are_never_sealed_as_they_are()
    {
        var bytes = System.Text.Encoding.UTF8.GetString(EntryFile.Write([Objected.Entries[^1]]));
        Assert.DoesNotContain("张三", bytes);
        Assert.DoesNotContain("走访", bytes);
    }

    [Fact]
    public void Once_erased_the_chain_holds_and_nobody_knows_who_it_was()
    {
        var erased = new RoundState(StreamId.Of(SmallRound.Id));
        foreach (var entry in Objected.Entries)
            erased.Apply(entry.Body is RoundObjectionReceived ? entry with { Reason = entry.Reason! with { Text = null } } : entry);
        Assert.Equal(Objected.Head, erased.Head);
        Assert.Equal((null, null), (erased.Objections.All[0].Who, erased.Objections.All[0].What));
    }

    [Theory]
    [InlineData("2027-01-11", false)]
    [InlineData("2027-01-12", true)]
    public void One_that_comes_after_the_last_day_is_recorded_as_late(string on, bool late)
    {
        var round = Noticed;
        Assert.IsType<Decision.Accepted>(Give(round, Object(on)));
        Assert.Equal(late, round.Objections.All[0].IsLate);
    }

    [Fact]
    public void It_needs_a_notice_a_known_chamber_a_day_who_and_what()
    {
        (string, RoundCommand) With(ChamberId? chamber = null, string on = "2027-01-08", string who = "张三", string what = "漏记") =>
            ("2027-01-08", new ReceiveObjection(new EntryId("o"), chamber ?? A, D(on), who, what));
        Refuses(Refusal.NoticeMissing, Vetted, Object());
        Refuses(Refusal.ChamberUnknown, Noticed, With(new ChamberId("z")));
        Refuses(Refusal.OnInFuture, Noticed, With(on: "2027-01-09"));
        Refuses(Refusal.OnTooEarly, Noticed, With(on: "2027-01-03"));
        Refuses(Refusal.RoundStepIncomplete, Noticed, With(who: ""));
        Refuses(Refusal.RoundStepIncomplete, Noticed, With(what: " "));
        Refuses(Refusal.TextNotPlain, Noticed, With(who: "张\n三"));
    }

    [Fact]
    public void The_same_objection_again_exists_and_with_other_words_is_refused()
    {
        Assert.IsType<Decision.Exists>(Give(Objected, Object()));
        Refuses(Refusal.ExistsWithDifferentReason, Objected,
            ("2027-01-08", new ReceiveObjection(new EntryId("o-1"), A, D("2027-01-08"), "甲商会 张三", "另一事")));
        Refuses(Refusal.ExistsWithDifferentContent, Objected,
            ("2027-01-08", new ReceiveObjection(new EntryId("o-1"), B, D("2027-01-08"), "甲商会 张三", "漏记三次走访")));
    }

    [Fact]
    public void Nothing_is_decided_while_one_has_no_answer_even_when_it_came_late()
    {
        Assert.Contains("o-1 (due 2027-01-23)", Refuses(Refusal.ObjectionUnanswered, Objected, Decide()).Detail);
        var late = Noticed;
        Give(late, Object("2027-01-12"));
        Refuses(Refusal.ObjectionUnanswered, late, Decide());
    }

    [Fact]
    public void A_rejection_needs_a_reason_and_leaves_the_notice_standing()
    {
        var round = Objected;
        Refuses(Refusal.ReasonMissing, round, Answer(accept: false, reason: " "));
        Assert.IsType<Decision.Accepted>(Give(round, Answer(accept: false, reason: "走访无记录")));
        Assert.Equal((RoundStatus.Noticed, "走访无记录"), (round.Status, round.Objections.All[0].Answer!.Reason));
        Assert.IsType<Decision.Accepted>(Give(round, Decide()));
    }

    [Fact]
    public void Accepting_admits_entries_and_a_rejection_none()
    {
        (string, RoundCommand) With(bool accept, params AdmittedEntry[] admitted) => ("2027-01-11",
            new AnswerObjection(new EntryId("x"), new RoundObjectionAnswered(new EntryId("o-1"), accept, admitted), "属实"));
        Refuses(Refusal.EntryNotFound, Objected, With(true));
        Refuses(Refusal.EntryNotFound, Objected, With(true, Objection.Entry(2)));
        Refuses(Refusal.RoundStepIncomplete, Objected, With(false, Objection.Entry(4)));
        Refuses(Refusal.NotAnAuthority, Objected, Answer(accept: true), Contexts.Clerk);
    }

    [Fact]
    public void Accepting_lists_everyone_who_moved_and_needs_a_new_notice()
    {
        var moved = MovedChamber.Between(Locked.Evaluation, Accepted.Evaluation);
        Assert.Equal([(A, P(4), P(5), 2, 1), (B, P(4.5m), P(4.5m), 1, 2)], moved.Select(m =>
            (m.Id, m.Before.Total, m.After.Total, m.Before.Places!.Scope, m.After.Places!.Scope)));
        Assert.Equal(RoundStatus.Recomputed, Recomputed.Status);
        var refused = Refuses(Refusal.NoticeOutdated, Recomputed, Decide("2027-01-12", Accepted));
        Assert.Contains("a 4 to 5 points, place 2 to 1", refused.Detail);
    }

    [Fact]
    public void A_new_notice_runs_anew_and_then_the_meeting_decides()
    {
        var round = Recomputed;
        Assert.IsType<Decision.Accepted>(Give(round, Notice("2027-01-12", Accepted, "second")));
        Assert.Equal(RoundStatus.Noticed, round.Status);
        Refuses(Refusal.NoticeRunning, round, Decide("2027-01-19", Accepted));
        Assert.IsType<Decision.Accepted>(Give(round, Decide("2027-01-20", Accepted)));
    }

    [Fact]
    public void While_a_second_objection_is_open_the_round_stays_objected()
    {
        var round = Objected;
        Give(round, Object("2027-01-09", "o-2"));
        Give(round, Answer(accept: false));
        Assert.Equal(RoundStatus.Objected, round.Status);
        Give(round, Answer(accept: true, objection: "o-2"));
        Assert.Equal(RoundStatus.Recomputed, round.Status);
    }

    [Fact]
    public void An_objection_is_answered_once_and_has_to_be_known()
    {
        var round = Objected;
        Refuses(Refusal.ObjectionUnknown, round, Answer(accept: false, objection: "o-9"));
        Give(round, Answer(accept: false));
        Assert.IsType<Decision.Exists>(Give(round, Answer(accept: false)));
        Refuses(Refusal.ObjectionAnsweredAlready, round, ("2027-01-11", new AnswerObjection(
            new EntryId("x"), new RoundObjectionAnswered(new EntryId("o-1"), true, Accepted.Admitted), "属实")));
    }

    [Theory]
    [InlineData("2027-01-23", false)]
    [InlineData("2027-01-24", true)]
    public void After_fifteen_days_it_is_overdue(string today, bool overdue) =>
        Assert.Equal(overdue, Objected.Objections.All[0].IsOverdue(D(today)));
}
