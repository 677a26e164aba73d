using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>A phrase with the kinds it counts as a scoring function of the model.</summary>
internal static class DraftScore
{
    public static Score Of(ScorePhrase phrase, Points? cap, IReadOnlyList<ActivityKind> kinds) => phrase switch
    {
        ScorePhrase.Flag s => new Score.Flag(N(s.Points ?? cap)),
        ScorePhrase.PerCount s => new Score.PerCount(N(s.Points)),
        ScorePhrase.PerPeriod s => new Score.PerPeriod(N(s.Points), s.Each),
        ScorePhrase.PerQuantity s => new Score.PerQuantity(N(s.Points), N(s.Every), s.Rounding),
        ScorePhrase.FromFull s => new Score.FromFull(N(s.Points ?? cap), N(s.Minus)),
        ScorePhrase.InProportion s => new Score.InProportion(N(s.Points ?? cap), Maybe(s.Participation)),
        ScorePhrase.Tiers s => new Score.ByTier([.. s.Steps.Select(t => new Tier(N(t.AtLeast), N(t.Points)))], Maybe(s.Participation)),
        ScorePhrase.Options s => Options(s, kinds),
        ScorePhrase.Discretionary s => new Score.Discretionary(N(s.From), N(s.To)),
        ScorePhrase.AgainstPeers s => new Score.AgainstPeers(N(s.Points ?? cap), N(s.Base ?? Points.Zero),
            N(s.Fallback ?? s.Base ?? Points.Zero)),
        ScorePhrase.Checklist s => new Score.Checklist([.. kinds.Select(k => new ChecklistItem(k.Id, null))], N(s.Points ?? cap)),
        ScorePhrase.Parts s => new Score.Checklist([.. kinds.Zip(s.Of, (k, o) => new ChecklistItem(k.Id, N(o.Points)))], null),
        _ => throw new InvariantException("what overflows has no score"),
    };

    /// <summary>The most it gives, where something bounds it.</summary>
    public static Points? Most(ScorePhrase phrase, Points? cap) => phrase switch
    {
        ScorePhrase.Flag s => s.Points ?? cap,
        ScorePhrase.FromFull s => s.Points ?? cap,
        ScorePhrase.InProportion s => s.Points ?? cap,
        ScorePhrase.Checklist s => s.Points ?? cap,
        ScorePhrase.AgainstPeers s => s.Points ?? cap,
        ScorePhrase.PerCount s => s.Most,
        ScorePhrase.Parts s => s.Of.Aggregate(Points.Zero, (sum, o) => sum + o.Points),
        ScorePhrase.Tiers s => s.Steps.Max(t => t.Points),
        ScorePhrase.PerPeriod s => new Points(s.Points.Hundredths * (s.Each == PeriodPart.Quarter ? 4 : 12)),
        ScorePhrase.Options { Way: OptionWay.State or OptionWay.Highest } s => s.Of.Max(o => o.Points),
        _ => null,
    };

    /// <summary>It needs to be told how many points are full.</summary>
    public static bool NeedsPoints(ScorePhrase phrase) =>
        phrase is ScorePhrase.Flag { Points: null } or ScorePhrase.FromFull { Points: null }
        or ScorePhrase.InProportion { Points: null } or ScorePhrase.Checklist { Points: null } or ScorePhrase.AgainstPeers { Points: null };

    private static Score Options(ScorePhrase.Options phrase, IReadOnlyList<ActivityKind> kinds)
    {
        var options = phrase.Of.Select(o => (Id: KindFit.OptionOf(kinds, o.Label), o.Points)).Where(o => o.Id is not null)
            .DistinctBy(o => o.Id).Select(o => new OptionPoints(o.Id!, N(o.Points))).ToList();
        return phrase.Way switch
        {
            OptionWay.Highest => new Score.Highest(options),
            OptionWay.OncePerKey => new Score.OncePerKey(options, phrase.AcrossPeriods),
            _ => new Score.Option(options),
        };
    }

    private static Number N(Points? points) => Number.Of(points ?? Points.Zero);
    private static Number? Maybe(Points? points) => points is { } given ? Number.Of(given) : null;
}
