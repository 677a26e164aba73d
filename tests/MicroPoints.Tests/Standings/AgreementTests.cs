using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Standings;

/// <summary>Two scorecards agree only where every field of them does, down to the sentences.</summary>
public sealed class AgreementTests
{
    private static readonly Scorecard Card = Given(Visits(3, "2026-02-01"), Case("K", "2026-03-01")).Under(
        Of(Line("M1", PerCount(0.5m), "visit").Capped(1)) with
        {
            Deductions = [Deduct("K1", -0.1m, "case")],
            Limits = [Limit("L1", new Condition.All([State("party", "due"), State("dishonesty", "listed")]))],
            Grades = Grades,
            Outcomes = [Outcome("award", new Condition.GradeAtLeast("C"))],
        })[null];

    private static readonly Title Other = new("另一句", "another sentence");

    public static TheoryData<string, Func<Scorecard, Scorecard>> Changes => new()
    {
        { "GradeByPoints", c => c with { GradeByPoints = "A" } },
        { "Grade", c => c with { Grade = null } },
        { "Class", c => c with { Class = "K" } },
        { "BarredBy", c => c with { BarredBy = "L1" } },
        { "ClassError", c => c with { ClassError = c.Limits[0].Finding } },
        { "Places.County", c => c with { Places = c.Places! with { County = 2 } } },
        { "Card.Total", c => c with { Card = c.Card with { Total = P(9) } } },
        { "Card.Rescale", c => c with { Card = c.Card with { Rescale = Fraction.Whole(2) } } },
        { "Card.Lines[M1].Counted", c => WithLine(c, l => l with { Counted = new Fraction(31, 10) }) },
        { "Card.Lines[M1].Because[0]", c => WithLine(c, l => l with { Because = [Because.Zeroed] }) },
        { "Card.Lines[M1].Because.Count", c => WithLine(c, l => l with { Because = [.. l.Because, Because.Zeroed] }) },
        { "Card.Lines[M1].Note", c => WithLine(c, l => l with { Note = "why" }) },
        { "Card.Categories[C].Cap", c => c with { Card = c.Card with { Categories = [c.Card.Categories[0] with { Cap = P(1) }] } } },
        { "Card.Deductions[K1].Raw", c => c with
            { Card = c.Card with { Deductions = [c.Card.Deductions[0] with { Raw = P(-1) }] } } },
        { "Limits[L1].IsOn", c => c with { Limits = [c.Limits[0] with { IsOn = false }] } },
        { "Limits[L1].Finding.Inside[1].Sentence.Zh", c => c with
            { Limits = [c.Limits[0] with { Finding = Reworded(c.Limits[0].Finding) }] } },
        { "Outcomes[award].Finding.Sentence.Zh", c => c with
            { Outcomes = [c.Outcomes[0] with { Finding = c.Outcomes[0].Finding! with { Sentence = Other } }] } },
        { "Outcomes[award].Status", c => c with { Outcomes = [c.Outcomes[0] with { Status = OutcomeStatus.Proposed }] } },
        { "Outcomes.Count", c => c with { Outcomes = [] } },
        { "Chamber.NotApplicable[M1]", c => c with
            { Chamber = c.Chamber with { NotApplicable = new Dictionary<string, string> { ["M1"] = "quiet" } } } },
    };

    [Fact]
    public void What_is_computed_twice_agrees() => Assert.Null(Agreement.FirstDifference([Card], [Card with
    {
        Card = Card.Card with { Lines = [.. Card.Card.Lines.Select(l => l with { Because = [.. l.Because] })] },
        Places = Card.Places! with { },
    }]));

    [Theory, MemberData(nameof(Changes))]
    public void A_change_of_anything_is_found_and_named(string where, Func<Scorecard, Scorecard> change) =>
        Assert.Equal(where, Agreement.FirstDifference([Card], [change(Card)])?.Where);

    [Fact]
    public void A_fraction_written_otherwise_is_the_same_number() => Assert.Null(Agreement.FirstDifference(
        [WithLine(Card, l => l with { Counted = new Fraction(3, 1) })], [WithLine(Card, l => l with { Counted = new Fraction(6, 2) })]));

    private static Scorecard WithLine(Scorecard card, Func<ScoreLine, ScoreLine> change) =>
        card with { Card = card.Card with { Lines = [change(card.Card.Lines[0])] } };

    private static Finding Reworded(Finding all) => all with { Inside = [all.Inside[0], all.Inside[1] with { Sentence = Other }] };
}
