using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Orders ranked chambers by the ruleset's steps. Equal chambers share a place, and the next place is skipped.</summary>
internal static class Ranking
{
    public static void Rank(IReadOnlyList<ScorecardDraft> drafts, Ruleset ruleset)
    {
        if (ruleset.Scale is null && ruleset.Ranking.Count == 0) return;
        IReadOnlyList<RankingKey> keys = ruleset.Ranking.Count > 0 ? ruleset.Ranking : [new RankingKey(RankingBy.Total)];
        var comparer = Comparer<ScorecardDraft>.Create((a, b) => Compare(a, b, keys, ruleset));
        var ranked = drafts.Where(d => d.IsRanked).Order(comparer).ToList();
        var (scope, province, city, county) = (Of(ranked, comparer, _ => ""), Of(ranked, comparer, Region(RegionLevel.Province)),
            Of(ranked, comparer, Region(RegionLevel.City)), Of(ranked, comparer, Region(RegionLevel.County)));
        foreach (var draft in ranked)
        {
            draft.Places = new Places(scope[draft], province[draft], city[draft], county[draft]);
            draft.Situation = draft.Situation with { Rank = draft.Places.Scope };
        }
    }

    public static Func<ScorecardDraft, string> Region(RegionLevel level) => d => d.Chamber.Seat.Enclosing(level).Value;

    private static Dictionary<ScorecardDraft, int> Of(
        IReadOnlyList<ScorecardDraft> ranked, IComparer<ScorecardDraft> comparer, Func<ScorecardDraft, string> group)
    {
        var places = new Dictionary<ScorecardDraft, int>();
        foreach (var members in ranked.GroupBy(group))
        {
            var (place, count, before) = (0, 0, default(ScorecardDraft));
            foreach (var draft in members)
            {
                count++;
                if (before is null || comparer.Compare(before, draft) != 0) place = count;
                places[draft] = place;
                before = draft;
            }
        }
        return places;
    }

    private static int Compare(ScorecardDraft a, ScorecardDraft b, IReadOnlyList<RankingKey> keys, Ruleset ruleset)
    {
        foreach (var key in keys)
        {
            var order = key.By switch
            {
                RankingBy.Total => b.Card.Total.CompareTo(a.Card.Total),
                RankingBy.Category => b.Card.Category(key.Id!)!.Points.CompareTo(a.Card.Category(key.Id!)!.Points),
                RankingBy.Indicator => b.Card.Line(key.Id!)!.Points.CompareTo(a.Card.Line(key.Id!)!.Points),
                RankingBy.Attribute => CompareAttribute(a, b, key, ruleset),
                _ => throw new InvalidOperationException("unknown ranking step"),
            };
            if (order != 0) return order;
        }
        return 0;
    }

    private static int CompareAttribute(ScorecardDraft a, ScorecardDraft b, RankingKey key, Ruleset ruleset) => CompareAttribute(
        ReadAttribute(ruleset, key.Id!, a.Chamber.Attributes), ReadAttribute(ruleset, key.Id!, b.Chamber.Attributes), key);

    public static int CompareAttribute(long? first, long? second, RankingKey key)
    {
        if (first is null || second is null)
            return first is null && second is null ? 0 : (first is null) == key.MissingFirst ? -1 : 1;
        return key.Ascending ? first.Value.CompareTo(second.Value) : second.Value.CompareTo(first.Value);
    }

    /// <summary>An attribute as a number to order by; null where it is missing or cannot be read.</summary>
    public static long? ReadAttribute(Ruleset ruleset, string id, IReadOnlyDictionary<string, string?> attributes)
    {
        if (attributes.GetValueOrDefault(id) is not { } text) return null;
        var definition = ruleset.Attributes.First(d => d.Id == id);
        return definition.Type switch
        {
            AttributeType.Number => Points.TryParse(text, out var number) ? number.Hundredths : null,
            AttributeType.Day => Calendar.TryParseDay(text, out var day) ? day.DayNumber : null,
            AttributeType.Option => definition.Options.ToList().IndexOf(text) is >= 0 and var at ? at : null,
            _ => throw new InvalidOperationException("unknown attribute type"),
        };
    }
}
