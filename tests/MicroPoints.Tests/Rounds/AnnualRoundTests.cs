using System.Text;
using MicroPoints.Rounds;
using MicroPoints.Standings;
using MicroPoints.Streams;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rounds.AnnualRound;

namespace MicroPoints.Tests.Rounds;

/// <summary>An annual round as a whole: who may open one, its papers, and its proof.</summary>
public sealed class AnnualRoundTests
{
    private static (string On, RoundCommand Command) Attach(PaperKind kind, string? note = null, string on = "2027-01-12") =>
        (on, new AttachPaper(new EntryId($"paper-{kind}"), new RoundPaperAttached(kind, Digest.OfText("scan")), note));

    private static RoundState Decided
    {
        get
        {
            var round = Recomputed;
            Give(round, Notice("2027-01-12", Accepted, "second"));
            Give(round, Attach(PaperKind.Notice, "公告栏照片"));
            Assert.IsType<Decision.Accepted>(Give(round, Decide("2027-01-20", Accepted)));
            return round;
        }
    }

    private static ProofContent ContentOf(RoundState round) => new(round.Entries, SmallRound.RulesetBytes, SmallRound.KindBytes,
        Accepted.Ledgers, ResultWriter.Write(SmallRound.Id, Accepted.Evaluation, round.Decided, round), [Evaluator.Engine]);

    private static string Fault(RoundState round) =>
        Assert.Throws<ProofException>(() => Replay.Run(Proof.Write(ContentOf(round)), Accepted)).Message;

    /// <summary>A round whose entries somebody wrote without being asked what is allowed.</summary>
    private static RoundState Forged(Func<SealedEntry, Entry?> change)
    {
        var round = SmallRound.Empty;
        foreach (var entry in Decided.Entries)
            if (change(entry) is { } body)
                round.Apply(SealedEntry.Seal(round.Stream, round.Head,
                    new Draft(entry.Id, entry.By, entry.At, entry.Rules, body, entry.Reason)));
        return round;
    }

    [Fact]
    public void Its_proof_replays_to_the_same_bytes()
    {
        var proof = Proof.Write(ContentOf(Decided));
        var replayed = Replay.Run(proof, Accepted);
        Assert.Equal(Digest.Of(proof), replayed.Proof);
        Assert.Equal([P(5), P(4.5m)], replayed.Evaluation.Cards.Select(c => c.Total));
    }

    [Fact]
    public void Its_result_says_which_steps_it_took_and_nothing_of_who_objected()
    {
        var result = Encoding.UTF8.GetString(ContentOf(Decided).Result.Span);
        Assert.Contains("\"purpose\":\"annual\"", result);
        Assert.Contains("\"required\":[\"lock\",\"vetting\",\"notice\",\"objections\",\"decision\",\"seal\"],\"skipped\":[]", result);
        Assert.Contains("\"through\":\"2027-01-19\"", result);
        Assert.Contains("\"answer\":\"accepted\",\"answeredOn\":\"2027-01-11\",\"admitted\":1", result);
        Assert.DoesNotContain("张三", result);
    }

    [Fact]
    public void A_rehearsal_that_skipped_steps_names_them_in_its_result()
    {
        var small = new SmallRound();
        var round = SmallRound.After(SmallRound.Open, small.Lock, Ask().Command);
        Assert.IsType<Decision.Accepted>(SmallRound.Give(round, small.Decide()));
        var result = Encoding.UTF8.GetString(ResultWriter.Write(SmallRound.Id, small.Evaluation, round.Decided, round));
        Assert.Contains("\"required\":[\"lock\",\"decision\",\"seal\"],\"skipped\":[\"vetting\",\"notice\",\"objections\"]", result);
    }

    [Fact]
    public void A_rehearsal_with_none_of_these_steps_keeps_the_bytes_that_it_had_before_there_were_any()
    {
        var small = new SmallRound();
        var round = SmallRound.After(SmallRound.Open, small.Lock, small.Decide());
        Assert.Equal(ResultWriter.Write(SmallRound.Id, small.Evaluation, round.Decided),
            ResultWriter.Write(SmallRound.Id, small.Evaluation, round.Decided, round));
    }

    [Fact]
    public void A_forged_round_without_its_second_notice_is_found() =>
        Assert.Contains("NoticeOutdated", Fault(Forged(e => e.Id.Value == "second" ? null : e.Body)));

    [Fact]
    public void A_forged_round_that_decided_within_the_window_is_found() => Assert.Contains("NoticeRunning",
        Fault(Forged(e => e.Body is RoundDecided decided ? decided with { On = D("2027-01-19") } : e.Body)));

    [Fact]
    public void A_forged_round_without_a_reply_is_found() =>
        Assert.Contains("VettingIncomplete", Fault(Forged(e => e.Body is RoundVettingReplied ? null : e.Body)));

    [Fact]
    public void A_forged_round_that_gives_an_outcome_to_a_chamber_on_hold_is_found() => Assert.Contains("ChamberOnHold",
        Fault(Forged(e => e.Body is RoundVettingReplied reply
            ? reply with { Reply = VettingReply.Objection, Chambers = [A] } : e.Body)));

    [Fact]
    public void A_forged_notice_that_ran_too_short_cannot_be_folded() => Assert.Throws<InvariantException>(() =>
        Forged(e => e.Body is RoundNoticed noticed ? noticed with { LastDay = noticed.Posted.AddDays(3) } : e.Body));

    [Fact]
    public void A_forged_round_whose_notice_was_shorter_than_its_profile_asks_for_is_found() => Assert.Contains("NoticeDaysOutOfRange",
        Fault(Forged(e => e.Body is RoundOpened opened ? opened with { Profile = "light+notice-7" } : e.Body)));

    [Fact]
    public void Only_the_light_profile_holds_annual_rounds_yet() => Assert.Contains("light", Refuses(
        Refusal.RoundPurposeUnsupported, SmallRound.Empty,
        ("2026-12-31", new OpenRound(new EntryId("open"), Opened with { Profile = "strict" }))).Detail);

    [Theory]
    [InlineData("450123", "county-federation", true)]
    [InlineData("4501", "city-federation", true)]
    [InlineData("45", "province-federation", true)]
    [InlineData("00", "national-federation", true)]
    [InlineData("450123", "city-federation", false)]
    [InlineData("450123", "civil-affairs", false)]
    public void An_annual_round_is_of_the_rulesets_own_authority(string scope, string authority, bool its)
    {
        var (opened, ruleset) = (Opened with { Scope = new RegionCode(scope) }, SmallRound.Ruleset with { Authority = authority });
        var refused = OpenRound.RefuseAuthority(opened, ruleset) as Decision.Refused;
        Assert.Equal(its ? null : Refusal.RulesetOfAnotherAuthority, refused?.Reason);
        Assert.Null(OpenRound.RefuseAuthority(opened with { Purpose = RoundPurpose.Rehearsal }, ruleset));
    }

    [Fact]
    public void It_locks_only_together_with_its_period() => Refuses(Refusal.PeriodNotClosed, After(Open),
        ("2026-12-31", new LockRound(new EntryId("lock"), Locked.Snapshot, false, SmallRound.Ruleset.Adoptable)));

    [Fact]
    public void A_paper_is_attached_at_any_step_and_also_after_the_seal()
    {
        var round = After(Open);
        Assert.IsType<Decision.Accepted>(Give(round, Attach(PaperKind.Summary)));
        round = Decided;
        Give(round, ("2027-01-20", SmallRound.Seal));
        Assert.IsType<Decision.Accepted>(Give(round, Attach(PaperKind.Announcement, "县联〔2027〕3号", "2027-01-21")));
        Assert.Equal((RoundStatus.Sealed, "县联〔2027〕3号"), (round.Status, round.Papers[^1].Note));
    }

    [Fact]
    public void A_paper_attached_while_the_proof_was_written_stops_the_seal()
    {
        var round = Decided;
        var seal = ("2027-01-20", (RoundCommand)((SealRound)SmallRound.Seal with { Through = round.Head }));
        Give(round, Attach(PaperKind.Minutes, on: "2027-01-20"));
        Refuses(Refusal.RoundWrongState, round, seal);
        Assert.IsType<Decision.Accepted>(Give(round, ("2027-01-20", (SealRound)SmallRound.Seal with { Through = round.Head })));
    }

    [Fact]
    public void Another_kind_of_paper_says_in_its_note_what_it_is()
    {
        Refuses(Refusal.ReasonMissing, After(Open), Attach(PaperKind.Other));
        Refuses(Refusal.NotAllowed, After(Open), Attach(PaperKind.Notice), Contexts.Reader);
        Refuses(Refusal.RoundUnknown, SmallRound.Empty, Attach(PaperKind.Notice));
    }

    [Fact]
    public void A_round_holds_only_so_many_entries()
    {
        var round = After(Open);
        for (var i = 1; i < Limits.RoundEntriesMax; i++)
            round.Apply(SealedEntry.Seal(round.Stream, round.Head, new Draft(new EntryId($"p-{i}"), new ActorId("x"),
                Contexts.Noon(D("2026-12-31")), null, new RoundPaperAttached(PaperKind.Notice, Digest.Zero))));
        Refuses(Refusal.RoundFull, round, Attach(PaperKind.Notice));
    }
}
