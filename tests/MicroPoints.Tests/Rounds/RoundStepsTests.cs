using MicroPoints.Rounds;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rounds.AnnualRound;

namespace MicroPoints.Tests.Rounds;

/// <summary>What every step lacks and by when, as command line, API and web page show it.</summary>
public sealed class RoundStepsTests
{
    private const RoundStepState Done = RoundStepState.Done, Ready = RoundStepState.Open, Waits = RoundStepState.Waiting,
        Later = RoundStepState.Blocked, Skipped = RoundStepState.Skipped;

    private static void Shows(RoundState round, string today, params RoundStepState[] states) =>
        Assert.Equal(states, RoundSteps.Of(round, D(today), null).Select(l => l.State));

    private static RoundStepLine Line(RoundState round, string today, RoundStepKind step) =>
        RoundSteps.Of(round, D(today), null).Single(l => l.Step == step);

    [Fact]
    public void Each_step_of_an_annual_round_opens_the_next()
    {
        Shows(After(Open), "2026-12-31", Ready, Later, Later, Later, Later, Later);
        Shows(After(Open, Freeze), "2026-12-31", Done, Ready, Later, Later, Later, Later);
        Shows(Vetted, "2027-01-04", Done, Done, Ready, Later, Later, Later);
        Shows(Noticed, "2027-01-11", Done, Done, Waits, Waits, Later, Later);
        Shows(Noticed, "2027-01-12", Done, Done, Done, Done, Ready, Later);
        var decided = Noticed;
        Give(decided, Decide());
        Shows(decided, "2027-01-12", Done, Done, Done, Done, Done, Ready);
        Give(decided, ("2027-01-12", SmallRound.Seal));
        Shows(decided, "2027-01-12", Done, Done, Done, Done, Done, Done);
    }

    [Fact]
    public void An_open_objection_is_named_with_its_day_and_overdue_after_it()
    {
        var round = Noticed;
        Give(round, Object());
        var line = Line(round, "2027-01-12", RoundStepKind.Objections);
        Assert.Equal((Ready, D("2027-01-23")), (line.State, line.By!.Value));
        Assert.Equal((RoundGapKind.AnswerMissing, "o-1", false),
            (line.Missing[0].Kind, line.Missing[0].Subject, line.Missing[0].IsOverdue));
        Assert.True(Line(round, "2027-01-24", RoundStepKind.Objections).Missing[0].IsOverdue);
    }

    [Fact]
    public void Where_something_moved_the_notice_is_to_be_posted_anew()
    {
        Shows(Recomputed, "2027-01-12", Done, Done, Ready, Done, Later, Later);
        Assert.Equal(RoundGapKind.NoticeOutdated, Assert.Single(Line(Recomputed, "2027-01-12", RoundStepKind.Notice).Missing).Kind);
    }

    [Fact]
    public void Where_nothing_moved_the_computed_content_says_that_the_notice_stands() => Assert.Equal(Done,
        RoundSteps.Of(Recomputed, D("2027-01-12"), Recomputed.Notices[0].Noticed.Content)[2].State);

    [Fact]
    public void A_body_without_a_reply_is_named_and_a_hold_stops_no_step()
    {
        Assert.Equal(Tax, Assert.Single(Line(After(Open, Freeze, Ask()), "2027-01-04", RoundStepKind.Vetting).Missing).Subject);
        var held = After(Open, Freeze, Ask(), Reply(VettingReply.Objection, "欠税未缴", chambers: B), Notice());
        var decision = Line(held, "2027-01-12", RoundStepKind.Decision);
        Assert.Equal(Ready, decision.State);
        Assert.Equal([RoundGapKind.NotDecided, RoundGapKind.ChamberOnHold], decision.Missing.Select(g => g.Kind));
    }

    [Fact]
    public void A_rehearsal_may_be_decided_at_once_and_shows_what_it_skipped()
    {
        var small = new SmallRound();
        var locked = SmallRound.After(SmallRound.Open, small.Lock);
        Shows(locked, "2026-12-31", Done, Ready, Ready, Later, Ready, Later);
        SmallRound.Give(locked, small.Decide());
        Shows(locked, "2026-12-31", Done, Skipped, Skipped, Skipped, Done, Ready);
        Assert.Equal([true, false, false, false, true, true], RoundSteps.Of(locked, D("2026-12-31"), null).Select(l => l.IsRequired));
    }

    [Fact]
    public void Every_gap_is_said_in_both_languages()
    {
        var held = After(Open, Freeze, Ask(), Reply(VettingReply.Objection, "欠税未缴", chambers: B), Notice(), Object());
        RoundState[] all = [After(Open), After(Open, Freeze), After(Open, Freeze, Ask()), Vetted, Noticed, held, Recomputed];
        var gaps = all.SelectMany(r => RoundSteps.Of(r, D("2027-01-12"), null).Concat(RoundSteps.Of(r, D("2027-01-05"), null)))
            .SelectMany(l => l.Missing).ToList();
        Assert.All(gaps, g => Assert.True(g.Sentence.Zh.Length > 0 && g.Sentence.En!.Length > 0));
        var decided = Noticed;
        Give(decided, Decide());
        gaps.AddRange(RoundSteps.Of(decided, D("2027-01-12"), null).SelectMany(l => l.Missing));
        gaps.AddRange(RoundSteps.Of(held, D("2027-01-12"), null).SelectMany(l => l.Missing));
        gaps.AddRange(RoundSteps.Of(After(Open, Freeze, Ask(), Reply(VettingReply.Objection, "欠税", chambers: B), Notice()),
            D("2027-01-12"), null).SelectMany(l => l.Missing));
        Assert.Empty(Enum.GetValues<RoundGapKind>().Except(gaps.Select(g => g.Kind)));
    }

    [Fact]
    public void A_round_that_is_not_open_has_no_steps() => Assert.Empty(RoundSteps.Of(SmallRound.Empty, D("2027-01-12"), null));
}
