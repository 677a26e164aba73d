using MicroPoints.Activities;

namespace MicroPoints.Rulesets.NRules.Scoring;

/// <summary>The functions that measure against a target, tiers or peers.</summary>
internal sealed partial class Scorer
{
    /// <summary>What peers are compared by; null without facts.</summary>
    public Fraction? Compared
    {
        get
        {
            if (CountsPercents) return Latest?.Fact.Measured.Percent;
            var all = All.ToList();
            return all.Count == 0 ? null : SumOf(all);
        }
    }

    private bool CountsPercents => indicator.Counts.Any(MeasuresPercent);

    /// <summary>The latest rate or share decides, the higher sequence where two are of one day.</summary>
    private StandingFact? Latest =>
        indicator.Counts.Where(MeasuresPercent).SelectMany(things.Facts).OrderDescending().FirstOrDefault();

    private bool MeasuresPercent(Counted counted) => things.Kind(counted).Measure is MeasureType.Rate or MeasureType.Share;

    private Worth InProportion(Score.InProportion by)
    {
        if (Latest is not { } latest) return Worth.None();
        var percent = latest.Fact.Measured.Percent!.Value;
        if (IsTooFew(latest, by.ParticipationAtLeast)) return Worth.Of(percent, Points.Zero, Because.ParticipationTooLow);
        if (_values.At(by.Points, DayOf(latest)) is not { } full) return Worth.Of(percent, Points.Zero, Because.NotInForce);
        var counted = percent > Fraction.Whole(100) ? Fraction.Whole(100) : percent;
        return Worth.Of(percent, (counted * new Fraction(full, 100 * 100)).ToPoints());
    }

    private Worth ByTier(Score.ByTier by)
    {
        if (CountsPercents)
        {
            if (Latest is not { } latest) return Worth.None();
            var percent = latest.Fact.Measured.Percent!.Value;
            return IsTooFew(latest, by.ParticipationAtLeast)
                ? Worth.Of(percent, Points.Zero, Because.ParticipationTooLow)
                : Reached(by, percent, DayOf(latest), Because.BelowLowestTier);
        }
        var all = All.ToList();
        return Reached(by, SumOf(all), Day, all.Count == 0 ? Because.NoFacts : Because.BelowLowestTier);
    }

    private Worth Reached(Score.ByTier by, Fraction amount, DateOnly valued, Because otherwise)
    {
        var tier = by.Tiers.FirstOrDefault(t => amount >= _values.FractionAt(t.AtLeast, Day));
        return tier is null ? Worth.Of(amount, Points.Zero, otherwise) : Worth.Of(amount, _values.PointsAt(tier.Points, valued));
    }

    private Worth AgainstPeers(Score.AgainstPeers by, Spread? spread)
    {
        if (Compared is not { } own) return Worth.None();
        if (spread is not { } among) return Worth.Of(own, _values.PointsAt(by.Fallback, Day), Because.Fallback);
        var (most, least) = (_values.FractionAt(by.Points, Day), _values.FractionAt(by.Base, Day));
        var share = (own - among.Least) / (among.Most - among.Least);
        return Worth.Of(own, (least + share * (most - least)).ToPoints());
    }

    private bool IsTooFew(StandingFact latest, Number? atLeast) => atLeast is { } required
        && latest.Fact.Measured.Participation is { } answered && answered < _values.FractionAt(required, Day);

    /// <summary>An event is valued on its day, a state on the reading day.</summary>
    private DateOnly DayOf(StandingFact standing) => standing.Fact.Nature == Nature.Event ? standing.Fact.On.Last : Day;

    private static Fraction SumOf(IEnumerable<Thing> all) => Fraction.Max(Fraction.Zero, Tariff.Sum(all));
}
