using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Runtime.Demo;
using MicroPoints.Standings;

namespace MicroPoints.Runtime.Tests.Demo;

/// <summary>The invented county: its names, its size, and the year each chamber was given.</summary>
[Collection(DemoCollection.Name)]
public sealed class CountyDemoTests(DemoRuns runs)
{
    private const string
        Leader = "990101001", PartyDue = "990101003", Charged = "990101004", FewAnswered = "990101005",
        TiedA = "990101101", TiedB = "990101102",
        Projects = "990101103", Abnormal = "990101104", Late = "990101109", Silent = "990101110";

    private IReadOnlyDictionary<string, Scorecard> Cards => runs.County.Scorecards();

    [Fact]
    public void It_has_ten_towns_and_five_streets_of_a_county_that_no_province_has()
    {
        var chambers = runs.County.Plan.Chambers;
        Assert.Equal(10, chambers.Count(c => c.Kind == DemoChamber.Township));
        Assert.Equal(5, chambers.Count(c => c.Kind == DemoChamber.Street));
        Assert.All(chambers, c => Assert.StartsWith("990101", c.Seat.Value));
    }

    [Fact]
    public void No_real_place_bears_one_of_its_names()
    {
        var (firsts, real) = RealNames();
        foreach (var region in runs.County.Plan.Regions)
        {
            Assert.Contains(region.Name[0], firsts);
            Assert.DoesNotContain(region.Name, real);
        }
    }

    [Fact]
    public void Each_chamber_but_the_silent_one_has_forty_to_seventy_activities()
    {
        var counts = runs.County.Lines.Where(l => l is { Command: RecordActivity, Answer: Answer.Recorded })
            .GroupBy(l => l.Chamber.Value).ToDictionary(g => g.Key, g => g.Count());
        Assert.InRange(counts[Silent], 1, 5);
        counts.Remove(Silent);
        Assert.All(counts.Values, n => Assert.InRange(n, 40, 70));
    }

    [Fact]
    public void Most_are_good_some_fair_few_excellent_and_one_is_to_be_improved()
    {
        var grades = Cards.Values.GroupBy(c => c.Grade!).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(new Dictionary<string, int> { ["A"] = 2, ["B"] = 9, ["C"] = 3, ["D"] = 1 }, grades);
        Assert.Equal("D", Cards[Silent].Grade);
    }

    [Fact]
    public void The_leader_is_excellent_and_well_ahead()
    {
        var totals = Cards.Values.OrderByDescending(c => c.Total).Select(c => c.Total).ToList();
        Assert.Equal("A", Cards[Leader].Grade);
        Assert.Equal(Cards[Leader].Total, totals[0]);
        Assert.True(totals[0] - totals[1] > new Points(500));
    }

    [Theory]
    [InlineData(1ul)]
    [InlineData(2026ul)]
    public async Task Another_seed_leaves_every_chamber_its_points(ulong seed)
    {
        var other = (await DemoRun.Of(CountyDemo.Create(seed))).Scorecards();
        Assert.Equal(Cards.Values.Select(c => (c.Id, c.Total)), other.Values.Select(c => (c.Id, c.Total)));
    }

    [Fact]
    public void Two_chambers_share_a_place() => Assert.Equal(Cards[TiedA].Places!.Scope, Cards[TiedB].Places!.Scope);

    [Fact]
    public void A_due_Party_organisation_keeps_an_excellent_chamber_at_good()
    {
        Assert.Equal(("A", "B"), (Cards[PartyDue].GradeByPoints, Cards[PartyDue].Grade));
        Assert.Equal(["GL2"], Cards[PartyDue].Limits.Where(l => l.IsMet).Select(l => l.Limit.Id));
    }

    [Fact]
    public void A_survey_that_too_few_answered_credits_nothing() =>
        Assert.Equal(Points.Zero, PointsOf(FewAnswered, "M4"));

    [Fact]
    public void A_project_beyond_the_cap_credits_the_bonus()
    {
        Assert.Equal(new Points(500), PointsOf(Projects, "V1"));
        Assert.Equal(new Points(200), PointsOf(Projects, "J3"));
    }

    [Fact]
    public void A_fee_violation_is_deducted() =>
        Assert.Equal(new Points(-300), Cards[Charged].Card.Deductions.Single(d => d.Deduction.Id == "K1").Points);

    [Fact]
    public void The_abnormal_list_had_one_chamber_until_July()
    {
        var tally = runs.County.Tallies.Single(t => t.Id.Value == Abnormal).Tally;
        Assert.Equal("listed", On(new DateOnly(2026, 5, 1)));
        Assert.Equal("not-listed", On(new DateOnly(2026, 12, 31)));

        string? On(DateOnly day) =>
            new TallyReading(tally, Rules.Kinds, DemoPlan.Year, day).State(new KindId("abnormal.listed")).Choice;
    }

    [Fact]
    public void One_line_is_sent_twice_and_comes_back_as_existing() =>
        Assert.Single(runs.County.Lines, l => l.Answer is Answer.Exists);

    [Fact]
    public void Something_is_handed_in_months_after_it_happened() => Assert.Contains(
        runs.County.Lines.Where(l => l.Chamber.Value == Late).Select(l => l.Command).OfType<RecordActivity>(),
        a => a.Submitted > a.On.Last.AddMonths(2));

    private Points PointsOf(string chamber, string indicator) =>
        Cards[chamber].Card.Lines.Single(l => l.Indicator.Id == indicator).Points;

    private static (string Firsts, HashSet<string> Names) RealNames()
    {
        using var stream = typeof(CountyDemoTests).Assembly.GetManifestResourceStream("real-names.txt")!;
        var lines = new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (lines[1], [.. lines[2..]]);
    }
}
