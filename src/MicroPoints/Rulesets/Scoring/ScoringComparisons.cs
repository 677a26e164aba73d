using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Where a chamber stands among those it is compared with.</summary>
/// <param name="IsPeer">On the roster of the round, and the indicator applies to it.</param>
/// <param name="Range">The least and the most; null where fewer than three peers have facts or all are equal.</param>
public readonly record struct PeerStanding(bool IsPeer, PeerRange? Range);

/// <summary>The functions that compare: with a target, with tiers, with peers.</summary>
internal static partial class Scoring
{
    /// <summary>The latest rate or share decides, even where too few answered.</summary>
    private static Raw InProportion(Indicator indicator, Score.InProportion score, TallyReading reading, Values values)
    {
        if (LatestPercent(indicator, reading) is not { } latest) return Raw.Nothing;
        if (TooFewAnswered(latest, score.ParticipationAtLeast, reading, values)) return Raw.Of(latest.Percent,
            Points.Zero, Because.ParticipationTooLow);
        var share = Fraction.Min(latest.Percent / Fraction.Whole(100), Fraction.Whole(1));
        return values.At(score.Points, latest.Day) is { } points
            ? Raw.Of(latest.Percent, (share * new Fraction(points, 100)).ToPoints())
            : Raw.Of(latest.Percent, Points.Zero, Because.NotInForce);
    }

    private static Raw ByTier(Indicator indicator, Score.ByTier score, TallyReading reading, Values values)
    {
        if (!IsPercent(indicator, reading))
        {
            var amounts = Amounts.Of(indicator.Counts, reading, values).ToList();
            var sum = Fraction.Max(Fraction.Zero, amounts.Aggregate(Fraction.Zero, (total, a) => total + a.Size));
            return Tiered(score, sum, reading.Day, reading.Day, values, amounts.Count == 0);
        }
        if (LatestPercent(indicator, reading) is not { } latest) return Raw.Nothing;
        return TooFewAnswered(latest, score.ParticipationAtLeast, reading, values)
            ? Raw.Of(latest.Percent, Points.Zero, Because.ParticipationTooLow)
            : Tiered(score, latest.Percent, latest.Day, reading.Day, values, false);
    }

    private static Raw Tiered(Score.ByTier score, Fraction reached, DateOnly pointsDay, DateOnly readingDay, Values values, bool noFacts)
    {
        foreach (var tier in score.Tiers)
            if (reached >= values.FractionAt(tier.AtLeast, readingDay))
                return Raw.Of(reached, values.PointsAt(tier.Points, pointsDay));
        return Raw.Of(reached, Points.Zero, noFacts ? Because.NoFacts : Because.BelowLowestTier);
    }

    /// <summary>What a chamber is compared by; null where it has no facts.</summary>
    public static Fraction? ComparedBy(Indicator indicator, TallyReading reading, Values values)
    {
        if (IsPercent(indicator, reading)) return LatestPercent(indicator, reading)?.Percent;
        var amounts = Amounts.Of(indicator.Counts, reading, values).ToList();
        return amounts.Count == 0 ? null : Fraction.Max(Fraction.Zero, amounts.Aggregate(Fraction.Zero, (total, a) => total + a.Size));
    }

    private static Raw AgainstPeers(Indicator indicator, Score.AgainstPeers score, TallyReading reading, Values values, PeerStanding peers)
    {
        if (ComparedBy(indicator, reading, values) is not { } own) return Raw.Nothing;
        if (!peers.IsPeer || peers.Range is not { } range) return Raw.Of(own,
            values.PointsAt(score.Fallback, reading.Day), Because.Fallback);
        var (full, least) = (values.FractionAt(score.Points, reading.Day), values.FractionAt(score.Base, reading.Day));
        return Raw.Of(own, (least + (full - least) * (own - range.Least) / (range.Most - range.Least)).ToPoints());
    }

    private readonly record struct Latest(Fraction Percent, Fraction? Participation, DateOnly Day);

    /// <summary>Whether it is the latest percent that is compared, and no sum.</summary>
    public static bool IsPercent(Indicator indicator, TallyReading reading) =>
        indicator.Counts.Any(c => reading.Kinds[c.Kind].Measure is MeasureType.Rate or MeasureType.Share);

    private static Latest? LatestPercent(Indicator indicator, TallyReading reading)
    {
        var latest = indicator.Counts.Where(c => reading.Kinds[c.Kind].Measure is MeasureType.Rate or MeasureType.Share)
            .SelectMany(c => Amounts.Facts(c, reading)).Max();
        return latest?.Fact.Measured.Percent is { } percent
            ? new Latest(percent, latest.Fact.Measured.Participation, latest.Fact.Nature == Nature.Event
                ? latest.Fact.On.Last : reading.Day)
            : null;
    }

    private static bool TooFewAnswered(Latest latest, Number? atLeast, TallyReading reading, Values values) =>
        atLeast is { } required && latest.Participation is { } participation && participation < values.FractionAt(required, reading.Day);
}
