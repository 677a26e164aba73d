using MicroPoints.Contracts;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Api;

/// <summary>Writes what another ruleset would have done.</summary>
internal static class ImpactOut
{
    public static ImpactDetails Details(ImpactAnswer answer)
    {
        var impact = answer.Impact;
        return new ImpactDetails(impact.Before.Name, impact.After.Name, answer.Query.Scope.Value, answer.Query.Period.ToString(),
            answer.On, impact.Rising, impact.Falling, impact.ChangingGrade, impact.WinningOutcome, impact.LosingOutcome,
            [.. impact.Chambers.Select(c => new ImpactOnChamber(c.Chamber.Value,
                answer.Names.GetValueOrDefault(c.Chamber) ?? c.Chamber.Value, Place(c.Before), Place(c.After), c.Won, c.Lost))],
            [.. impact.Categories.Select(c => new ImpactOnCategory(c.Id, c.Title.Zh, Number(c.Before), Number(c.After)))],
            Spread(impact.SpreadBefore), Spread(impact.SpreadAfter), answer.HasData, answer.Recorded, answer.IsDatedBack,
            answer.Round?.Value, answer.Stamp);
    }

    private static ImpactPlace Place(ImpactSide side) => new(WireNumber.Of(side.Total), side.IsBarred, side.GradeId, side.Place);

    private static ImpactSpread Spread(PointsSpread spread) => new(spread.Ranked, WireNumber.Of(spread.Mean),
        WireNumber.Of(spread.Median), WireNumber.Of(spread.Least), WireNumber.Of(spread.Most),
        [.. spread.Grades.Select(g => new GradeCounted(g.Id, g.Title.Zh, g.Chambers))]);

    private static decimal? Number(Points? points) => points is { } some ? WireNumber.Of(some) : null;
}
