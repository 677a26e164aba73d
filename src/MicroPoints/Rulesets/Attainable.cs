namespace MicroPoints.Rulesets;

/// <summary>The most that a scoring function can give, before any cap; null where it has no bound.</summary>
public static class Attainable
{
    public static Points? Of(Indicator indicator, DateOnly day, Values values) => indicator.Score switch
    {
        Score.Flag score => values.PointsAt(score.Points, day),
        Score.Option score when indicator.Counts.Count == 1 => Best(score.Options, day, values),
        Score.FromFull score => values.PointsAt(score.Points, day),
        Score.InProportion score => values.PointsAt(score.Points, day),
        Score.ByTier score => score.Tiers.Select(t => values.PointsAt(t.Points, day)).DefaultIfEmpty().Max(),
        Score.Highest score => Best(score.Options, day, values),
        Score.AgainstPeers score => Points.Max(values.PointsAt(score.Points, day), values.PointsAt(score.Fallback, day)),
        Score.Checklist score => score.Items.Where(i => i.Points is not null)
            .Aggregate(score.Points is { } shared ? values.PointsAt(shared, day) : Points.Zero, (sum, i) =>
                sum + values.PointsAt(i.Points!.Value, day)),
        _ => null,
    };

    private static Points Best(IReadOnlyList<OptionPoints> options, DateOnly day, Values values) =>
        options.Select(o => values.PointsAt(o.Points, day)).DefaultIfEmpty().Max();
}
