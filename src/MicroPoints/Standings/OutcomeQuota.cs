using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>The size of an outcome's quota, read back from finished scorecards.</summary>
public static class OutcomeQuota
{
    public static string RegionOf(Scorecard card, Quota quota) => quota.Within switch
    {
        Within.County => card.Chamber.Seat.Enclosing(RegionLevel.County).Value,
        Within.City => card.Chamber.Seat.Enclosing(RegionLevel.City).Value,
        Within.Province => card.Chamber.Seat.Enclosing(RegionLevel.Province).Value,
        Within.Scope => "the scope",
        _ => throw new InvalidOperationException("unknown level"),
    };

    /// <summary>How many places an outcome has among the ranked chambers of one region.</summary>
    public static int Size(IReadOnlyList<Scorecard> ranked, string outcome, Quota quota, Values values)
    {
        var eligible = ranked.Count(c => c.Outcomes.Any(o => o.Outcome.Id == outcome && o.IsEligible));
        return Quotas.Size(quota, eligible, ranked.Count, values, ranked[0].Chamber.Reading.Day);
    }
}
