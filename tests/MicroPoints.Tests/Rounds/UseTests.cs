using System.Text;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Standings;
using MicroPoints.Streams;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rounds.AnnualRound;

namespace MicroPoints.Tests.Rounds;

/// <summary>Who relied on what a sealed round gave: b the award and a reference opinion with grade A, a nothing but a class.</summary>
public sealed class UseTests
{
    private const string Reference = "opinion";

    private static readonly IReadOnlyList<Outcome> Outcomes =
        [Rules.Outcome("award"), Rules.Outcome(Reference) with { Kind = OutcomeKind.Reference }];

    private static readonly RoundResultUsed Award = new(B, "award", null, "县政协办", "评先评优", D("2027-01-18"), null);

    private static (string On, RoundCommand Command) Seal => ("2027-01-15", new SealRound(new EntryId("seal"), new RoundSealed(
        Digest.OfText("result"), Digest.OfText("proof"), [Evaluator.Engine],
        [new SealedResult(A, null, "C3", []), new SealedResult(B, "A", null, ["award", Reference])])));

    private static RoundState Sealed => After(
        Open, Freeze, Ask(), Reply(VettingReply.NoObjection), Notice(), Decide(), Seal);

    private static (string On, RoundCommand Command) Use(
        RoundResultUsed? used = null, string? note = null, string id = "use-1", string on = "2027-01-20") =>
        (on, new RecordUse(new EntryId(id), used ?? Award, Outcomes, note));

    private static (string On, RoundCommand Command) Withdraw(
        string use = "use-1", string reason = "误登记", string id = "withdraw-1", string on = "2027-01-21") =>
        (on, new WithdrawUse(new EntryId(id), new RoundUseWithdrawn(new EntryId(use)), reason));

    private static RoundState Used
    {
        get
        {
            var round = Sealed;
            Assert.IsType<Decision.Accepted>(Give(round, Use(note: "经主席会商议")));
            return round;
        }
    }

    [Fact]
    public void A_use_stands_after_the_seal_with_who_relied_on_what_for_what_and_leaves_the_round_sealed()
    {
        var use = Assert.Single(Used.Uses.All);
        Assert.Equal((Award, "award", D("2027-01-20"), "经主席会商议"), (use.Used, use.ReliedOn, use.RecordedOn, use.Note));
        Assert.Null(use.Withdrawal);
        Assert.Equal(RoundStatus.Sealed, Used.Status);
        Assert.Equal(Sealed.Sealed!.Proof, Used.Sealed!.Proof);
    }

    [Fact]
    public void The_note_is_sealed_only_as_a_salted_digest()
    {
        var entry = Used.Entries[^1];
        Assert.Equal("经主席会商议", entry.Reason!.Text);
        Assert.DoesNotContain("经主席会商议", Encoding.UTF8.GetString(EntryFile.Write([entry])));
    }

    [Fact]
    public void A_grade_and_a_class_can_be_relied_on_as_well()
    {
        var round = Sealed;
        Assert.IsType<Decision.Accepted>(Give(round, Use(Award with { Outcome = null, Grade = "A" })));
        Assert.IsType<Decision.Accepted>(Give(round, Use(Award with { Chamber = A, Outcome = null, Grade = "C3" }, id: "use-2")));
        Assert.Equal(["A", "C3"], round.Uses.All.Select(u => u.ReliedOn));
    }

    [Fact]
    public void Only_what_the_chamber_was_given_is_relied_on_and_the_refusal_says_what_that_was()
    {
        Assert.Contains("it gave: C3", Refuses(Refusal.ResultNotGiven, Sealed, Use(Award with { Chamber = A })).Detail);
        Assert.Contains("it gave: A, award, opinion",
            Refuses(Refusal.ResultNotGiven, Sealed, Use(Award with { Outcome = "nothing" })).Detail);
        Refuses(Refusal.ResultNotGiven, Sealed, Use(Award with { Outcome = null, Grade = "B" }));
        Refuses(Refusal.ResultNotGiven, Sealed, Use(Award with { Chamber = A, Outcome = null, Grade = "A" }));
        Refuses(Refusal.ChamberUnknown, Sealed, Use(Award with { Chamber = new ChamberId("z") }));
    }

    [Fact]
    public void Either_an_outcome_or_a_grade_is_named()
    {
        Refuses(Refusal.RoundStepIncomplete, Sealed, Use(Award with { Outcome = null }));
        Refuses(Refusal.RoundStepIncomplete, Sealed, Use(Award with { Grade = "A" }));
    }

    [Fact]
    public void Nothing_is_relied_on_before_the_seal()
    {
        Refuses(Refusal.RoundUnknown, SmallRound.Empty, Use());
        Refuses(Refusal.RoundWrongState, Noticed, Use());
        Refuses(Refusal.RoundWrongState, After(
            Open, Freeze, Ask(), Reply(VettingReply.NoObjection), Notice(), Decide()), Use());
    }

    [Fact]
    public void Nothing_may_rely_on_a_rehearsal()
    {
        var small = new SmallRound();
        Refuses(Refusal.ResultOfRehearsal, SmallRound.After(SmallRound.Open, small.Lock, small.Decide(), SmallRound.Seal), Use());
        Refuses(Refusal.ResultOfRehearsal, SmallRound.After(SmallRound.Open), Use());
    }

    [Fact]
    public void A_use_is_neither_of_tomorrow_nor_before_the_decision()
    {
        Refuses(Refusal.OnInFuture, Sealed, Use(Award with { On = D("2027-01-21") }));
        Refuses(Refusal.OnTooEarly, Sealed, Use(Award with { On = D("2027-01-11") }));
        Assert.IsType<Decision.Accepted>(Give(Sealed, Use(Award with { On = D("2027-01-12") })));
    }

    [Fact]
    public void Body_and_purpose_are_plain_words_of_one_line()
    {
        Refuses(Refusal.RoundStepIncomplete, Sealed, Use(Award with { Body = " " }));
        Refuses(Refusal.RoundStepIncomplete, Sealed, Use(Award with { Purpose = "" }));
        Refuses(Refusal.TextNotPlain, Sealed, Use(Award with { Body = "县\u202E政协" }));
        Refuses(Refusal.TextNotPlain, Sealed, Use(Award with { Document = "函\n号" }));
        Refuses(Refusal.ReasonTooLong, Sealed, Use(Award with { Purpose = new string('评', Limits.NameLengthMax + 1) }));
        Refuses(Refusal.TextNotPlain, Sealed, Use(note: "\u001b[2J"));
    }

    [Fact]
    public void A_reference_opinion_is_relied_on_only_by_a_written_request_with_a_number()
    {
        var asked = Award with { Outcome = Reference };
        Assert.Contains("written request", Refuses(Refusal.UseRequestMissing, Sealed, Use(asked)).Detail);
        Refuses(Refusal.UseRequestMissing, Sealed, Use(asked with { Document = " " }));
        Assert.IsType<Decision.Accepted>(Give(Sealed, Use(asked with { Document = "县统函〔2027〕1号" })));
    }

    [Fact]
    public void A_withdrawal_stands_beside_the_use_with_its_reason()
    {
        var round = Used;
        Refuses(Refusal.ReasonMissing, round, Withdraw(reason: " "));
        Refuses(Refusal.TextNotPlain, round, Withdraw(reason: "误\0登记"));
        Refuses(Refusal.UseUnknown, round, Withdraw("use-9"));
        Assert.IsType<Decision.Accepted>(Give(round, Withdraw()));
        Assert.Equal(new UseWithdrawal(D("2027-01-21"), "误登记"), round.Uses.Find(new EntryId("use-1"))!.Withdrawal);
        Assert.Contains("2027-01-21", Refuses(Refusal.UseWithdrawnAlready, round, Withdraw(id: "again")).Detail);
        Assert.Equal(["use-1", "withdraw-1"], round.Entries.TakeLast(2).Select(e => e.Id.Value));
    }

    [Fact]
    public void Sent_again_a_use_and_its_withdrawal_exist_already_and_another_under_the_same_id_is_refused()
    {
        var round = Used;
        Assert.IsType<Decision.Exists>(Give(round, Use(note: "经主席会商议")));
        Refuses(Refusal.ExistsWithDifferentContent, round, Use(Award with { Purpose = "购买服务" }, "经主席会商议"));
        Refuses(Refusal.ExistsWithDifferentReason, round, Use(note: "另注"));
        Give(round, Withdraw());
        Assert.IsType<Decision.Exists>(Give(round, Withdraw()));
        Assert.Single(round.Uses.All);
    }

    [Fact]
    public void Whoever_only_reads_records_and_withdraws_nothing_and_own_ids_stay_free()
    {
        Refuses(Refusal.NotAllowed, Sealed, Use(), Contexts.Reader);
        Refuses(Refusal.NotAllowed, Used, Withdraw(), Contexts.Reader);
        Refuses(Refusal.EntryIdReserved, Sealed, Use(id: "apply-1"));
        Assert.IsType<Decision.Accepted>(Give(Sealed, Use(), Contexts.Clerk));
    }

    [Fact]
    public void A_forged_use_before_the_seal_cannot_be_folded()
    {
        var round = Noticed;
        var draft = new Draft(new EntryId("use"), new ActorId("x"), Contexts.Noon(D("2027-01-05")), null, Award);
        Assert.Throws<InvariantException>(() => round.Apply(SealedEntry.Seal(round.Stream, round.Head, draft)));
    }
}
