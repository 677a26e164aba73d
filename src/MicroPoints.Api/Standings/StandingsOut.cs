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

    public static StandingRow Row(StandingsAnswer answer, Scorecard card) =>
        Row(answer.Ruleset, ListedStanding.Of(card, answer.Names[card.Id]));

    public static StandingRow Row(Ruleset ruleset, ListedStanding row) => new(
        row.Id.Value, row.Name, row.Seat.Value, WireNumber.Of(row.Total),
        [.. row.Categories.Select((points, i) => new CategoryTotal(ruleset.Categories[i].Id, WireNumber.Of(points)))],
        row.Places?.Scope, row.Places?.County, row.Grade, ScorecardOut.GradeTitle(ruleset, row.Grade), row.Class, row.BarredBy,
        row.Limits.Count > 0 ? row.Limits : null);

    public static string[]? Limits(Scorecard card) =>
        card.Limits.Any(l => l.IsMet) ? [.. card.Limits.Where(l => l.IsMet).Select(l => l.Limit.Id)] : null;
}
