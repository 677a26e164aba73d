using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Standings;

/// <summary>A trace in sentences: deductions by their titles, stretching in whole points, no day to come.</summary>
public sealed class TraceProseTests
{
    private static string[] Said(Ruleset rules, ScorecardTrace trace) => [.. Sentences(new TraceProse(rules, Kinds.All), trace)
        .Select(s => $"{s.Zh} | {s.EnOrZh}")];

    private static IEnumerable<Title> Sentences(TraceProse prose, ScorecardTrace trace) =>
        trace.Lines.SelectMany(prose.Line).Concat(trace.Deductions.SelectMany(prose.Deduction)).Concat(prose.Total(trace.Total));

    private static readonly Ruleset Deducted = Of(Line("M1", PerCount(1), "visit")) with
    {
        Deductions =
        [
            While("K4", "abnormal", "listed", -10) with { Title = new Title("经营异常", "abnormal") , Cap = N(-3) },
            While("K5", "dishonesty", "listed", -2) with { Title = new Title("失信", "dishonest") },
        ],
    };

    [Fact]
    public void Deductions_are_named_by_their_titles()
    {
        var said = Said(Deducted, Given(Visits(30, "2026-01-01"), Option("abnormal", "listed", "2026-05-04"),
            Option("dishonesty", "listed", "2026-05-04")).Under(Deducted).Trace(Deducted));
        Assert.Contains("K4 经营异常上限 -3：-10 → -3 | cap -3 of K4 abnormal: -10 → -3", said);
        Assert.Contains("扣分（K4 经营异常、K5 失信）：30 → 25 | deductions (K4 abnormal, K5 dishonest): 30 → 25", said);
    }

    [Fact]
    public void The_sum_of_a_group_names_its_lines_by_their_titles()
    {
        var visits = Line("X1", PerCount(1), "visit") with { Title = new Title("走访", "visits") };
        var rules = Of(Group("G", 9, visits, Line("X2", PerCount(1), "talk")));
        var said = Said(rules, Given(Visits(2, "2026-05-01"), Talks(3, "2026-05-01")).Under(rules).Trace(rules));
        Assert.Contains("X1 走访：2 分 | X1 visits: 2", said);
    }

    [Fact]
    public void Stretching_is_told_in_whole_points()
    {
        var rules = Of(Category("X", 4, Line("X1", PerCount(1), "visit").Capped(1), Line("X2", PerCount(1), "talk").Capped(3))) with
        {
            Scale = new Scale(N(4), null, null),
        };
        var said = Said(rules, Given(Talks(3, "2026-05-01")).NotApplicable("X1").Under(rules).Trace(rules));
        Assert.Contains(said, s => s.Contains("每 3 分折算为 4 分：3 → 4", StringComparison.Ordinal)
            && s.Contains("4 for each 3 points of the rest: 3 → 4", StringComparison.Ordinal));
        Assert.DoesNotContain(said, s => s.Contains("4/3", StringComparison.Ordinal));
    }

    [Fact]
    public void The_value_of_a_month_that_is_not_over_is_picked_by_the_day_of_reading()
    {
        var rules = Of(Line("M1", new Score.PerCount(Ref("visit")), "visit")) with
        {
            Parameters = [Parameter("visit", ("2026-01-01", 0.5m), ("2026-08-01", 0.6m))],
        };
        var trace = Given(Visits(6, "2026-06-30"), Visits(5, "2026-07-10")).AsOf("2026-07-15").Under(rules).Trace(rules);
        var line = trace.Lines.Single();
        Assert.Equal(["2026-06-30", "2026-07-15"], line.Facts.Select(f => Calendar.Text(f.ValuedOn)).Order());
        Assert.Equal(("2026-06-30", "2026-07-15"),
            (Calendar.Text(line.Values.Single().FirstRead), Calendar.Text(line.Values.Single().LastRead)));
        Assert.Equal((P(5.5m), "11 × 0.5 = 5.5"), (line.Line.Raw, line.Terms.Told()));
        Assert.DoesNotContain(Said(rules, trace), s => s.Contains("2026-07-31", StringComparison.Ordinal));
    }

    [Fact]
    public void An_earlier_grade_is_one_English_sentence()
    {
        var history = new Condition.History(Ids.Of("A"), null, N(3), N(2));
        var cards = Given().Asking(history, Empty with { Grades = Grades });
        Assert.Contains("the grade was A in at least 2 of the 3 rounds before", cards.All[0].Limits[0].Finding.Sentence.En!,
            StringComparison.Ordinal);
    }
}
