using MicroPoints.Rulesets;
using static MicroPoints.Tests.Rules;

namespace MicroPoints.Tests.Rulesets;

/// <summary>How one ruleset differs from another, in words, and whether it can change a result.</summary>
public sealed class DiffTests
{
    private static readonly Indicator Visits = Line("I", PerCount(1), "visit").Capped(5),
        Talks = Line("J", new Score.PerCount(Ref("p")), "talk");

    private static readonly Ruleset Plain = Of(Category("C", 8, Visits, Talks)) with
    {
        Sources = [new Source("test", new Title("某办法", "Some rules"), "县", new DateOnly(2026, 1, 1))],
        Settings = [Switch("s", true)],
        Parameters = [Parameter("p", ("2026-01-01", 0.5m)), Parameter("idle", ("2026-01-01", 1m))],
        Grades = Grades,
        Deductions = [Deduct("K", -1, "late")],
        Limits = [Limit("L", new Condition.All([State("dishonesty", "listed"), State("abnormal", "listed", "other")])) with
            { Ceiling = "C", EnabledBy = "s" }],
        Outcomes = [Outcome("award", new Condition.GradeAtLeast("A"), Count(2))],
        Ranking = [new RankingKey(RankingBy.Total)],
    };

    private static RulesetDiff To(Ruleset after) => RulesetDiff.Of(Plain, after, Kinds.All);

    private static Category C => Plain.Categories[0];

    private static Ruleset With(params Indicator[] indicators) => Plain with { Categories = [C with { Indicators = indicators }] };

    private static DiffLine Only(Ruleset after) => Assert.Single(To(after).Lines);

    private static DiffLine Only(Ruleset after, DiffEffect effect, string sentence)
    {
        var line = Only(after);
        Assert.Equal(effect, line.Effect);
        Assert.Contains(sentence, Assert.Single(line.Details).Sentence.Zh, StringComparison.Ordinal);
        return line;
    }

    [Fact]
    public void The_same_file_differs_in_nothing() => Assert.True(To(Plain).IsEmpty);

    [Fact]
    public void Other_bytes_and_another_version_are_no_difference() =>
        Assert.True(To(Plain with { Version = "2", Hash = Digest.OfText("a comment more") }).IsEmpty);

    [Fact]
    public void Other_titles_change_no_result()
    {
        var diff = To(With(Visits with { Title = new Title("走访", "Visits") }, Talks));
        Assert.False(diff.ChangesResults);
        Assert.Equal((DiffEffect.Words, "I"), (diff.Lines[0].Effect, diff.Lines[0].Id));
        Assert.Contains("没有影响结果的变化", diff.Summary.Zh, StringComparison.Ordinal);
        Assert.Equal("no change of results", diff.Summary.EnOrZh);
    }

    [Fact]
    public void Another_clause_changes_no_result() =>
        Only(With(Visits with { Cite = new Cite("test", "第九条") }, Talks), DiffEffect.Words, "《某办法》 1 → 《某办法》 第九条");

    [Fact]
    public void Another_order_of_lines_and_inside_conditions_is_no_difference()
    {
        var limit = Plain.Limits[0] with
        {
            When = new Condition.All([State("abnormal", "other", "listed"), State("dishonesty", "listed")]),
        };
        Assert.True(To(With(Talks, Visits) with { Limits = [limit], Parameters = [.. Plain.Parameters.Reverse()] }).IsEmpty);
    }

    [Fact]
    public void More_points_for_each_are_told_with_the_clause()
    {
        var line = Only(With(Visits with { Score = PerCount(2) }, Talks), DiffEffect.Results, "每次（每件）1 分 → 每次（每件）2 分");
        Assert.Equal("《某办法》 1", line.Clause!.Zh);
    }

    [Fact]
    public void Another_cap_is_told() => Only(With(Visits.Capped(6), Talks), DiffEffect.Results, "上限：5 分 → 6 分");

    [Fact]
    public void A_cap_that_goes_is_told() => Only(With(Visits with { Cap = null }, Talks), DiffEffect.Results, "上限：5 分 → 无");

    [Fact]
    public void Another_threshold_of_a_grade_is_told() => Only(
        Plain with { Grades = [Grade("A", 7), .. Grades[1..]] }, DiffEffect.Results, "8 分 → 7 分");

    [Fact]
    public void Another_quota_is_told() => Only(
        Plain with { Outcomes = [Outcome("award", new Condition.GradeAtLeast("A"), Count(3))] }, DiffEffect.Results, "2（按评价范围参评数） → 3");

    [Fact]
    public void Another_condition_is_told() => Only(
        Plain with { Outcomes = [Outcome("award", new Condition.GradeAtLeast("B"), Count(2))] }, DiffEffect.Results, "B");

    [Fact]
    public void What_is_rounded_otherwise_is_a_difference()
    {
        static Ruleset Rounded(Rounding rounding) => Of(Line("I", new Score.PerQuantity(N(1), N(10), rounding), "money"));
        var diff = RulesetDiff.Of(Rounded(Rounding.Down), Rounded(Rounding.Up), Kinds.All);
        Assert.Contains("不足的舍去", Assert.Single(Assert.Single(diff.Lines).Details).Sentence.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dated_value_names_the_lines_that_read_it()
    {
        var diff = To(Plain with { Parameters = [Parameter("p", ("2026-01-01", 0.5m), ("2026-07-01", 0.6m)), Plain.Parameters[1]] });
        var detail = Assert.Single(Assert.Single(diff.Of(DiffEffect.Results)).Details, d => d.Effect == DiffEffect.Results);
        Assert.Contains("用于 J", detail.Sentence.Zh, StringComparison.Ordinal);
        Assert.Contains("2026-07-01 起 0.6", detail.Sentence.Zh, StringComparison.Ordinal);
        Assert.Contains("read by J", detail.Sentence.EnOrZh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dated_value_that_nothing_reads_changes_no_result() =>
        Assert.False(To(Plain with { Parameters = [Plain.Parameters[0], Parameter("idle", ("2026-01-01", 2m))] }).ChangesResults);

    [Fact]
    public void A_settings_default_names_the_lines_that_it_switches()
    {
        var line = Only(Plain with { Settings = [Switch("s", false)] }, DiffEffect.Results, "开 → 关");
        Assert.Contains("用于 L", line.Details[0].What.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_more_is_added_and_one_less_is_removed()
    {
        var diff = To(With(Visits, Line("N", PerCount(3), "talk")));
        Assert.Equal([(DiffChange.Added, "N"), (DiffChange.Removed, "J")], diff.Lines.Select(l => (l.Change, l.Id)));
        Assert.Contains(diff.Lines[0].Details, d => d is { Before: null, After: not null });
        Assert.Contains(diff.Lines[1].Details, d => d is { Before: not null, After: null });
    }

    [Fact]
    public void A_line_that_moves_to_another_category_is_told() => Assert.Contains(
        RulesetDiff.Of(Of(Category("C", 8), Category("D", 8, Visits)), Of(Category("C", 8, Visits), Category("D", 8)), Kinds.All).Lines,
        l => l is { Id: "I", Effect: DiffEffect.Results });

    [Fact]
    public void Who_may_adopt_it_when_changes_its_use_and_no_result()
    {
        var diff = To(Plain with { Authority = "other", Adoptable = new DayRange(new(2026, 1, 1), new(2027, 1, 1)) });
        Assert.False(diff.ChangesResults);
        Assert.Equal(2, Assert.Single(diff.Of(DiffEffect.Use)).Details.Count);
    }

    [Fact]
    public void The_order_in_which_classes_are_tried_changes_results()
    {
        var (one, other) = (Class("one", State("dishonesty", "listed")), Class("other", State("abnormal", "listed")));
        Assert.True(RulesetDiff.Of(Empty with { Classes = [one, other] }, Empty with { Classes = [other, one] }, Kinds.All).ChangesResults);
    }

    [Fact]
    public void A_value_whose_name_begins_alike_is_another()
    {
        static Ruleset Having(decimal value) => Of(
            Line("A", new Score.PerCount(Ref("p")), "visit"), Line("B", new Score.PerCount(Ref("p-late")), "talk")) with
        {
            Parameters = [Parameter("p", ("2026-01-01", value)), Parameter("p-late", ("2026-01-01", 1m))],
        };
        var line = Assert.Single(RulesetDiff.Of(Having(1), Having(2), Kinds.All).Lines);
        Assert.Contains("（用于 A A）", line.Details[0].What.Zh, StringComparison.Ordinal);
    }
}
