using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Tests.Rounds;

/// <summary>draft → locked → decided → sealed, and who may when.</summary>
public sealed class RoundCommandTests
{
    private static readonly SmallRound Small = new();
    private static readonly RoundCommand Open = SmallRound.Open,
        Apply = new ApplyToRound(new EntryId("apply"), new ChamberId("a"));

    private static void Refuses(Refusal refusal, RoundCommand command, RoundState round, Actor? by = null,
        string on = "2026-12-31") =>
        Assert.Equal(refusal, Assert.IsType<Decision.Refused>(SmallRound.Give(round, command, by, on)).Reason);

    [Fact]
    public void A_round_goes_from_draft_to_sealed()
    {
        var round = SmallRound.After(Open, Apply, Small.Lock, Small.Decide(), SmallRound.Seal);
        Assert.Equal((RoundStatus.Sealed, 5L), (round.Status, round.Head.Sequence));
        Assert.Equal([new ChamberId("a")], round.Applicants);
    }

    [Fact]
    public void The_same_command_again_exists() =>
        Assert.IsType<Decision.Exists>(SmallRound.Give(SmallRound.After(Open, Small.Lock), Open));

    [Fact]
    public void The_same_id_with_other_content_is_refused() => Refuses(Refusal.ExistsWithDifferentContent,
        new OpenRound(new EntryId("open"), SmallRound.Rehearsal with { Profile = "strict" }), SmallRound.After(Open));

    [Fact]
    public void A_round_opens_once() =>
        Refuses(Refusal.RoundExists, new OpenRound(new EntryId("x"), SmallRound.Rehearsal), SmallRound.After(Open));

    [Fact]
    public void A_reader_opens_no_round() => Refuses(Refusal.NotAllowed, Open, SmallRound.Empty, Contexts.Reader);

    [Fact]
    public void Nothing_is_done_to_a_round_that_is_not_open()
    {
        foreach (var command in (RoundCommand[])[Apply, Small.Lock, Small.Decide(), SmallRound.Seal])
            Refuses(Refusal.RoundUnknown, command, SmallRound.Empty);
    }

    [Fact]
    public void Each_step_needs_the_one_before()
    {
        Refuses(Refusal.RoundWrongState, Small.Decide(), SmallRound.After(Open));
        Refuses(Refusal.RoundWrongState, SmallRound.Seal, SmallRound.After(Open, Small.Lock));
        Refuses(Refusal.RoundWrongState, Apply, SmallRound.After(Open, Small.Lock));
        Refuses(Refusal.RoundWrongState,
            new LockRound(new EntryId("x"), Small.Snapshot, false, SmallRound.Ruleset.Adoptable),
            SmallRound.After(Open, Small.Lock));
    }

    [Fact]
    public void A_clerk_locks_and_only_an_authority_decides_and_seals()
    {
        Assert.IsType<Decision.Accepted>(SmallRound.Give(SmallRound.After(Open), Small.Lock, Contexts.Clerk));
        Refuses(Refusal.NotAnAuthority, Small.Decide(), SmallRound.After(Open, Small.Lock), Contexts.Clerk);
        Refuses(Refusal.NotAnAuthority, SmallRound.Seal, SmallRound.After(Open, Small.Lock, Small.Decide()),
            Contexts.Clerk);
    }

    [Theory]
    [InlineData("1999-12-31", false)]
    [InlineData("2000-01-01", true)]
    [InlineData("2099-12-31", true)]
    [InlineData("2100-01-01", false)]
    public void A_round_locks_on_a_day_on_which_the_ruleset_is_adoptable(string day, bool locks)
    {
        var round = SmallRound.After(Open);
        if (locks) Assert.IsType<Decision.Accepted>(SmallRound.Give(round, Small.Lock, on: day));
        else Refuses(Refusal.RulesetNotAdoptable, Small.Lock, round, on: day);
    }

    [Fact]
    public void A_round_without_a_chamber_does_not_lock() => Refuses(Refusal.RoundNothingToRank,
        new LockRound(new EntryId("lock"), Small.Snapshot with { Heads = [] }, false, SmallRound.Ruleset.Adoptable),
            SmallRound.After(Open));

    [Fact]
    public void A_decision_names_meeting_and_minutes_and_is_not_of_tomorrow()
    {
        RoundCommand With(RoundDecided decided) =>
            new DecideRound(new EntryId("decide"), decided, Small.Evaluation);
        var locked = SmallRound.After(Open, Small.Lock);
        Refuses(Refusal.DecisionIncomplete, With(SmallRound.Decided() with { Meeting = "" }), locked);
        Refuses(Refusal.DecisionIncomplete, With(SmallRound.Decided() with { Minutes = "" }), locked);
        Refuses(Refusal.OnInFuture, With(SmallRound.Decided() with { On = new DateOnly(2027, 1, 1) }), locked);
    }

    [Fact]
    public void What_a_decision_says_has_a_limit()
    {
        RoundCommand With(RoundDecided decided) =>
            new DecideRound(new EntryId("decide"), decided, Small.Evaluation);
        var (locked, long200, long2000) = (SmallRound.After(Open, Small.Lock), new string('长', 201), new string('长', 2_001));
        Refuses(Refusal.ReasonTooLong, With(SmallRound.Decided() with { Meeting = long200 }), locked);
        Refuses(Refusal.ReasonTooLong, With(SmallRound.Decided() with { Minutes = long200 }), locked);
        Refuses(Refusal.ReasonTooLong, With(SmallRound.Decided() with { Conclusion = long2000 }), locked);
        Refuses(Refusal.ReasonTooLong, With(SmallRound.Decided() with
        {
            Departures = [new Departure("award", new ChamberId("a"), true, long2000)],
        }), locked);
    }

    [Fact]
    public void What_a_decision_says_steers_no_terminal()
    {
        RoundCommand With(RoundDecided decided) =>
            new DecideRound(new EntryId("decide"), decided, Small.Evaluation);
        var (locked, decision) = (SmallRound.After(Open, Small.Lock), SmallRound.Decided());
        Refuses(Refusal.TextNotPlain, With(decision with { Meeting = "主席\n办公会" }), locked);
        Refuses(Refusal.TextNotPlain, With(decision with { Minutes = "1\u0007" }), locked);
        Refuses(Refusal.TextNotPlain, With(decision with { Conclusion = "同意\u001B[2J" }), locked);
        Refuses(Refusal.TextNotPlain, With(decision with
        {
            Departures = [new Departure("award", new ChamberId("a"), true, "\u202E")],
        }), locked);
    }

    [Fact]
    public void A_round_with_a_condition_that_cannot_be_decided_is_not_decided()
    {
        var error = new Finding(new Condition.GradeAtLeast("A"), Verdict.Error, new Title("无法判定"), []);
        var cards = Small.Evaluation.Cards.Select((c, i) => i == 1 ? c with { ClassError = error } : c).ToList();
        Refuses(Refusal.ConditionUndecided,
            new DecideRound(new EntryId("decide"), SmallRound.Decided(), Small.Evaluation with { Cards = cards }),
            SmallRound.After(Open, Small.Lock));
    }

    private static Departure Depart(string chamber, bool selected, string reason = "事迹突出", string outcome = "award") =>
        new(outcome, new ChamberId(chamber), selected, reason);

    private static void RefusesDeparture(Refusal refusal, params Departure[] departures) =>
        Refuses(refusal, Small.Decide(departures), SmallRound.After(Open, Small.Lock));

    [Fact]
    public void A_departure_names_a_chamber_an_outcome_and_a_reason()
    {
        RefusesDeparture(Refusal.ChamberUnknown, Depart("z", true));
        RefusesDeparture(Refusal.SelectionUnknownOutcome, Depart("a", true, outcome: "medal"));
        RefusesDeparture(Refusal.SelectionReasonMissing, Depart("b", false, reason: " "));
    }

    [Fact]
    public void A_meeting_may_pass_over_one_and_take_another_of_the_eligible()
    {
        var departures = new[] { Depart("b", false), Depart("a", true) };
        SmallRound.After(Open, Small.Lock, Small.Decide(departures));
        Assert.Equal([["award"], []], Small.Evaluation.Cards.Select(c => Selection.OutcomesOf(c, departures)));
    }

    [Fact]
    public void A_meeting_may_not_take_one_more_than_the_quota() =>
        RefusesDeparture(Refusal.SelectionOverQuota, Depart("a", true));

    [Fact]
    public void The_ineligible_cannot_be_selected()
    {
        var barred =
            new SmallRound
            {
                Ledgers =
            [.. Small.Ledgers,
            new(new ChamberId("z"), new Member("z") { Dissolved = "2026-05-01" }.Ledger().Entries)]
            };
        Refuses(Refusal.SelectionIneligible, barred.Decide(Depart("b", false), Depart("z", true)),
            SmallRound.After(Open, barred.Lock));
    }

    [Fact]
    public void Without_a_departure_the_proposed_are_given_their_outcomes() =>
        Assert.Equal([[], ["award"]], Small.Evaluation.Cards.Select(c => Selection.OutcomesOf(c, [])));
}
