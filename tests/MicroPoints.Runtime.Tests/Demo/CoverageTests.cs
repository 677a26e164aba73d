using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Runtime.Demo;
using MicroPoints.Streams;

namespace MicroPoints.Runtime.Tests.Demo;

/// <summary>Coverage of small hand-made tallies.</summary>
public sealed class CoverageTests
{
    private static readonly DateOnly Day = new(2026, 12, 31);

    [Fact]
    public void A_percent_has_two_decimals_half_up() =>
        Assert.Equal([33.33m, 66.67m, 0.13m, 100m], [Percent(1, 3), Percent(2, 3), Percent(1, 800), Percent(3, 3)]);

    [Fact]
    public void Nothing_of_nothing_has_no_percent() => Assert.Null(Row("registered", 5).Percent);

    [Fact]
    public void A_place_that_two_chambers_serve_is_covered_once()
    {
        var row = Row("townships", 5, Chamber("a", "990101001", "990101002"), Chamber("b", "990101002"));
        Assert.Equal(2, row.Numerator);
    }

    [Fact]
    public void A_dissolved_chamber_covers_nothing()
    {
        var chamber = Chamber("a", "990101001");
        var gone = chamber with { Register = chamber.Register! with { EndedOn = Day } };
        Assert.Equal(0, Row("townships", 5, gone).Numerator);
    }

    [Fact]
    public void A_title_that_expired_is_none()
    {
        var title = State("four-good.recognised", "province");
        Assert.Equal(1, Titles(title));
        Assert.Equal(0, Titles(title with { Expires = Day }));

        static long Titles(Fact fact) => Row("four-good-province", 5, Chamber("a", "990101001").With(fact)).Numerator;
    }

    [Fact]
    public void Instructors_are_shared_among_chambers_without_an_organisation()
    {
        var row = Row("party-instructors", 5, Chamber("a", "990101001").With(State("party.coverage", "organisation")),
            Chamber("b", "990101002").With(State("party.coverage", "instructor")), Chamber("c", "990101003"));
        Assert.Equal((1, 2), (row.Numerator, row.Denominator));
    }

    [Fact]
    public void Two_halves_of_a_dispute_are_one_whole()
    {
        var half = Event("dispute.mediated", new Part(1, 2));
        var row = Row("disputes", 5, Chamber("a", "990101001").With(half), Chamber("b", "990101002").With(half));
        Assert.Equal((1, null), (row.Numerator, row.Denominator));
    }

    [Fact]
    public void Printed_figures_stand_beside_with_the_denominator_they_fit()
    {
        var rows = Coverage.Rows([], Rules.Kinds, 1253, Published.Guangxi);
        var printed = rows.Single(r => r.Id == "registered").Published!;
        Assert.Equal("47.49%", printed.Percent);
        Assert.Contains("937", printed.Note!.Zh);
    }

    private static decimal? Percent(int covered, int places) => Row(
        "townships", places, [.. Enumerable.Range(1, covered).Select(i => Chamber($"c{i}", $"990101{i:000}"))]).Percent;

    private static CoverageRow Row(string id, int places, params ChamberTallies[] chambers) =>
        Coverage.Rows(chambers, Rules.Kinds, places).Single(r => r.Id == id);

    private static ChamberTallies Chamber(string id, params string[] serves)
    {
        List<RegionCode> places = [.. serves.Select(s => new RegionCode(s))];
        var register = new Chamber(new ChamberId(id), id, "township", places[0], places, Founded: null);
        return new ChamberTallies(register.Id, register, Head.Empty, DemoPlan.Year, AsOf.On(Day), new Tally());
    }

    private static Fact State(string kind, string option) => new(new KindId(kind), Nature.State,
        On.Day(new DateOnly(2025, 5, 1)), null, new Measured.Option(option), null, null);

    private static Fact Event(string kind, Part part) => new(new KindId(kind), Nature.Event,
        On.Day(new DateOnly(2026, 5, 1)), null, new Measured.Count(1), null, part);
}

/// <summary>Puts facts into a tally.</summary>
internal static class TallyFacts
{
    public static ChamberTallies With(this ChamberTallies chamber, Fact fact)
    {
        chamber.Tally.Add(new StandingFact(fact, 1));
        return chamber;
    }
}
