using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using static MicroPoints.Tests.Rules;

namespace MicroPoints.Tests.Properties;

/// <summary>What an activity is said to add is the scorecard with it minus the scorecard without it.</summary>
public sealed class CreditPropertyTests
{
    private static readonly Dictionary<string, SettingValue> NoSettings = [];
    private static readonly DateOnly Today = new(2027, 3, 10);

    private static readonly Ruleset Rules = Of(
        Line("M1", PerCount(0.5m), "visit", "case").Capped(3), Line("S", Tier(50, (80, 4), (40, 1)), "survey"),
        Line("V", OncePerKey(true, ("signed", 2), ("landed", 5)), "project").Capped(5).Into("J"), Line("J", null),
        Line("Q", new Score.PerPeriod(N(0.33m), PeriodPart.Month), "visit", "medal"),
        Line("F", new Score.Discretionary(N(0.5m), N(3)), "awarded").Capped(4),
        Group("G", 2, Line("G1", PerCount(1), "case"), Line("P", Options(("founded", 3)), "party"))) with
    {
        Deductions = [Deduct("K", -1, "money"), Deduct("Z", -2, "land") with { ZeroesKinds = [new KindId("visit")] },
            While("W", "party", "due", -3)],
    };

    [Fact]
    public void It_is_the_difference_of_two_scorecards_for_every_fact_of_every_ledger() => Seeds.ForEach(150, random =>
    {
        var ledger = SomeLedger.Of(random);
        foreach (var entry in ledger.Standing().Where(e => LedgerState.FactOf(e)!.On.Last <= Today))
        {
            var standing = new StandingFact(LedgerState.FactOf(entry)!, entry.Sequence);
            var whole = LedgerFold.At(ledger.Entries, AsOf.On(Today));
            var digest = whole.Digest();
            Assert.Equal(Expected(ledger, standing), Said(whole, standing, folded: true));
            Assert.Equal(digest, whole.Digest());

            whole.Remove(standing);
            Assert.Equal(Expected(ledger, standing), Said(whole, standing, folded: false));
        }
    });

    [Fact]
    public void An_award_out_of_bounds_is_named_although_it_adds_nothing()
    {
        var tally = new Tally();
        var award = new StandingFact(new Fact(new KindId("awarded"), Nature.Event, On.Parse("2027-01-05"), null,
            new Measured.Awarded(new Points(400)), null, null), 1);
        var line = Assert.Single(Scorer().Of(tally, award, folded: false, Today, _ => new Dictionary<string, string>()));
        Assert.Equal(("F", Points.Zero), (line.Line, line.Points));
        Assert.Contains(Because.OutOfBounds, line.Because);
    }

    private static StandingFact Award(long sequence, int hundredths) => new(new Fact(new KindId("awarded"), Nature.Event,
        On.Parse("2027-01-05"), null, new Measured.Awarded(new Points(hundredths)), null, null), sequence);

    [Fact]
    public void An_award_within_bounds_is_not_blamed_for_another_that_was_not()
    {
        var tally = new Tally();
        foreach (var before in (int[])[-100, 9900, 300]) tally.Add(Award(before, before));
        var line = Assert.Single(Scorer().Of(tally, Award(1, 100), folded: false, Today, _ => new Dictionary<string, string>()));
        Assert.Equal((new Points(100), new Points(100)), (line.Raw, line.Points));
        Assert.Empty(line.Because);
    }

    [Fact]
    public void An_award_that_a_cap_cuts_says_so_and_one_out_of_bounds_beside_it_does_not()
    {
        var tally = new Tally();
        foreach (var before in (int[])[9900, 300, 50]) tally.Add(Award(before, before));
        var none = new Dictionary<string, string>();
        var cut = Assert.Single(Scorer().Of(tally, Award(1, 100), folded: false, Today, _ => none));
        Assert.Equal([Because.CapReached], cut.Because);
        var outside = Assert.Single(Scorer().Of(tally, Award(1, 9900), folded: false, Today, _ => none));
        Assert.Equal([Because.OutOfBounds], outside.Because);
    }

    [Fact]
    public void Only_what_was_recorded_before_a_value_was_in_force_is_told_so()
    {
        var rules = Of(Line("M", new Score.PerCount(Ref("p")), "visit")) with { Parameters = [Parameter("p", ("2027-02-01", 1))] };
        var scorer = new CreditScorer(rules, new MicroPoints.Rulesets.Values(rules, NoSettings), Kinds.All);
        static StandingFact Visit(string on, long sequence) => new(new Fact(new KindId("visit"), Nature.Event, On.Parse(on), null,
            new Measured.Count(1), null, null), sequence);
        var tally = new Tally();
        tally.Add(Visit("2027-01-05", 1));
        var line = Assert.Single(scorer.Of(tally, Visit("2027-02-05", 2), folded: false, Today, _ => new Dictionary<string, string>()));
        Assert.Empty(line.Because);
    }

    [Fact]
    public void What_does_not_apply_adds_nothing_and_says_nothing()
    {
        var visit = new StandingFact(new Fact(new KindId("visit"), Nature.Event, On.Parse("2027-01-05"), null,
            new Measured.Count(1), null, null), 1);
        var lines = Scorer().Of(new Tally(), visit, folded: false, Today,
            _ => new Dictionary<string, string> { ["M1"] = "none", ["Q"] = "none" });
        Assert.DoesNotContain(lines, l => l.Points != Points.Zero);
    }

    private static CreditScorer Scorer() => new(Rules, new MicroPoints.Rulesets.Values(Rules, NoSettings), Kinds.All);

    private static List<string> Said(Tally tally, StandingFact fact, bool folded) =>
        [.. Scorer().Of(tally, fact, folded, Today, _ => new Dictionary<string, string>())
            .Where(l => !l.Because.Contains(Because.OutOfBounds) || l.Raw != Points.Zero)
            .Select(l => $"{l.Line} {l.Raw} {l.Points} {l.Cap}").Order()];

    private static List<string> Expected(LedgerState ledger, StandingFact fact)
    {
        var period = Period.Containing(fact.Fact.Nature == Nature.State ? Today : fact.Fact.On.Last, PeriodLength.Year);
        var (with, without) = (Card(ledger, null, period), Card(ledger, fact.Sequence, period));
        return
        [
            .. with.Lines.Zip(without.Lines).Where(p => !p.First.Indicator.IsGroup
                    && (p.First.Raw, p.First.Points, p.First.Counted) != (p.Second.Raw, p.Second.Points, p.Second.Counted))
                .Select(p => $"{p.First.Indicator.Id} {p.First.Raw - p.Second.Raw} {p.First.Points - p.Second.Points} {p.First.Cap}")
                .Concat(with.Deductions.Zip(without.Deductions)
                    .Where(p => (p.First.Points, p.First.Counted) != (p.Second.Points, p.Second.Counted))
                    .Select(p => $"{p.First.Deduction.Id} {p.First.Raw - p.Second.Raw} "
                        + $"{p.First.Points - p.Second.Points} {p.First.Cap}")).Order(),
        ];
    }

    private static PointsCard Card(LedgerState ledger, long? except, Period period)
    {
        var day = Today < period.LastDay ? Today : period.LastDay;
        var tally = LedgerFold.At([.. ledger.Entries.Where(e => e.Sequence != except)], AsOf.On(day));
        return new CardScorer(Rules, new MicroPoints.Rulesets.Values(Rules, NoSettings)).Score(
            new TallyReading(tally, Kinds.All, period, day), new Dictionary<string, string>(), _ => default);
    }
}
