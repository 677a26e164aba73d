using MicroPoints.Activities;
using MicroPoints.Standings;
using MicroPoints.Tests;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Explanations under rulesets that the product was not built on, each step reckoned by hand.</summary>
public sealed class PublishedTracesTests
{
    // (28 × 2 + 177.7) ÷ 2.16 = 233.7 ÷ 2.16 = 108.19…, so 108 hundredths; the notice prints half a point.
    [Fact]
    public void Projects_and_money_of_the_first_district_come_to_108_hundredths_and_are_cut_to_half_a_point() => Equal("""
        facts: 2024-12 project.signed ×1 = 56 at 0.01;
        2024-12 amount.signed ×1 = 177.7 at 0.01
        values: signing-step 2.16 from -
        terms: 233.7/2.16 × 0.01 = 1.08
        cuts: Cap 1.08→0.5
        clause: 2024年度全市招商引资考核结果公示 指标3
        confirmed by: 市商务局
        """, Line("city-investment-2024", "The first district of the notice has 2.78", "Z3"));

    // 0 × 0.2 + 1 × 0.2 + 1 × 0.1, a tenth for every step of weight.
    [Fact]
    public void An_enterprise_and_a_signing_of_the_first_district_are_three_tenths() => Equal("""
        facts: 2024-05 platform-project.signed ×1 = 1 at 0.1;
        2024-08 key-enterprise.attracted ×1 = 2 at 0.1
        values:
        terms: 3 × 0.1 = 0.3
        cuts:
        clause: 2024年度全市招商引资考核结果公示 指标5
        confirmed by: 市商务局、市财政局
        """, Line("city-investment-2024", "The first district of the notice has 2.78", "Z5"));

    // Seven projects are 70, of which 50 fit; the other two are credited elsewhere.
    [Fact]
    public void Seven_projects_of_a_chamber_out_of_town_are_fifty_and_twenty_more()
    {
        const string Case = "Seven projects earn twenty more, though one is recorded twice";
        Equal("""
            facts: 2012-02-01 project.settled ×1 = 1 at 10;
            2012-03-01 project.settled ×1 = 1 at 10;
            2012-04-01 project.settled ×1 = 1 at 10;
            2012-05-01 project.settled ×1 = 1 at 10;
            2012-06-01 project.settled ×1 = 1 at 10;
            2012-07-01 project.settled ×1 = 1 at 10;
            2012-07-09 project.settled ×1 SameKey;
            2012-08-01 project.settled ×1 = 1 at 10
            values:
            terms: 7 × 10 = 70
            cuts: Cap 70→50
            clause: 温州市在外温州商会考核 考核
            confirmed by: -
            """, Line("wenzhou-2012", Case, "W1"));
        Assert.Equal("W1: 1 × 20 = 20", Trace("wenzhou-2012", Case).Trace.Line("W1-more")!.Terms.Told());
    }

    // 14 months at one point each, never more than twelve; 50 − 5 − 5 − 12 = 28.
    [Fact]
    public void Fourteen_missed_tables_take_twelve_and_leave_28()
    {
        var (trace, ruleset, kinds) = Trace(
            "town-investment-sheet", "Half the task and nothing else is 50 less 5 less 5 less 12, though fourteen were missed");
        var missed = trace.Deductions.Single(d => d.Line.Deduction.Id == "D3");
        Equal("""
            facts: 2024-12 monthly-table.missed ×1 = 14 at -1
            terms: 14 × -1 = -14
            cuts: Cap -14→-12
            clause: 各镇（场）、县直单位招商引资绩效管理项目评分标准表 扣分项目第三项
            confirmed by: 县统计局
            total: Deductions 50→28
            """, $"""
            facts: {missed.Facts.Told()}
            terms: {missed.Terms.Told()}
            cuts: {missed.Cuts.Told()}
            clause: {Clause(ruleset, missed.Line.Deduction.Cite)}
            confirmed by: {Confirmers(kinds, missed.Line.Deduction.Counts.Select(c => c.Kind))}
            total: {trace.Total.Cuts.Told()}
            """);
    }

    // Nine goals are President's Distinguished; 19 members are fewer than 20, but five more than before save the second level.
    [Fact]
    public void Nineteen_members_and_five_more_bring_nine_goals_down_to_select()
    {
        var (trace, ruleset, _) = Trace(
            "distinguished-club", "Nine goals with 19 members and five more than before are Select Distinguished");
        var (fewer, saved) = (Limit("below-20"), Limit("below-20-and-5"));
        var lowered = trace.Grade!.Lowered.Select(l => $"{l.Limit} to {l.Ceiling}");
        Equal("""
            below-20: met [0] AtMost [0] True
            inside: members [19] AtLeast [20] False
            below-20-and-5: met [1] AtMost [0] False
            inside: members [19] AtLeast [20] False;
            growth [5] AtLeast [5] True
            clause: 俱乐部绩效看板：杰出俱乐部计划的目标和等级 Membership
            grade: president, below-25 to president, below-20 to select, so select
            """, $"""
            below-20: {fewer.Condition.Operands.Told()}
            inside: {fewer.Condition.Inside.SelectMany(c => c.Operands).Told()}
            below-20-and-5: {saved.Condition.Operands.Told()}
            inside: {saved.Condition.Inside.SelectMany(c => c.Operands).Told()}
            clause: {Clause(ruleset, saved.Line.Limit.Cite)}
            grade: {trace.Grade.ByPoints}, {string.Join(", ", lowered)}, so {trace.Grade.Grade}
            """);

        LimitTrace Limit(string id) => trace.Limits.Single(l => l.Line.Limit.Id == id);
    }

    private static string Line(string ruleset, string test, string indicator)
    {
        var (trace, rules, kinds) = Trace(ruleset, test);
        var line = trace.Line(indicator)!;
        return $"""
            facts: {line.Facts.Told()}
            values: {line.Values.Told()}
            terms: {line.Terms.Told()}
            cuts: {line.Cuts.Told()}
            clause: {Clause(rules, line.Line.Indicator.Cite)}
            confirmed by: {Confirmers(kinds, line.Line.Indicator.CountedKinds)}
            """;
    }

    private static (ScorecardTrace Trace, Ruleset Ruleset, KindCatalogue Kinds) Trace(string ruleset, string test)
    {
        var (rules, kinds, suite) = PublishedFiles.Load(ruleset);
        return (ShippedTraces.Of(rules, kinds, suite.Cases.Single(c => c.Name == test)), rules, kinds);
    }

    private static string Clause(Ruleset ruleset, Cite cite) =>
        $"{ruleset.Sources.Single(s => s.Id == cite.Source).Title.Zh} {cite.Clause}";

    private static string Confirmers(KindCatalogue kinds, IEnumerable<KindId> of) =>
        string.Join('、', of.Select(k => kinds[k].ConfirmedBy?.Zh ?? "-").Distinct().Order(StringComparer.Ordinal));

    private static void Equal(string expected, string told) =>
        Assert.Equal(Lines(expected), Lines(told.Replace("; ", ";\n", StringComparison.Ordinal)));

    private static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd());
}
