using MicroPoints.Contracts;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Api;

/// <summary>Writes where chambers stand.</summary>
internal static class StandingsOut
{
    /// <summary>In order of place, those without one last.</summary>
    public static Scorecard[] InOrder(IEnumerable<Scorecard> cards) =>
        [.. cards.OrderBy(c => c.Places?.Scope ?? int.MaxValue).ThenBy(c => c.Id)];

    public static StandingRow Row(StandingsAnswer answer, Scorecard card) => Row(answer.Ruleset, card, answer.Names[card.Id]);

    public static StandingRow Row(Ruleset ruleset, Scorecard card, string name) => new(
        card.Id.Value, name, card.Chamber.Seat.Value, WireNumber.Of(card.Total),
        [.. card.Card.Categories.Select(c => new CategoryTotal(c.Category.Id, WireNumber.Of(c.Points)))], card.Places?.Scope,
        card.Places?.County, card.Grade, ScorecardOut.GradeTitle(ruleset, card.Grade), card.Class, card.BarredBy,
        Limits(card));

    public static string[]? Limits(Scorecard card) =>
        card.Limits.Any(l => l.IsMet) ? [.. card.Limits.Where(l => l.IsMet).Select(l => l.Limit.Id)] : null;
}
