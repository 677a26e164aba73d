using MicroPoints.Rulesets;

namespace MicroPoints.Documents.Tests.Rulesets;

/// <summary>The shipped ruleset, written for Word or Excel and drafted again: what comes back, and what does not.</summary>
public sealed class RoundTripTests
{
    private static readonly Ruleset Before = RulesetFilesTests.Shipped;

    private static readonly IReadOnlyDictionary<string, Drafted> Again = new Dictionary<string, Drafted>
    {
        ["docx"] = Drafted.Of(RulesetFiles.Docx(RulesetFilesTests.Source(Before)).Bytes),
        ["xlsx"] = Drafted.Of(RulesetFiles.Xlsx(RulesetFilesTests.Source(Before)).Bytes),
    };

    public static TheoryData<string> Formats => ["docx", "xlsx"];

    [Theory, MemberData(nameof(Formats))]
    public void Categories_come_back_by_title_cap_and_whether_they_are_a_bonus(string format) => Assert.Equal(
        Before.Categories.Select(c => (c.Title.Zh, c.Cap, c.Bonus)), Again[format].Ruleset.Categories
            .Select(c => (c.Title.Zh, c.Cap, c.Bonus)));

    [Theory, MemberData(nameof(Formats))]
    public void Every_indicator_comes_back_with_its_id_title_kinds_score_cap_and_overflow(string format) =>
        Assert.Equal(Before.Leaves.Select(Shape), Again[format].Ruleset.Leaves.Select(Shape));

    [Theory, MemberData(nameof(Formats))]
    public void Deductions_come_back_whole(string format) => Assert.Equal(
        Before.Deductions.Select(Shape), Again[format].Ruleset.Deductions.Select(Shape));

    [Theory, MemberData(nameof(Formats))]
    public void Totals_and_grades_come_back(string format)
    {
        var after = Again[format].Ruleset;
        Assert.Equal(Before.Scale, after.Scale);
        Assert.Equal(Before.Grades.Select(g => (g.Id, g.Title.Zh, g.From)), after.Grades.Select(g => (g.Id, g.Title.Zh, g.From)));
    }

    [Theory, MemberData(nameof(Formats))]
    public void No_kind_is_drafted_and_no_line_is_asked_about(string format)
    {
        Assert.Empty(Again[format].Draft.NewKinds);
        Assert.DoesNotContain(Again[format].Questions, q => q.Line is not null);
    }

    [Theory, MemberData(nameof(Formats))]
    public void What_does_not_come_back_is_asked_for(string format)
    {
        var after = Again[format].Ruleset;
        Assert.Empty(after.Limits);
        Assert.Empty(after.Outcomes);
        Assert.Empty(after.Parameters);
        Assert.Empty(after.Settings);
        Assert.Equal([new RankingKey(RankingBy.Total)], after.Ranking);
        Assert.Equal(["document"], after.Sources.Select(s => s.Id));
        var asked = string.Join('\n', Again[format].Questions.Select(q => q.Decide.Zh));
        foreach (var what in (string[])["结果运用、名额、并列和限制", "制定单位、文号", "这张表"]) Assert.Contains(what, asked, StringComparison.Ordinal);
    }

    /// <summary>Numbers as they are in force, for a parameter comes back as its value.</summary>
    private static string Shape(Indicator line) =>
        $"{line.Id} {line.Title.Zh} cap {line.Cap} counts {string.Join(',', line.Counts.Select(c => c.Kind))} "
        + $"{line.Overflow?.To} {line.Overflow?.Each} {line.MayBeNotApplicable} {Shape(line.Score)}";

    private static string Shape(Deduction line) =>
        $"{line.Id} {line.Title.Zh} {string.Join(',', line.Counts.Select(c => c.Kind))} {line.Each} {line.Cap} "
        + $"{line.While?.State} {line.While?.Is} {line.While?.Points} {line.ZeroesByKey}";

    private static string Shape(Score? score) => score switch
    {
        Score.PerCount { Points.Reference: "visit-points" } => "PerCount 0.5",
        Score.PerCount s => $"PerCount {s.Points}",
        Score.Option s => $"Option {string.Join(',', s.Options)}",
        Score.Highest s => $"Highest {string.Join(',', s.Options)}",
        Score.OncePerKey s => $"OncePerKey {string.Join(',', s.Options)} {s.AcrossPeriods}",
        Score.ByTier s => $"Tier {string.Join(',', s.Tiers)} {s.ParticipationAtLeast}",
        Score.Checklist s => $"Checklist {string.Join(',', s.Items)} {s.Points}",
        _ => $"{score}",
    };
}
