using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Applies quotas on grades, highest first. A group tied on the line stays; who drops counts for the next grade's quota.</summary>
internal static class GradeQuotas
{
    public static void Apply(IReadOnlyList<ScorecardDraft> drafts, Ruleset ruleset, Values values)
    {
        var ranked = drafts.Where(d => d.IsRanked && d.Places is not null).ToList();
        for (var i = 0; i < ruleset.Grades.Count - 1; i++)
        {
            var grade = ruleset.Grades[i];
            if (grade.Quota is not { } quota) continue;
            foreach (var region in ranked.GroupBy(d => Quotas.RegionOf(d, quota.Within)).ToList())
            {
                var holders = region.Where(d => d.Grade == grade.Id).OrderBy(d => d.Places!.Within(quota.Within)).ToList();
                if (holders.Count == 0) continue;
                var size = Quotas.Size(quota, holders.Count, region.Count(), values, holders[0].Chamber.Reading.Day);
                var line = Quotas.LinePlace([.. holders.Select(d => d.Places!.Within(quota.Within))], size);
                foreach (var dropped in holders.Where(d => d.Places!.Within(quota.Within) > line)) dropped.Grade = ruleset.Grades[i + 1].Id;
            }
        }
    }
}
