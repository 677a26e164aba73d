using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rounds.AnnualRound;

namespace MicroPoints.Tests.Rounds;

/// <summary>A notice stands so many working days, says what was computed, and stops a decision until it has run out.</summary>
public sealed class NoticeTests
{
    private static (string On, RoundCommand Command) With(Func<PostNotice, PostNotice> change, string on = "2027-01-04") =>
        (on, change((PostNotice)Notice().Command));

    private static RoundNoticed Posted((string, RoundCommand) notice)
    {
        var round = Vetted;
        Assert.IsType<Decision.Accepted>(Give(round, notice));
        return round.Notices[^1].Noticed;
    }

    [Fact]
    public void It_seals_place_days_last_day_calendar_and_content() => Assert.Equal(
        new RoundNoticed("县政府网站", D("2027-01-04"), 5, D("2027-01-11"), Year2027.Hash, false,
            NoticeContent.DigestOf(Locked.Evaluation)), Noticed.Notices[0].Noticed);

    [Fact]
    public void It_moves_the_round_to_noticed() => Assert.Equal(RoundStatus.Noticed, Noticed.Status);

    [Fact]
    public void A_worked_weekend_day_counts_and_a_holiday_does_not() => Assert.Equal(D("2027-01-08"),
        Posted(("2027-01-04", new PostNotice(new EntryId("n"), "公告栏", D("2026-12-31"), null, D("2027-01-08"), Year2027,
            Locked.Evaluation, 0))).LastDay);

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(7, true)]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void It_stands_at_least_five_working_days(int days, bool stands)
    {
        var notice = With(n => n with { WorkingDays = days, ConfirmedLastDay = D("2032-01-01") });
        if (stands) Assert.Equal(days, Posted(notice).WorkingDays);
        else Refuses(Refusal.NoticeDaysOutOfRange, Vetted, notice);
    }

    [Fact]
    public void In_another_profile_it_stands_seven_days_where_nobody_says() => Assert.Equal(
        7, RoundProfile.Of(Opened with { Profile = "standard" }).NoticeDays);

    [Fact]
    public void Where_the_calendar_lacks_a_year_the_last_day_is_proposed_and_sealed_once_it_is_confirmed()
    {
        var unknown = With(n => n with { WorkingDayCalendar = null });
        var refused = Refuses(Refusal.NoticeDayUnconfirmed, Vetted, unknown);
        Assert.Contains("lacks 2027", refused.Detail);
        Assert.Contains("2027-01-11", refused.Detail);
        var noticed = Posted(With(n => n with { WorkingDayCalendar = null, ConfirmedLastDay = D("2027-01-12") }));
        Assert.Equal((D("2027-01-12"), true, null), (noticed.LastDay, noticed.IsConfirmed, noticed.Calendar));
    }

    [Fact]
    public void A_confirmed_day_may_be_later_than_counted_and_not_earlier()
    {
        Assert.False(Posted(With(n => n with { ConfirmedLastDay = D("2027-01-13") })).IsConfirmed);
        Refuses(Refusal.NoticeDayUnconfirmed, Vetted, With(n => n with { ConfirmedLastDay = D("2027-01-10") }));
    }

    [Fact]
    public void It_was_posted_since_the_results_stand_so_and_not_tomorrow()
    {
        Refuses(Refusal.OnTooEarly, Vetted, With(n => n with { Posted = D("2026-12-30") }));
        Refuses(Refusal.OnInFuture, Vetted, With(n => n with { Posted = D("2027-01-05") }));
        Refuses(Refusal.OnTooEarly, Recomputed, ("2027-01-12", new PostNotice(new EntryId("n"), "公告栏", D("2027-01-08"), null,
            null, Year2027, Accepted.Evaluation, 1)));
    }

    [Fact]
    public void It_names_its_place() => Refuses(Refusal.RoundStepIncomplete, Vetted, With(n => n with { Place = "" }));

    [Fact]
    public void An_annual_round_is_not_noticed_before_the_register_is_complete()
    {
        Assert.Contains("no body was asked", Refuses(Refusal.VettingIncomplete, After(Open, Freeze), Notice()).Detail);
        Assert.Contains(Tax, Refuses(Refusal.VettingIncomplete, After(Open, Freeze, Ask()), Notice()).Detail);
        After(Open, Freeze, Ask(), Reply(VettingReply.NoReply, "电话催告两次"), Notice());
    }

    [Fact]
    public void The_same_notice_again_exists_and_with_another_place_is_refused()
    {
        Assert.IsType<Decision.Exists>(Give(Noticed, Notice()));
        Refuses(Refusal.ExistsWithDifferentContent, Noticed, With(n => n with { Place = "公告栏" }));
    }

    [Fact]
    public void An_evaluation_that_misses_an_admitted_entry_is_not_noticed() =>
        Refuses(Refusal.RoundWrongState, Recomputed, Notice("2027-01-12", Locked, "second"));

    [Fact]
    public void A_round_with_a_condition_that_cannot_be_decided_is_not_noticed()
    {
        var error = new Finding(new Condition.GradeAtLeast("A"), Verdict.Error, new Title("无法判定"), []);
        Refuses(Refusal.ConditionUndecided, Vetted, With(n => n with
        {
            Evaluation = n.Evaluation with { Cards = [.. n.Evaluation.Cards.Select(c => c with { ClassError = error })] },
        }));
    }

    [Fact]
    public void A_meeting_decides_after_the_last_day_and_not_on_it()
    {
        var refused = Refuses(Refusal.NoticeRunning, Noticed, Decide("2027-01-11"));
        Assert.Contains("through 2027-01-11", refused.Detail);
        Assert.Contains("on 2027-01-12 or later", refused.Detail);
        Assert.IsType<Decision.Accepted>(Give(Noticed, Decide("2027-01-12")));
    }

    [Fact]
    public void A_meeting_of_before_the_last_day_does_not_count_later() =>
        Refuses(Refusal.NoticeRunning, Noticed, ("2027-02-01", Decide("2027-01-08").Command));

    [Fact]
    public void An_annual_round_is_not_decided_without_vetting_or_notice()
    {
        Refuses(Refusal.VettingIncomplete, After(Open, Freeze), Decide());
        Refuses(Refusal.NoticeMissing, Vetted, Decide());
    }

    [Fact]
    public void Its_content_differs_with_any_figure_of_a_ranked_chamber()
    {
        var evaluation = Locked.Evaluation;
        var card = evaluation.Cards[0];
        RoundEvaluation With(Scorecard changed) => evaluation with { Cards = [changed, evaluation.Cards[1]] };
        RoundEvaluation[] all =
        [
            evaluation, With(card with { Grade = "Z" }), With(card with { Class = "Z" }),
            With(card with { Card = card.Card with { Total = P(1) } }),
            With(card with { Places = card.Places! with { County = 9 } }),
            With(card with { Outcomes = [card.Outcomes[0] with { Status = OutcomeStatus.NotEligible }] }),
            With(card with { BarredBy = "VT1", Places = null }),
        ];
        Assert.Equal(all.Length, all.Select(NoticeContent.DigestOf).Distinct().Count());
    }
}
