using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Runtime;

/// <summary>One chamber in a ranking: what its scorecard says, without the reasons.</summary>
/// <param name="Categories">Points in the order of the ruleset's categories.</param>
/// <param name="Limits">The limits that touch it.</param>
/// <param name="Outcomes">In the order of the ruleset's outcomes.</param>
public sealed record ListedStanding(
    ChamberId Id, string Name, RegionCode Seat, bool IsRanked, Points Total, IReadOnlyList<Points> Categories, string? Grade,
    string? Class, Places? Places, string? BarredBy, IReadOnlyList<string> Limits, IReadOnlyList<OutcomeStatus> Outcomes)
{
    /// <summary>Whether people would read the same of both: points, grade or class, and what keeps it out.</summary>
    public bool IsSame(ListedStanding other) =>
        (Total, Grade, Class, BarredBy) == (other.Total, other.Grade, other.Class, other.BarredBy);

    public static ListedStanding Of(Scorecard card, string name) => new(
        card.Id, name, card.Chamber.Seat, card.IsRanked, card.Total, [.. card.Card.Categories.Select(c => c.Points)], card.Grade,
        card.Class, card.Places, card.BarredBy, [.. card.Limits.Where(l => l.IsMet).Select(l => l.Limit.Id)],
        [.. card.Outcomes.Select(o => o.Status)]);

    public static ListedStanding Of(PointsRow row, Ruleset ruleset, string name) => new(
        row.Id, name, row.Seat, row.IsRanked, row.Total, [.. ruleset.Categories.Select((_, i) => row.Category(i))], row.Grade,
        row.Class, row.Places, row.BarredBy, [.. ruleset.Limits.Where((_, i) => row.IsLimited(i)).Select(l => l.Id)],
        [.. ruleset.Outcomes.Select((_, i) => row.Outcome(i))]);
}

/// <summary>All chambers of a scope with their places; a chamber's reasons are in its scorecard.</summary>
/// <param name="Rows">In order of id.</param>
/// <param name="FromColumns">Whether the period's columns answered, and not its ledgers; both say the same.</param>
/// <param name="Stamp">What stands on every output about these chambers; null for real data.</param>
public sealed record StandingsList(
    Ruleset Ruleset, Period Period, RegionCode Scope, AsOf At, IReadOnlyList<ListedStanding> Rows, string? Stamp, bool FromColumns)
{
    /// <summary>What a live list was worked out from; null for a round's, whose head says it all.</summary>
    public ListInputs? Inputs { get; init; }

    /// <summary>The smallest region that holds all its chambers; its scope where it has none.</summary>
    public RegionCode Extent => Rows.Count == 0 ? Scope
        : Rows[0].Seat.Upwards().FirstOrDefault(r => Rows.All(c => r.Contains(c.Seat)), Scope);

    /// <summary>By place in the scope, the unranked last.</summary>
    public IEnumerable<ListedStanding> InOrder => Ordered(Rows);

    /// <inheritdoc cref="InOrder"/>
    public static IEnumerable<ListedStanding> Ordered(IEnumerable<ListedStanding> rows) =>
        rows.OrderBy(r => r.Places?.Scope ?? int.MaxValue).ThenBy(r => r.Id);
}
