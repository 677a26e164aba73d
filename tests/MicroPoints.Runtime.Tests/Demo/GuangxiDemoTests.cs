using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Runtime.Demo;

namespace MicroPoints.Runtime.Tests.Demo;

/// <summary>The province at published counts: exact where counts were published, plausible elsewhere.</summary>
[Collection(DemoCollection.Name)]
public sealed class GuangxiDemoTests(DemoRuns runs)
{
    private IReadOnlyDictionary<string, CoverageRow> Rows => Coverage
        .Rows(runs.Guangxi.Tallies, Rules.Kinds, runs.Guangxi.Plan.Places, Published.Guangxi).ToDictionary(r => r.Id);

    [Theory]
    [InlineData("townships", 1123, 1253, "89.62")]
    [InlineData("registered", 445, 1123, "39.63")]
    [InlineData("party-organisations", 433, 1123, "38.56")]
    [InlineData("party-instructors", 407, 690, "58.99")]
    [InlineData("star-organisations", 105, 433, "24.25")]
    [InlineData("four-good-province", 249, 1123, "22.17")]
    [InlineData("four-good-national", 20, 1123, "1.78")]
    [InlineData("integrity-pioneers", 45, 1123, "4.01")]
    [InlineData("mediation-bodies", 962, 1123, "85.66")]
    public void The_ledgers_hold_the_published_counts(string id, long numerator, long denominator, string percent)
    {
        Assert.Equal((numerator, denominator), (Rows[id].Numerator, Rows[id].Denominator));
        Assert.Equal(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), Rows[id].Percent);
    }

    [Fact]
    public void Disputes_of_all_years_are_a_little_over_forty_thousand() =>
        Assert.Equal((40_260, null), (Rows["disputes"].Numerator, Rows["disputes"].Denominator));

    [Fact]
    public void Only_mediation_bodies_settle_disputes() => Assert.All(
        runs.Guangxi.Tallies.Where(t => t.Tally.Sums(new KindId("dispute.mediated")).Any()),
        t => Assert.Single(t.Tally.Cells(new KindId("mediation.established"))));

    [Fact]
    public void Chambers_bear_the_codes_of_real_places_and_no_real_name()
    {
        var chambers = runs.Guangxi.Plan.Chambers;
        Assert.Equal(1123, chambers.Select(c => c.Seat).Distinct().Count());
        Assert.All(chambers, c => Assert.Equal((c.Seat.Value, $"样例商会-{c.Seat}"), (c.Id.Value, c.Name)));
        Assert.All(chambers, c => Assert.Equal(c.Seat.Value[6] == '0' ? "street" : "township", c.Kind));
    }

    [Fact]
    public void There_are_about_two_hundred_activities_a_chamber() =>
        Assert.InRange(runs.Guangxi.Recorded.Count(), 1123 * 195, 1123 * 205);

    [Fact]
    public void Every_kind_that_micro_points_counts_is_there()
    {
        var recorded = runs.Guangxi.Recorded.Select(a => a.Kind).ToHashSet();
        Assert.Superset(Rules.Counted.ToHashSet(), recorded);
    }

    [Fact]
    public void One_or_two_in_a_hundred_are_late_sent_twice_or_taken_back()
    {
        var activities = runs.Guangxi.Recorded.Count();
        Assert.InRange(runs.Guangxi.Recorded.Count(a => a.Submitted > a.On.Last), activities / 100, activities / 50);
        Assert.InRange(runs.Guangxi.Lines.Count(l => l.Answer is Answer.Exists), activities / 100, activities / 50);
        Assert.InRange(runs.Guangxi.Lines.Count(l => l.Command is ReverseActivity), activities / 100, activities / 50);
    }

    [Fact]
    public void Most_are_good_or_fair_some_excellent_some_to_be_improved()
    {
        var grades = runs.Guangxi.Scorecards().Values.GroupBy(c => c.Grade!).ToDictionary(g => g.Key, g => g.Count());
        Assert.InRange(grades["A"], 60, 140);
        Assert.InRange(grades["B"], 450, 620);
        Assert.InRange(grades["C"], 230, 400);
        Assert.InRange(grades["D"], 100, 220);
    }
}
