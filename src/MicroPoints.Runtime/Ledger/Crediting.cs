using System.Collections.Concurrent;
using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Says what activities add under every ruleset that counts for a chamber, by the rules adopted now.</summary>
public sealed class Crediting(Regions regions, RuleLibrary library, KindsInForce kinds, TimeProvider clock)
{
    private sealed record InForce(DateOnly Day, int Version, KindCatalogue Kinds, IReadOnlyList<CreditScorer> Scorers);

    private sealed record Made(KindCatalogue Kinds, Task<CreditScorer> Scorer);

    private readonly ConcurrentDictionary<RulesetAdopted, Made> _scorers = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<RegionCode, InForce> _inForce = [];

    /// <summary>The rules that count for a region today; worked out again once a region adopts something, or kinds are published.</summary>
    public ValueTask<IReadOnlyList<CreditScorer>> For(RegionCode region, CancellationToken cancel)
    {
        var (day, version) = (Calendar.DayOf(clock.GetUtcNow()), regions.Version);
        return _inForce.TryGetValue(region, out var known) && known.Day == day && known.Version == version
            && known.Kinds == kinds.Now
            ? new(known.Scorers)
            : Find(region, day, version, cancel);
    }

    /// <summary>What a fact adds to a chamber as its tally stands, over all its rulesets.</summary>
    public IReadOnlyList<CreditLine> Of(
        IReadOnlyList<CreditScorer> scorers, Chamber chamber, Tally tally, StandingFact fact, bool folded)
    {
        var today = Calendar.DayOf(clock.GetUtcNow());
        if (scorers is [var only]) return Lines(only);
        return [.. scorers.SelectMany(Lines)];

        IReadOnlyList<CreditLine> Lines(CreditScorer scorer) => scorer.Of(tally, fact, folded, today,
            period => regions.NotApplicable(scorer.Ruleset.Id, period, chamber.Id, chamber.Seat, AsOf.Everything));
    }

    private async ValueTask<IReadOnlyList<CreditScorer>> Find(
        RegionCode region, DateOnly day, int version, CancellationToken cancel)
    {
        var scorers = new List<CreditScorer>();
        var adoptions = regions.AdoptionsOf(region, AsOf.On(day));
        var known = kinds.Now;
        foreach (var adoption in adoptions) scorers.Add(await ScorerOf(adoption, known).WaitAsync(cancel));
        _inForce[region] = new InForce(day, version, known, scorers);
        return scorers;
    }

    private Task<CreditScorer> ScorerOf(RulesetAdopted adoption, KindCatalogue known)
    {
        var made = _scorers.GetOrAdd(adoption, a => new Made(known, Make(a, known)));
        // A store that could not answer once answers again.
        if (made.Kinds != known || made.Scorer.IsFaulted) _scorers[adoption] = made = new Made(known, Make(adoption, known));
        return made.Scorer;
    }

    private async Task<CreditScorer> Make(RulesetAdopted adoption, KindCatalogue known)
    {
        var (published, _) = await library.Get(adoption.Ruleset, adoption.Hash, known, CancellationToken.None);
        var ruleset = published.WithListsOf(adoption.Settings, known);
        return new CreditScorer(ruleset, new Values(ruleset, adoption.Settings), known);
    }
}
