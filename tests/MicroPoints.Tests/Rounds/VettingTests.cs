using MicroPoints.Rounds;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rounds.AnnualRound;

namespace MicroPoints.Tests.Rounds;

/// <summary>The reply register, and the holds that objections put on chambers.</summary>
public sealed class VettingTests
{
    private static RoundState Asked => After(Open, Freeze, Ask());

    private static (string On, RoundCommand Command) Objects(string id = "reply", params ChamberId[] chambers) =>
        Reply(VettingReply.Objection, "欠税未缴", id: id, chambers: chambers.Length == 0 ? [B] : chambers);

    [Fact]
    public void Asking_moves_a_locked_round_to_vetting_and_the_register_waits_for_the_reply()
    {
        Assert.Equal(RoundStatus.Vetting, Asked.Status);
        Assert.Equal([Tax], Asked.Vetting.Waiting.Select(b => b.Body));
        Assert.False(Asked.Vetting.IsComplete);
    }

    [Fact]
    public void Each_reply_stands_in_the_register_with_its_day_and_words()
    {
        var body = Assert.Single(After(Open, Freeze, Ask(), Reply(VettingReply.NoReply, "电话催告两次")).Vetting.Bodies);
        var reply = Assert.Single(body.Replies);
        Assert.Equal((VettingReply.NoReply, D("2027-01-04"), "电话催告两次"), (reply.Reply, reply.On, reply.Words));
    }

    [Fact]
    public void A_body_that_was_not_asked_cannot_reply_and_one_is_asked_once()
    {
        Refuses(Refusal.VettingBodyUnknown, After(Open, Freeze), Reply(VettingReply.NoObjection));
        var again = ("2027-01-04", new AskVetting(new EntryId("again"), new RoundVettingAsked(Tax, D("2027-01-02"))));
        Assert.Contains("2026-12-31", Refuses(Refusal.VettingAskedAlready, Asked, again).Detail);
        Assert.IsType<Decision.Exists>(Give(Asked, Ask()));
    }

    [Fact]
    public void A_letter_names_its_body_and_is_not_of_tomorrow()
    {
        Refuses(Refusal.RoundStepIncomplete, After(Open, Freeze), Ask(" "));
        Refuses(Refusal.OnInFuture, After(Open, Freeze),
            ("2027-01-01", new AskVetting(new EntryId("x"), new RoundVettingAsked(Tax, D("2027-01-02")))));
        Refuses(Refusal.TextNotPlain, After(Open, Freeze), Ask("县\n税务局"));
    }

    [Fact]
    public void A_reply_is_not_before_its_letter_nor_of_tomorrow()
    {
        Refuses(Refusal.OnTooEarly, Asked, Reply(VettingReply.NoObjection, on: "2026-12-30"));
        Refuses(Refusal.OnInFuture, Asked, ("2027-01-03", Reply(VettingReply.NoObjection).Command));
    }

    [Fact]
    public void An_objection_names_chambers_of_the_round_and_a_ground_and_nothing_else_does()
    {
        Refuses(Refusal.RoundStepIncomplete, Asked, Reply(VettingReply.Objection, "欠税未缴"));
        Refuses(Refusal.RoundStepIncomplete, Asked, Reply(VettingReply.NoObjection, chambers: B));
        Refuses(Refusal.ChamberUnknown, Asked, Reply(VettingReply.Objection, "欠税未缴", chambers: new ChamberId("z")));
        Refuses(Refusal.ReasonMissing, Asked, Reply(VettingReply.Objection, " ", chambers: B));
        Refuses(Refusal.ReasonMissing, Asked, Reply(VettingReply.NoReply));
    }

    [Fact]
    public void An_objection_holds_its_chambers_until_each_is_released_with_a_reason()
    {
        var round = After(Open, Freeze, Ask(), Objects(chambers: [A, B]));
        Assert.Equal([A, B], round.Vetting.Standing.Select(h => h.Chamber));
        Refuses(Refusal.ReasonMissing, round, Release(" "));
        Refuses(Refusal.NotAnAuthority, round, Release(), Contexts.Clerk);
        Give(round, Release());
        Assert.Equal([A], round.Vetting.Standing.Select(h => h.Chamber));
        Assert.Equal(("欠税未缴", "经核实已整改"), (round.Vetting.Holds[1].Ground, round.Vetting.Holds[1].ReleasedBecause));
    }

    [Fact]
    public void What_is_not_on_hold_cannot_be_released() =>
        Assert.Contains("a by 县税务局", Refuses(Refusal.HoldUnknown, After(Open, Freeze, Ask(), Objects(chambers: A)), Release()).Detail);

    [Fact]
    public void A_later_reply_stands_after_the_first_and_counts_and_leaves_the_hold()
    {
        var round = After(Open, Freeze, Ask(), Objects(), Reply(VettingReply.NoObjection, id: "later", on: "2027-01-06"));
        var body = Assert.Single(round.Vetting.Bodies);
        Assert.Equal([(VettingReply.Objection, "欠税未缴"), (VettingReply.NoObjection, null)], body.Replies.Select(r => (r.Reply, r.Words)));
        Assert.Equal([B], body.Replies[0].Chambers);
        Assert.Equal(VettingReply.NoObjection, body.Latest!.Reply);
        Assert.Equal([B], round.Vetting.Standing.Select(h => h.Chamber));
        Give(round, Objects("again"));
        Assert.Single(round.Vetting.Holds);
    }

    [Fact]
    public void The_ground_is_sealed_only_as_a_salted_digest()
    {
        var entry = After(Open, Freeze, Ask(), Objects()).Entries[^1];
        Assert.Equal("欠税未缴", entry.Reason!.Text);
        Assert.DoesNotContain("欠税未缴", System.Text.Encoding.UTF8.GetString(EntryFile.Write([entry])));
    }

    [Fact]
    public void A_chamber_on_hold_is_given_nothing_unless_it_is_passed_over_or_released()
    {
        (string, RoundCommand)[] held = [Open, Freeze, Ask(), Objects(), Notice()];
        Assert.Contains("b is on hold by the objection of 县税务局",
            Refuses(Refusal.ChamberOnHold, After(held), Decide()).Detail);
        After([.. held, Decide(departures: new Departure("award", B, false, "暂缓"))]);
        After([.. held, Release(), Decide()]);
    }

    [Fact]
    public void A_hold_on_a_chamber_that_is_given_nothing_stops_nothing() =>
        After(Open, Freeze, Ask(), Objects(chambers: A), Notice(), Decide());

    [Fact]
    public void A_held_chamber_cannot_be_taken_beyond_the_proposal_either() => Refuses(Refusal.ChamberOnHold,
        After(Open, Freeze, Ask(), Objects(chambers: A), Notice()),
        Decide(departures: [new Departure("award", B, false, "暂缓"), new Departure("award", A, true, "递补")]));

    [Theory]
    [InlineData("decide")]
    [InlineData("seal")]
    [InlineData("apply-x")]
    public void Ids_of_the_rounds_own_steps_are_not_taken(string id) => Refuses(Refusal.EntryIdReserved, After(Open, Freeze),
        ("2026-12-31", new AskVetting(new EntryId(id), new RoundVettingAsked(Tax, D("2026-12-31")))));

    [Fact]
    public void Vetting_begins_after_the_lock_and_ends_with_the_decision()
    {
        Refuses(Refusal.RoundUnknown, SmallRound.Empty, Ask());
        Refuses(Refusal.RoundWrongState, After(Open), Ask());
        var decided = Vetted;
        Give(decided, Notice());
        Give(decided, Decide());
        Refuses(Refusal.RoundWrongState, decided, Reply(VettingReply.NoObjection, id: "late", on: "2027-01-12"));
    }
}
