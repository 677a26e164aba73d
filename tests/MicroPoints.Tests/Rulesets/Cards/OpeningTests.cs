using MicroPoints.Rulesets;

namespace MicroPoints.Tests.Rulesets;

/// <summary>Where more can be credited.</summary>
public sealed class OpeningTests
{
    private static readonly Category Whole = Rules.Category("C", 10, Rules.Line("M1", Rules.PerCount(1), "visit"));

    private static ScoreLine Line(decimal points, decimal? cap, bool advice = true, params Because[] because) => new(
        Whole.Indicators[0] with { Advice = advice },
        "C", 0, Fraction.Zero, P(points), cap is { } most ? P(most) : null, P(points), because);

    private static CategoryLine Of(decimal points, decimal? cap, bool applies = true) =>
        new(Whole, P(points), null, cap is { } most ? P(most) : null, P(points), applies, []);

    private static Points P(decimal points) => new((long)(points * 100));

    [Theory]
    [InlineData(1, 5, 9, 10, "1.00")]
    [InlineData(1, 5, 2, 10, "4.00")]
    [InlineData(1, 5, 2, null, "4.00")]
    [InlineData(1, null, 9.5, 10, "0.50")]
    public void The_line_and_its_category_bound_what_is_left(double points, int? cap, double sum, int? categoryCap, string room) =>
        Assert.Equal(room, Opening.Of(Line((decimal)points, cap), Of((decimal)sum, categoryCap))!.Room!.Value.ToFixed());

    [Fact]
    public void Without_a_cap_there_is_always_room() => Assert.Null(Opening.Of(Line(1, null), Of(1, null))!.Room);

    [Fact]
    public void Nothing_is_left_at_a_cap_where_it_does_not_apply_and_where_rules_forbid_to_name_it()
    {
        Assert.Null(Opening.Of(Line(5, 5), Of(5, 10)));
        Assert.Null(Opening.Of(Line(1, 5), Of(10, 10)));
        Assert.Null(Opening.Of(Line(1, 5), Of(1, 10, applies: false)));
        Assert.Null(Opening.Of(Line(1, 5, advice: false), Of(1, 10)));
        Assert.Null(Opening.Of(Line(0, 5, true, Because.SwitchedOff), Of(1, 10)));
    }
}
