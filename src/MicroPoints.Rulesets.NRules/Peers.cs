using MicroPoints.Rulesets.NRules.Facts;
using MicroPoints.Standings;
using NRules;

namespace MicroPoints.Rulesets.NRules;

/// <summary>The sessions that hold all chambers at once: what peers are compared with, places and quotas.</summary>
internal sealed class Peers(Ruleset ruleset, ISessionFactory rules)
{
    private readonly bool _compares = ruleset.Leaves.Any(i => i.Score is Score.AgainstPeers);
    private readonly bool _ranks = ruleset.Scale is not null || ruleset.Ranking.Count > 0;

    /// <summary>For each line that compares, what its peers lie between.</summary>
    public IReadOnlyList<Compared> Compare(IReadOnlyList<ChamberFacts> chambers)
    {
        if (!_compares) return [];
        var session = rules.CreateSession();
        session.InsertAll([new Roster(), .. chambers.Where(c => c.IsRanked).Select(c => new Peer(c))]);
        session.Fire();
        return [.. session.Query<Compared>()];
    }

    /// <summary>Gives places, then lowers grades by their quotas.</summary>
    public void Rank(IReadOnlyList<Draft> drafts)
    {
        var ranked = drafts.Where(d => d.IsRanked).ToDictionary(d => d.Id);
        if (!_ranks || ranked.Count == 0) return;
        var session = rules.CreateSession();
        session.InsertAll([.. ranked.Values.Select(d => new Contender(d.Chamber, [.. Steps(d)])),
            new GradesLeft(0, ranked.ToDictionary(d => d.Key, d => d.Value.Grade))]);
        session.Fire();
        var places = session.Query<RegionPlaces>().ToList().ToLookup(r => r.Level)
            .ToDictionary(r => r.Key, r => r.SelectMany(p => p.Order).ToDictionary(p => p.Contender.Id, p => p.Place));
        var grades = session.Query<GradesLeft>().ToList().MaxBy(g => g.Quotas)!.Grades;
        foreach (var (id, draft) in ranked)
        {
            draft.Places = new Places(places[Within.Scope][id], places[Within.Province][id], places[Within.City][id], places[Within.County][id]);
            draft.Grade = grades[id];
        }
    }

    /// <summary>Quotas on outcomes among those who are eligible.</summary>
    public void Draw(IReadOnlyList<Draft> drafts)
    {
        var ranked = drafts.Where(d => d.IsRanked).ToDictionary(d => d.Id);
        var candidates = ruleset.Outcomes.Where(o => o.Quota is not null).SelectMany(o => ranked.Values.Select(d => CandidateOf(o, d))).ToList();
        if (candidates.Count == 0) return;
        var session = rules.CreateSession();
        session.InsertAll(candidates);
        session.Fire();
        foreach (var drawn in session.Query<Drawn>().ToList())
            foreach (var (id, status) in drawn.Statuses) ranked[id].Take(drawn.Outcome, status);
    }

    private static Candidate CandidateOf(Outcome outcome, Draft draft)
    {
        var within = outcome.Quota!.Within;
        return new Candidate(outcome.Id, Contender.RegionOf(draft.Chamber, within), draft.Id, draft.Chamber.Reading.Day,
            draft.Outcomes.First(o => o.Outcome.Id == outcome.Id).IsEligible, draft.Places?.Within(within) ?? 1);
    }

    private IEnumerable<long> Steps(Draft draft)
    {
        if (ruleset.Ranking.Count == 0) return [draft.Card.Total.Hundredths];
        return ruleset.Ranking.Select(step => step.By switch
        {
            RankingBy.Total => draft.Card.Total.Hundredths,
            RankingBy.Category => draft.Card.Category(step.Id!)!.Points.Hundredths,
            RankingBy.Indicator => draft.Card.Line(step.Id!)!.Points.Hundredths,
            RankingBy.Attribute => Attribute(step, draft.Chamber) is { } value ? step.Ascending ? -value : value
                : step.MissingFirst ? long.MaxValue : long.MinValue,
            _ => throw new InvalidOperationException("unknown ranking step"),
        });
    }

    /// <summary>An attribute as a number: itself, a count of days, or its option's place in the list; null where it is none.</summary>
    private long? Attribute(RankingKey step, ChamberFacts chamber)
    {
        if (!chamber.Attributes.TryGetValue(step.Id!, out var text) || text is null) return null;
        var definition = ruleset.Attributes.Single(a => a.Id == step.Id);
        var place = definition.Options.TakeWhile(o => o != text).Count();
        return definition.Type switch
        {
            AttributeType.Number => Points.TryParse(text, out var number) ? number.Hundredths : null,
            AttributeType.Day => Calendar.TryParseDay(text, out var day) ? day.DayNumber : null,
            AttributeType.Option => place < definition.Options.Count ? place : null,
            _ => throw new InvalidOperationException("unknown attribute type"),
        };
    }
}
