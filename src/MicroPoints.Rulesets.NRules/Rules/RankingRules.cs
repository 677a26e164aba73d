using MicroPoints.Rulesets.NRules.Facts;
using MicroPoints.Standings;
using NRules.RuleModel;

namespace MicroPoints.Rulesets.NRules.Rules;

/// <summary>The rules for places at every level, for quotas on grades and for quotas on outcomes.</summary>
internal sealed class RankingRules(Ruleset ruleset, Values values)
{
    public IEnumerable<IRuleDefinition> All()
    {
        foreach (var level in Enum.GetValues<Within>())
            yield return new Rule($"places in the {level}").WhenGrouped<Contender>("region", one => true, one => one.RegionOf(level))
                .Then((IGrouping<string, Contender> region) => Place(level, region));
        var quotas = 0;
        for (var i = 0; i < ruleset.Grades.Count - 1; i++)
        {
            if (ruleset.Grades[i].Quota is not { } quota) continue;
            var (grade, next, before, within) = (ruleset.Grades[i].Id, ruleset.Grades[i + 1].Id, quotas++, quota.Within);
            yield return new Rule($"quota of grade {grade}").After(1).When<GradesLeft>(left => left.Quotas == before)
                .WhenGathered<RegionPlaces>("regions", region => region.Level == within)
                .Then((GradesLeft left, IEnumerable<RegionPlaces> regions) => Lower(left, regions, quota, grade, next));
        }
        foreach (var outcome in ruleset.Outcomes)
        {
            if (outcome.Quota is null) continue;
            var id = outcome.Id;
            yield return new Rule($"quota of outcome {id}").WhenGrouped<Candidate>("region", one => one.Outcome == id, one => one.Region)
                .Then((IGrouping<string, Candidate> region) => Draw(outcome, region.ToList()));
        }
    }

    /// <summary>Equal chambers share a place, and the next place is skipped: one more than all who are before.</summary>
    private static RegionPlaces Place(Within level, IEnumerable<Contender> region)
    {
        var order = region.OrderBy(c => c, Comparer<Contender>.Create(Before)).ThenBy(c => c.Id).ToList();
        var places = new List<(Contender, int Place)>();
        for (var i = 0; i < order.Count; i++)
            places.Add((order[i], i > 0 && Before(order[i - 1], order[i]) == 0 ? places[i - 1].Place : i + 1));
        return new RegionPlaces(level, places);
    }

    private static int Before(Contender one, Contender other) =>
        one.Steps.Zip(other.Steps, (a, b) => b.CompareTo(a)).FirstOrDefault(order => order != 0);

    /// <summary>Who stands past the line goes down one grade; a group tied on it stays.</summary>
    private GradesLeft Lower(GradesLeft left, IEnumerable<RegionPlaces> regions, Quota quota, string grade, string next)
    {
        var grades = new Dictionary<ChamberId, string?>(left.Grades);
        foreach (var region in regions)
        {
            var holders = region.Order.Where(p => left.Grades[p.Contender.Id] == grade).ToList();
            if (holders.Count == 0) continue;
            var size = QuotaSize.Of(quota, holders.Count, region.Order.Count, values, holders[0].Contender.Chamber.Reading.Day);
            var line = QuotaSize.Line([.. holders.Select(h => h.Place)], size);
            foreach (var (contender, place) in holders)
                if (place > line) grades[contender.Id] = next;
        }
        return new GradesLeft(left.Quotas + 1, grades);
    }

    private Drawn Draw(Outcome outcome, List<Candidate> region)
    {
        var eligible = region.Where(c => c.IsEligible).OrderBy(c => c.Place).ThenBy(c => c.Id).ToList();
        if (eligible.Count == 0) return new Drawn(outcome.Id, new Dictionary<ChamberId, OutcomeStatus>());
        var size = QuotaSize.Of(outcome.Quota!, eligible.Count, region.Count, values, eligible[0].Day);
        var line = QuotaSize.Line([.. eligible.Select(c => c.Place)], size);
        var onLine = eligible.Count(c => c.Place <= line) <= size ? OutcomeStatus.Proposed : outcome.Ties switch
        {
            Ties.ExpandQuota => OutcomeStatus.Proposed,
            Ties.Exclude => OutcomeStatus.PastQuota,
            Ties.Meeting => OutcomeStatus.TiedOnLine,
            _ => throw new InvalidOperationException("unknown tie rule"),
        };
        return new Drawn(outcome.Id, eligible.ToDictionary(c => c.Id, c => c.Place.CompareTo(line) switch
        {
            < 0 => OutcomeStatus.Proposed,
            0 => onLine,
            _ => OutcomeStatus.PastQuota,
        }));
    }
}
