using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>The functions that compare: with a target, with tiers, with peers.</summary>
internal sealed partial class RawTracer
{
    private TracedRaw InProportion(Indicator indicator, Score.InProportion score)
    {
        var (facts, latest) = Latest(indicator);
        if (latest is not { Measured.Percent: { } percent } fact) return new TracedRaw(facts, []);
        var reach = ReachOf(fact, percent, score.ParticipationAtLeast);
        if (reach.Answered < reach.AnsweredAtLeast) return TooFew(facts, reach);
        if (At(score.Points, ValuedOn(fact)) is not { } points)
            return new TracedRaw([.. facts.Select(f => f.Counts ? Out(f, LeftOut.NotInForce) : f)], []) { Reach = reach };
        var share = Fraction.Min(percent / Fraction.Whole(100), One);
        return new TracedRaw(facts, [TracedTerm.At(share, points)]) { Reach = reach };
    }

    private TracedRaw ByTier(Indicator indicator, Score.ByTier score)
    {
        if (!Scoring.IsPercent(indicator, reading))
        {
            var amounts = Amounts(indicator.Counts, true);
            var sum = Fraction.Max(Fraction.Zero, Sum(amounts.Where(f => f.Counts)));
            return Tiered(score, new TracedRaw(amounts, []) { Reach = new TracedReach(sum, null, null, null) }, reading.Day);
        }
        var (facts, latest) = Latest(indicator);
        if (latest is not { Measured.Percent: { } percent } fact) return new TracedRaw(facts, []);
        var reach = ReachOf(fact, percent, score.ParticipationAtLeast);
        return reach.Answered < reach.AnsweredAtLeast ? TooFew(facts, reach)
            : Tiered(score, new TracedRaw(facts, []) { Reach = reach }, ValuedOn(fact));
    }

    private TracedRaw Tiered(Score.ByTier score, TracedRaw raw, DateOnly pointsDay)
    {
        foreach (var tier in score.Tiers)
            if (values.FractionAt(tier.AtLeast, reading.Day) is var from && raw.Reach!.Reached >= from)
                return raw with
                {
                    Terms = [TracedTerm.At(One, values.PointsAt(tier.Points, pointsDay))],
                    Reach = raw.Reach with { From = from },
                };
        return raw;
    }

    private TracedRaw AgainstPeers(Indicator indicator, Score.AgainstPeers score, PeerStanding peers, int peerCount)
    {
        var (facts, own) = (new List<TracedFact>(), (Fraction?)null);
        if (Scoring.IsPercent(indicator, reading))
        {
            (facts, var latest) = Latest(indicator);
            own = latest?.Measured.Percent;
        }
        else
        {
            facts = Amounts(indicator.Counts, true);
            if (facts.Any(f => f.Counts)) own = Fraction.Max(Fraction.Zero, Sum(facts.Where(f => f.Counts)));
        }
        if (own is not { } reached) return new TracedRaw(facts, []);
        var comparison = new TracedComparison(reached, peers.IsPeer, peerCount, peers.Range?.Least, peers.Range?.Most);
        if (!peers.IsPeer || peers.Range is not { } range) return new TracedRaw(
            facts, [TracedTerm.At(One, values.PointsAt(score.Fallback, reading.Day))])
        { Comparison = comparison };
        var (full, least) = (values.FractionAt(score.Points, reading.Day), values.FractionAt(score.Base, reading.Day));
        var points = least + (full - least) * (reached - range.Least) / (range.Most - range.Least);
        return new TracedRaw(facts, [TracedTerm.At(points, OnePoint)]) { Comparison = comparison };
    }

    private static TracedRaw TooFew(IEnumerable<TracedFact> facts, TracedReach reach) =>
        new([.. facts.Select(f => f.Counts ? Out(f, LeftOut.TooFewAnswered) : f)], []) { Reach = reach };

    /// <summary>The latest rate or share decides, even where too few answered; all others are passed over.</summary>
    private (List<TracedFact> Facts, Fact? Latest) Latest(Indicator indicator)
    {
        var items = indicator.Counts.SelectMany(c => FactItems.Of(c, reading)).ToList();
        var latest = items.Where(i => i is { LeftOut: null, Kind.Measure: MeasureType.Rate or MeasureType.Share })
            .Select(i => i.Standing).Max();
        return ([.. items.Select(i => i.LeftOut is { } why ? i.Passed(why)
            : i.Kind.Measure is not (MeasureType.Rate or MeasureType.Share) ? i.Passed(LeftOut.NotValued)
            : ReferenceEquals(i.Standing, latest) ? i.Used(latest!.Fact.Measured.Percent ?? Fraction.Zero)
            : i.Passed(LeftOut.NotLatest))], latest?.Fact);
    }

    private TracedReach ReachOf(Fact fact, Fraction percent, Number? participation) => new(percent, fact.Measured.Participation,
        participation is { } least ? values.FractionAt(least, reading.Day) : null, null);

    private DateOnly ValuedOn(Fact fact) => fact.Nature == Nature.Event ? fact.On.Last : reading.Day;
}
