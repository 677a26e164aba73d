using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

/// <summary>is, missing and held-for over states and flags.</summary>
public sealed class StateConditionTests
{
    private static readonly Condition Founded = State("party", "founded");

    private static Condition Missing(string state, bool missing = true) =>
        new Condition.StateMissing(new KindId(state), missing);

    private static Condition Held(string state, int months, params string[] options) =>
        new Condition.StateHeldFor(new KindId(state), Ids.Of(options), new Duration(months));

    private static Verdict Of(bool met) => met ? Verdict.Met : Verdict.NotMet;

    [Fact]
    public void A_state_is_one_of_the_options_or_not()
    {
        Given(Option("party", "founded", "2020-01-01")).Asking(Founded).ThenMet();
        Given(Option("party", "liaison", "2020-01-01")).Asking(Founded).ThenNotMet();
        Given(Option("party", "liaison", "2020-01-01")).Asking(State("party", "founded", "liaison")).ThenMet();
    }

    [Fact]
    public void An_unknown_state_is_not_met_whatever_is_asked()
    {
        Given().Asking(Founded).ThenNotMet();
        Given().Asking(State("party", "due")).ThenNotMet();
    }

    [Fact]
    public void A_state_never_recorded_is_the_option_its_kind_names()
    {
        Given().Asking(State("dishonesty", "not-listed")).ThenMet();
        Given().Asking(State("dishonesty", "listed")).ThenNotMet();
        Given().Asking(State("insured", "true")).ThenMet();
    }

    [Fact]
    public void An_ended_or_expired_state_meets_no_is()
    {
        Given(Option("dishonesty", "listed", "2020-01-01"), Option("dishonesty", "ended", "2021-01-01"))
            .Asking(State("dishonesty", "listed", "not-listed")).ThenNotMet();
        Given(Option("dishonesty", "listed", "2020-01-01").Until("2021-01-01"))
            .Asking(State("dishonesty", "listed", "not-listed")).ThenNotMet();
    }

    [Fact]
    public void A_flag_state_takes_true_and_false()
    {
        Given(Flag("charter", true, "2020-01-01")).Asking(State("charter", "true")).ThenMet();
        Given(Flag("charter", false, "2020-01-01")).Asking(State("charter", "true")).ThenNotMet();
        Given(Flag("charter", false, "2020-01-01")).Asking(State("charter", "false")).ThenMet();
    }

    [Fact]
    public void A_keyed_state_meets_where_any_of_its_keys_does()
    {
        Line[] honours =
            [Option("honour", "city", "2020-01-01").About("x"), Option("honour", "nation", "2021-01-01").About("y")];
        Given(honours).Asking(State("honour", "nation")).ThenMet();
        Given(honours).Asking(State("honour", "province")).ThenNotMet();
        Given(honours[0], honours[1].Until("2026-01-01")).Asking(State("honour", "nation")).ThenNotMet();
    }

    [Fact]
    public void Missing_means_no_standing_entry_ever()
    {
        Given().Asking(Missing("party")).ThenMet();
        Given(Option("party", "founded", "2020-01-01")).Asking(Missing("party")).ThenNotMet();
        Given(Option("party", "founded", "2020-01-01").TakenBackOn("2020-02-01")).Asking(Missing("party")).ThenMet();
        Given(Option("party", "founded", "2020-01-01").Until("2021-01-01")).Asking(Missing("party")).ThenNotMet();
        Given(Option("party", "founded", "2020-01-01")).Asking(Missing("party", missing: false)).ThenMet();
        Given().Asking(Missing("dishonesty")).ThenMet();
    }

    [Fact]
    public void Missing_is_asked_as_of_the_day() =>
        Given(Option("party", "founded", "2026-08-01")).AsOf("2026-07-31").Asking(Missing("party")).ThenMet();

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    public void Held_for_a_year_is_met_a_year_later(string day, bool met) =>
        Given(Option("party", "founded", "2025-07-01")).AsOf(day).Asking(Held("party", 12, "founded"))
            .ThenVerdict(Of(met));

    [Theory]
    [InlineData("2026-02-27", false)]
    [InlineData("2026-02-28", true)]
    public void A_month_from_the_last_of_January_ends_with_February(string day, bool met) =>
        Given(Option("party", "founded", "2026-01-31")).AsOf(day).Asking(Held("party", 1, "founded"))
            .ThenVerdict(Of(met));

    [Fact]
    public void Re_recording_does_not_restart_it() =>
        Given(Option("party", "founded", "2024-01-01"), Option("party", "founded", "2026-06-01"))
        .Asking(Held("party", 24, "founded")).ThenMet();

    [Fact]
    public void Going_from_one_listed_option_to_another_is_no_break()
    {
        Line[] upgraded = [Option("party", "liaison", "2024-01-01"), Option("party", "founded", "2026-06-01")];
        Given(upgraded).Asking(Held("party", 24, "founded", "liaison")).ThenMet();
        Given(upgraded).Asking(Held("party", 24, "founded")).ThenNotMet();
    }

    [Fact]
    public void An_unlisted_option_between_is_a_break() => Given(
            Option("party", "founded", "2024-01-01"), Option("party", "due", "2025-06-01"),
                Option("party", "founded", "2025-06-02"))
        .Asking(Held("party", 24, "founded")).ThenNotMet();

    [Fact]
    public void An_end_between_is_a_break() => Given(
            Option("party", "founded", "2024-01-01"), Option("party", "ended", "2025-06-01"),
                Option("party", "founded", "2025-06-02"))
        .Asking(Held("party", 24, "founded")).ThenNotMet();

    [Fact]
    public void An_unlisted_option_that_the_same_day_took_back_was_never_so() => Given(
            Option("party", "founded", "2024-01-01"), Option("party", "due", "2025-06-01"),
                Option("party", "founded", "2025-06-01"))
        .Asking(Held("party", 24, "founded")).ThenMet();

    [Theory]
    [InlineData("2025-06-01", true)]
    [InlineData("2025-06-02", false)]
    public void A_state_renewed_on_the_day_it_expires_holds_without_a_break(string renewed, bool met) => Given(
            Option("party", "founded", "2024-01-01").Until("2025-06-01"), Option("party", "founded", renewed))
        .Asking(Held("party", 24, "founded")).ThenVerdict(Of(met));

    [Fact]
    public void An_expired_state_is_held_no_more() =>
        Given(Option("party", "founded", "2020-01-01").Until("2026-12-31")).Asking(Held("party", 12, "founded"))
            .ThenNotMet();

    [Fact]
    public void Never_recorded_is_not_held() => Given().Asking(Held("party", 1, "founded")).ThenNotMet();

    [Fact]
    public void What_a_kind_says_of_one_never_recorded_was_always_so()
    {
        Given().Asking(Held("dishonesty", 120, "not-listed")).ThenMet();
        Given(Option("dishonesty", "listed", "2026-05-01")).Asking(Held("dishonesty", 1, "not-listed")).ThenNotMet();
    }

    [Fact]
    public void A_flag_is_held_too() => Given(Flag("charter", true, "2024-06-01"), Flag("charter", true, "2026-01-01"))
        .Asking(Held("charter", 24, "true")).ThenMet();

    [Fact]
    public void Of_a_keyed_state_one_key_must_hold_it_all_the_time() => Given(
            Option("honour", "city", "2023-01-01").About("x").Until("2025-01-01"),
                Option("honour", "city", "2025-01-01").About("y"))
        .Asking(Held("honour", 36, "city")).ThenNotMet();
}
