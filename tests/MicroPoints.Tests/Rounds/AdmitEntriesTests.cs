using MicroPoints.Identity;
using MicroPoints.Rounds;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Rounds;

/// <summary>Entries admitted after the freeze count, no others do, and the proof holds them.</summary>
public sealed class AdmitEntriesTests
{
    private static readonly SmallRound Accepted = Objection.Accepted;

    private static RoundState Locked => SmallRound.After(SmallRound.Open, Accepted.Lock);

    private static RoundCommand Admit(params AdmittedEntry[] entries) => Give("异议成立", entries);

    private static AdmitEntries Give(string reason, params AdmittedEntry[] entries) =>
        new(new EntryId($"admit-{string.Join('-', entries.Select(e => e.Sequence))}"), entries, reason);

    private static void Refuses(Refusal refusal, RoundCommand command, RoundState round, Actor? by = null) =>
        Assert.Equal(refusal, Assert.IsType<Decision.Refused>(SmallRound.Give(round, command, by)).Reason);

    [Fact]
    public void An_entry_after_the_freeze_that_was_not_admitted_does_not_count() => Assert.Equal(
        [P(4), P(4.5m)], Objection.Unadmitted.Evaluation.Cards.Select(c => c.Total));

    [Fact]
    public void Admitting_one_entry_leaves_the_others_after_the_freeze_out() => Assert.Equal(
        P(4.5m), Objection.Admitting(Objection.Entry(5)).Evaluation.Cards[0].Total);

    [Fact]
    public void Admissions_add_up_and_the_round_is_decided_from_recomputed()
    {
        var round = SmallRound.After(SmallRound.Open, Accepted.Lock, Admit(Objection.Entry(4)));
        Assert.Equal(RoundStatus.Recomputed, round.Status);
        SmallRound.Give(round, Admit(Objection.Entry(3)));
        Assert.Equal([4L, 3L], round.Admitted.Select(a => a.Sequence));
        var both = Objection.Admitting([.. round.Admitted]);
        Assert.IsType<Decision.Accepted>(SmallRound.Give(round, both.Decide()));
    }

    [Fact]
    public void A_decision_on_an_evaluation_without_the_admitted_entries_is_refused()
    {
        var round = SmallRound.After(SmallRound.Open, Accepted.Lock, Accepted.Admit);
        Refuses(Refusal.RoundWrongState, Objection.Locked.Decide(), round);
    }

    [Fact]
    public void Only_an_authority_admits_and_gives_a_reason()
    {
        Refuses(Refusal.NotAnAuthority, Admit(Objection.Entry(4)), Locked, Contexts.Clerk);
        Refuses(Refusal.ReasonMissing, Give(" ", Objection.Entry(4)), Locked);
        Refuses(Refusal.TextNotPlain, Give("accepted\0", Objection.Entry(4)), Locked);
        Refuses(Refusal.ReasonTooLong, Give(new string('x', Limits.ReasonLengthMax + 1), Objection.Entry(4)), Locked);
    }

    [Fact]
    public void Only_a_locked_round_admits()
    {
        Refuses(Refusal.RoundWrongState, Admit(Objection.Entry(4)), SmallRound.After(SmallRound.Open));
        Refuses(Refusal.RoundWrongState, Admit(Objection.Entry(4)),
            SmallRound.After(SmallRound.Open, Objection.Locked.Lock, Objection.Locked.Decide()));
    }

    [Fact]
    public void What_is_admitted_stands_after_a_frozen_head_and_once()
    {
        Refuses(Refusal.EntryNotFound, Admit(), Locked);
        Refuses(Refusal.EntryNotFound, Admit(Objection.Entry(2)), Locked);
        Refuses(Refusal.EntryNotFound, Admit(Objection.Entry(4), Objection.Entry(4)), Locked);
        Refuses(Refusal.ChamberUnknown, Admit(Objection.Entry(4) with { Chamber = new ChamberId("z") }), Locked);
        var round = SmallRound.After(SmallRound.Open, Accepted.Lock, Accepted.Admit);
        Refuses(Refusal.EntryNotFound, Admit(Objection.Entry(4)), round);
    }

    [Fact]
    public void The_same_admission_again_exists_and_with_another_reason_is_refused()
    {
        var round = SmallRound.After(SmallRound.Open, Accepted.Lock, Admit(Objection.Entry(4)));
        Assert.IsType<Decision.Exists>(SmallRound.Give(round, Admit(Objection.Entry(4))));
        Refuses(Refusal.ExistsWithDifferentReason, Give("另一理由", Objection.Entry(4)), round);
    }

    [Fact]
    public void The_proof_replays_to_the_same_bytes_with_the_admitted_entries()
    {
        var replayed = Replay.Run(Accepted.Proof(), Accepted);
        Assert.Equal(Digest.Of(Accepted.Proof()), replayed.Proof);
        Assert.Equal([P(5), P(4.5m)], replayed.Evaluation.Cards.Select(c => c.Total));
    }

    [Fact]
    public void A_changed_admitted_hash_is_found()
    {
        var forged = Objection.Accepted.Admitted[0] with { Hash = Digest.OfText("another") };
        var round = new SmallRound
        {
            Ledgers = Accepted.Ledgers,
            Frozen = Accepted.Frozen,
            Admitted = [forged],
        };
        Assert.Contains("which the round admitted",
            Assert.Throws<ProofException>(() => Replay.Run(round.Proof(), round)).Message);
    }

    [Fact]
    public void A_ledger_that_runs_on_beyond_the_last_admitted_entry_is_found()
    {
        var round = new SmallRound
        {
            Ledgers = Objection.Unadmitted.Ledgers,
            Frozen = Accepted.Frozen,
            Admitted = Accepted.Admitted,
        };
        Assert.Contains("a.bin", Assert.Throws<ProofException>(() => Replay.Run(round.Proof(), round)).Message);
    }
}
