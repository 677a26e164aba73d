using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

/// <summary>occurred, silent-for and history.</summary>
public sealed class EventConditionTests
{
    private static Condition Occurred(string kind, decimal atLeast, int periods = 1, params string[] options) =>
        new Condition.EventOccurred(new KindId(kind), options.Length == 0 ? null : Ids.Of(options), N(periods),
            N(atLeast));

    private static Verdict Verdict(bool met) =>
        met ? MicroPoints.Rulesets.Verdict.Met : MicroPoints.Rulesets.Verdict.NotMet;

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void At_least_is_the_sum_of_counts(decimal atLeast, bool met) =>
        Given(Visits(2, "2026-01-01"), Visits(3, "2026-12-31"), Visits(9, "2025-12-31"))
            .Asking(Occurred("visit", atLeast)).ThenVerdict(Verdict(met));

    [Theory]
    [InlineData(2, 14, true)]
    [InlineData(2, 15, false)]
    [InlineData(3, 21, true)]
    public void Within_takes_this_period_and_those_before(int periods, decimal atLeast, bool met) =>
        Given(Visits(5, "2026-01-01"), Visits(9, "2025-01-01"), Visits(7, "2024-12-31"))
            .Asking(Occurred("visit", atLeast, periods)).ThenVerdict(Verdict(met));

    [Fact]
    public void Facts_of_one_key_all_count_here()
    {
        Given(Case("K", "2026-01-01"), Case("K", "2026-02-01")).Asking(Occurred("case", 2)).ThenMet();
        Given(Project("P", "signed", "2026-01-01"), Project("P", "landed", "2026-02-01")).Asking(Occurred("project", 2))
            .ThenMet();
    }

    [Fact]
    public void Options_may_be_asked_for()
    {
        Line[] medals = [Option("medal", "city", "2026-01-01"), Option("medal", "nation", "2026-02-01")];
        Given(medals).Asking(Occurred("medal", 1, 1, "nation", "province")).ThenMet();
        Given(medals).Asking(Occurred("medal", 2, 1, "nation", "province")).ThenNotMet();
        Given(Project("P", "signed", "2026-01-01")).Asking(Occurred("project", 1, 1, "landed")).ThenNotMet();
    }

    [Fact]
    public void Surveys_and_quantities_count_as_facts()
    {
        Given(Survey(1, 2, 3, "2026-01-01"), Survey(1, 2, 3, "2026-02-01")).Asking(Occurred("survey", 2)).ThenMet();
        Given(Money(500, "2026-01-01")).Asking(Occurred("money", 2)).ThenNotMet();
    }

    [Fact]
    public void An_event_of_a_year_did_not_occur_in_its_last_quarter()
    {
        Given(Visits(1, "2026")).In("2026Q4").Asking(Occurred("visit", 1)).ThenNotMet();
        Given(Count("case", 1, "2026").About("K")).In("2026Q4").Asking(Occurred("case", 1)).ThenNotMet();
    }

    [Fact]
    public void A_reversed_event_did_not_occur() =>
        Given(Visits(1, "2026-01-01").TakenBackOn("2026-02-01")).Asking(Occurred("visit", 1)).ThenNotMet();

    private static Condition Silent(int quarters, params string[] kinds) =>
        new Condition.SilentFor(N(quarters), kinds.Length == 0 ? null : Ids.Of(kinds));

    private static readonly Ruleset CountingVisits =
        Rules.Of(Line("I", PerCount(1), "visit"), Line("P", Options(("founded", 1)), "party"));

    [Theory]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    [InlineData("2026-12-31", false)]
    public void Two_silent_quarters_at_year_end_are_the_last_two(string lastVisit, bool silent) =>
        Given(Visits(1, lastVisit)).Asking(Silent(2), CountingVisits).ThenVerdict(Verdict(silent));

    [Fact]
    public void Silence_is_asked_across_the_years()
    {
        Given(Visits(1, "2025-03-31")).In("2026").AsOf("2026-03-31").Asking(Silent(4), CountingVisits).ThenMet();
        Given(Visits(1, "2025-04-01")).In("2026").AsOf("2026-03-31").Asking(Silent(4), CountingVisits).ThenNotMet();
    }

    [Fact]
    public void A_state_or_a_kind_that_no_indicator_counts_does_not_break_the_silence() =>
        Given(Option("party", "founded", "2026-11-01"), Talks(1, "2026-11-01")).Asking(Silent(2), CountingVisits)
            .ThenMet();

    [Fact]
    public void Named_kinds_are_asked_instead()
    {
        Given(Talks(1, "2026-11-01")).Asking(Silent(2, "talk"), CountingVisits).ThenNotMet();
        Given(Visits(1, "2026-11-01")).Asking(Silent(2, "talk"), CountingVisits).ThenMet();
        Given(Case("K", "2026-11-01")).Asking(Silent(2, "case")).ThenNotMet();
    }

    [Theory]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-07-02", false)]
    public void A_younger_chamber_is_not_silent_yet(string founded, bool silent) =>
        Given().Of(m => m with { Founded = founded }).Asking(Silent(2), CountingVisits).ThenVerdict(Verdict(silent));

    [Theory]
    [InlineData("2026-11-03", "2025-01-01", "2026-11")]
    [InlineData("2026-07-01", "2025-01-01", "2026-07")]
    [InlineData("2026-06-30", "2026-08-09", "2026-08-09")]
    public void Where_it_is_not_silent_the_sentence_says_since_when(string visit, string founded, string shown)
    {
        var sentence = Given(Visits(1, visit)).Of(m => m with { Founded = founded })
            .Asking(Silent(2), CountingVisits).ThenNotMet()[null].Limits[0].Finding.Sentence;
        Assert.Contains(shown + "）", sentence.Zh);
        Assert.Contains(shown + ")", sentence.EnOrZh);
    }

    [Fact]
    public void Of_silence_there_is_nothing_to_show() => Assert.DoesNotContain("实际",
        Given().Asking(Silent(2), CountingVisits).ThenMet()[null].Limits[0].Finding.Sentence.Zh);

    private static EarlierResult Round(int year, string? grade, params string[] outcomes) =>
        new(Period.Year(year), grade, null, outcomes);

    private static Cards Asked(Condition condition, params EarlierResult[] history) =>
        Given().Of(m => m with { History = history })
            .Asking(condition, Empty with { Grades = Grades, Outcomes = [Outcome("award")] });

    private static Condition Grade(string grade, int within, int atLeast) =>
        new Condition.History(Ids.Of(grade), null, N(within), N(atLeast));

    [Fact]
    public void A_grade_so_often_in_the_rounds_before()
    {
        Asked(Grade("D", 2, 2), Round(2025, "D"), Round(2024, "D")).ThenMet();
        Asked(Grade("D", 2, 2), Round(2025, "D"), Round(2024, "C"), Round(2023, "D")).ThenNotMet();
        Asked(Grade("D", 3, 2), Round(2025, "D"), Round(2024, "C"), Round(2023, "D")).ThenMet();
        Asked(Grade("D", 1, 1)).ThenNotMet();
        Asked(Grade("D", 1, 1), Round(2025, null)).ThenNotMet();
    }

    [Fact]
    public void An_outcome_so_often_in_the_rounds_before()
    {
        var awarded = new Condition.History(null, Ids.Of("award"), N(2), N(1));
        Asked(awarded, Round(2025, "B"), Round(2024, "A", "award")).ThenMet();
        Asked(awarded, Round(2025, "B"), Round(2024, "A"), Round(2023, "A", "award")).ThenNotMet();
    }
}
