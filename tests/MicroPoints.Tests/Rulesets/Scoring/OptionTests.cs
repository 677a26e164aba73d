using MicroPoints.Activities;
using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

/// <summary>Flags, options, the highest, each key once.</summary>
public sealed class OptionTests
{
    private static readonly Indicator Charter = Line("I", new Score.Flag(N(2)), "charter");

    [Fact]
    public void A_true_flag_credits_its_points() =>
        Given(Flag("charter", true, "2023-01-01")).Under(Charter).ThenPoints("I", 2);

    [Fact]
    public void A_false_flag_credits_nothing() =>
        Given(Flag("charter", true, "2023-01-01"), Flag("charter", false, "2026-02-01")).Under(Charter)
            .ThenPoints("I", 0);

    [Fact]
    public void A_flag_never_recorded_is_unknown_and_credits_nothing() =>
        Given().Under(Charter).ThenPoints("I", 0).ThenBecause("I", Because.StateUnknown);

    [Fact]
    public void A_flag_never_recorded_is_what_its_kind_says_it_then_is() =>
        Given().Under(Line("I", new Score.Flag(N(2)), "insured")).ThenPoints("I", 2);

    [Fact]
    public void A_flag_that_is_an_event_counts_in_its_year() =>
        Given(Flag("pledge", true, "2025-06-01")).Under(Line("I", new Score.Flag(N(2)), "pledge")).ThenPoints("I", 0);

    /// <summary>What has no key is of no key that a rule asks for.</summary>
    public static TheoryData<string, Score> Unkeyed => new()
    {
        { "medal", Options(("city", 1)) },
        { "medal", Highest(("city", 1)) },
        { "medal", PerCount(1) },
        { "party", Options(("founded", 4)) },
        { "party", new Score.Flag(N(2)) },
        { "charter", new Score.Flag(N(2)) },
        { "insured", new Score.Flag(N(2)) },
        { "insured", PerCount(1) },
        { "pledge", new Score.Flag(N(2)) },
    };

    [Theory]
    [MemberData(nameof(Unkeyed))]
    public void A_counted_key_lets_no_fact_through_that_has_none(string kind, Score score)
    {
        Line[] facts = [Option("medal", "city", "2026-03-01"), Option("party", "founded", "2025-06-01"),
            Flag("charter", true, "2023-01-01"), Flag("pledge", true, "2026-03-01")];
        var counted = Counted(kind) with { Option = kind == "party" ? "founded" : null };
        Given(facts).Under(Line("I", score, kind) with { Counts = [counted] }).ThenPoints("I", score switch
        {
            Score.Flag => 2,
            _ => kind == "party" ? 4 : 1,
        });
        Given(facts).Under(Line("I", score, kind) with { Counts = [counted with { Key = "K1" }] }).ThenPoints("I", 0);
    }

    private static readonly Indicator Party = Line("I", Options(("founded", 4), ("liaison", 3)), "party");

    [Fact]
    public void A_state_credits_its_option() =>
        Given(Option("party", "liaison", "2025-06-01")).Under(Party).ThenPoints("I", 3);

    [Fact]
    public void An_option_without_points_credits_nothing() =>
        Given(Option("party", "due", "2025-06-01")).Under(Party).ThenPoints("I", 0);

    [Fact]
    public void An_ended_state_credits_nothing_and_revives_nothing_older() =>
        Given(Option("party", "founded", "2025-06-01"), Option("party", "ended", "2026-06-01")).Under(Party)
            .ThenPoints("I", 0).ThenBecause("I", Because.StateEnded);

    [Fact]
    public void An_expired_state_revives_nothing_older() =>
        Given(Option("party", "founded", "2025-06-01"), Option("party", "liaison", "2026-01-01").Until("2026-07-01"))
            .Under(Party).ThenPoints("I", 0);

    [Fact]
    public void The_end_of_a_state_reversed_lets_it_go_on() =>
        Given(Option("party", "founded", "2025-06-01"), Option("party", "ended", "2026-06-01")
            .TakenBackOn("2026-06-02")).Under(Party)
            .ThenPoints("I", 4);

    [Fact]
    public void A_state_that_expires_by_its_kind_holds_half_open()
    {
        var permit = Line("I", Options(("valid", 1)), "permit");
        Given(Option("permit", "valid", "2025-12-31")).AsOf("2026-12-30").Under(permit).ThenPoints("I", 1);
        Given(Option("permit", "valid", "2025-12-31")).AsOf("2026-12-31").Under(permit).ThenPoints("I", 0);
    }

    [Fact]
    public void A_state_never_recorded_credits_what_its_kind_says_it_then_is() =>
        Given().Under(Line("I", Options(("not-listed", 2)), "dishonesty")).ThenPoints("I", 2);

    [Fact]
    public void An_ended_state_is_not_what_its_kind_says_of_one_never_recorded() =>
        Given(Option("dishonesty", "listed", "2026-01-01"), Option("dishonesty", "ended", "2026-02-01"))
            .Under(Line("I", Options(("not-listed", 2)), "dishonesty")).ThenPoints("I", 0);

    private static readonly Line[] Medals =
        [Option("medal", "city", "2026-01-01"), Option("medal", "city", "2026-05-01"),
            Option("medal", "nation", "2026-07-01")];

    private static readonly (string, decimal)[] MedalPoints = [("nation", 5), ("province", 3), ("city", 2)];

    [Fact]
    public void Events_credit_the_sum_of_their_options() =>
        Given(Medals).Under(Line("I", Options(MedalPoints), "medal")).ThenPoints("I", 9);

    [Fact]
    public void The_highest_credits_the_best_option_once() =>
        Given(Medals).Under(Line("I", Highest(MedalPoints), "medal")).ThenPoints("I", 5);

    [Fact]
    public void The_highest_is_over_all_counted_kinds() => Given([.. Medals, Option("rating", "5A", "2024-01-01")])
        .Under(Line("I", Highest([("5A", 6), .. MedalPoints]), "medal", "rating")).ThenPoints("I", 6);

    [Fact]
    public void The_highest_reversed_gives_way_to_the_next() =>
        Given([.. Medals[..2], Medals[2].TakenBackOn("2026-08-01")])
        .Under(Line("I", Highest(MedalPoints), "medal")).ThenPoints("I", 2);

    [Fact]
    public void The_highest_of_a_keyed_state_is_over_its_keys() => Given(
            Option("honour", "city", "2022-01-01").About("x"), Option("honour", "province", "2023-01-01").About("y"),
            Option("honour", "nation", "2020-01-01").About("z").Until("2025-01-01"))
        .Under(Line("I", Highest(MedalPoints), "honour")).ThenPoints("I", 3);

    [Fact]
    public void Nothing_recorded_is_no_highest() =>
        Given().Under(Line("I", Highest(MedalPoints), "medal")).ThenPoints("I", 0);

    private static readonly Indicator Projects = Line("I", OncePerKey(false, ("signed", 2), ("landed", 5)), "project");

    [Fact]
    public void Each_key_credits_at_its_best_option() =>
        Given(Project("P1", "landed", "2026-01-01"), Project("P1", "signed", "2026-05-01"),
        Project("P2", "signed", "2026-02-01"), Project("P3", "signed", "2026-02-01")).Under(Projects)
            .ThenPoints("I", 9);

    [Fact]
    public void A_key_of_a_part_credits_its_part() =>
        Given(Project("P1", "landed", "2026-01-01").Part(1, 3)).Under(Projects).ThenPoints("I", 1.67m);

    [Fact]
    public void Across_periods_a_worse_option_later_credits_nothing() =>
        Given(Project("P1", "landed", "2025-01-01"), Project("P1", "signed", "2026-01-01"))
            .Under(Line("I", OncePerKey(true, ("signed", 2), ("landed", 5)), "project")).ThenPoints("I", 0);

    [Fact]
    public void Across_periods_a_reversed_earlier_option_was_never_credited() =>
        Given(Project("P1", "signed", "2025-01-01").TakenBackOn("2026-05-01"), Project("P1", "landed", "2026-01-01"))
            .Under(Line("I", OncePerKey(true, ("signed", 2), ("landed", 5)), "project")).ThenPoints("I", 5);

    private static readonly Indicator Bounded = Line("I", new Score.Discretionary(N(3), N(5)), "awarded");

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(2.99, 0)]
    [InlineData(5.01, 0)]
    public void An_award_counts_within_its_bounds_and_nothing_outside(decimal awarded, decimal points) =>
        Given(Award(awarded, "2026-05-01")).Under(Bounded).ThenPoints("I", points);

    [Fact]
    public void An_award_outside_the_bounds_leaves_the_others_and_the_line_says_so() =>
        Given(Award(4, "2026-05-01"), Award(9, "2026-05-02"), Award(3, "2026-05-03")).Under(Bounded)
            .ThenPoints("I", 7).ThenBecause("I", Because.OutOfBounds);

    [Fact]
    public void Awards_of_one_key_all_count()
    {
        Line For(decimal points, string on) =>
            new Line("project.awarded", on, new Measured.Awarded(P(points))).About("K");
        Given(For(3, "2026-05-01"), For(4, "2026-06-01")).Under(Bounded with { Counts = [Counted("project.awarded")] })
            .ThenPoints("I", 7);
    }

    [Fact]
    public void A_part_of_an_award_counts_its_part_though_the_bounds_see_the_whole() =>
        Given(Award(3, "2026-05-01").Part(1, 2)).Under(Bounded).ThenPoints("I", 1.5m);

    private static Score List(decimal? shared, params (string Kind, decimal? Points)[] items) => new Score.Checklist(
        [.. items.Select(i => new ChecklistItem(new KindId(i.Kind), i.Points is { } p ? N(p) : null))], shared is { } s
            ? N(s) : null);

    private static readonly Line[] TwoTrue =
        [Flag("charter", true, "2025-01-01"), Flag("cash-box", true, "2025-01-01")];

    [Fact]
    public void A_checklist_of_plain_items_credits_the_share_of_those_true() =>
        Given(TwoTrue).Under(Line("I", List(3, ("charter", null), ("cash-box", null), ("open-books", null))))
            .ThenPoints("I", 2);

    [Fact]
    public void The_share_is_rounded_half_up_once() =>
        Given(TwoTrue).Under(Line("I", List(1, ("charter", null), ("cash-box", null), ("open-books", null))))
            .ThenPoints("I", 0.67m);

    [Fact]
    public void Items_with_points_add_their_own() =>
        Given(TwoTrue).Under(Line("I", List(null, ("charter", 4), ("cash-box", 3), ("open-books", 3))))
            .ThenPoints("I", 7);

    [Fact]
    public void In_a_mixed_checklist_plain_items_share_the_points_among_themselves() =>
        Given(TwoTrue).Under(Line("I", List(2, ("charter", 4), ("cash-box", null), ("open-books", null))))
            .ThenPoints("I", 5);

    [Fact]
    public void A_checklist_with_nothing_true_credits_nothing() =>
        Given(Flag("charter", false, "2025-01-01")).Under(Line("I", List(2, ("charter", null)))).ThenPoints("I", 0);

    [Theory]
    [InlineData("charter")]
    [InlineData("pledge")]
    public void A_checklist_with_only_false_flags_does_not_say_that_nothing_was_recorded(string kind) =>
        Given(Flag(kind, false, "2026-01-01")).Under(Line("I", List(2, (kind, null), ("cash-box", null))))
            .ThenBecause("I");

    [Fact]
    public void A_checklist_of_which_nothing_was_recorded_says_so() =>
        Given().Under(Line("I", List(2, ("charter", null), ("pledge", 1)))).ThenBecause("I", Because.NoFacts);
}
