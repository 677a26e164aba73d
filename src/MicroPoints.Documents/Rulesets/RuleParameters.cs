using MicroPoints.Rulesets;

namespace MicroPoints.Documents;

/// <summary>What a dated value is called on paper: the indicators that use it, for its own id says nothing to people.</summary>
internal static class RuleParameters
{
    public static string Name(RulesetSource source, Parameter parameter)
    {
        var users = source.Ruleset.AllIndicators.Where(i => Numbers(i).Any(n => n.Reference == parameter.Id))
            .Select(i => $"{i.Id} {i.Title.Zh}").ToList();
        return users.Count == 0 ? parameter.Id : string.Join("、", users)
            + (parameter.Unit is "points" or "" ? "（分值）" : $"（{parameter.Unit}）");
    }

    private static IEnumerable<Number> Numbers(Indicator line) =>
        (line.Score is { } score ? Numbers(score) : []).Concat(((Number?[])[line.Cap, line.Overflow?.Each]).OfType<Number>());

    private static IEnumerable<Number> Numbers(Score score) => score switch
    {
        Score.Flag s => [s.Points],
        Score.Option s => s.Options.Select(o => o.Points),
        Score.PerCount s => [s.Points],
        Score.PerPeriod s => [s.Points],
        Score.PerQuantity s => [s.Points, s.Every],
        Score.FromFull s => [s.Points, s.Minus],
        Score.InProportion s => [s.Points],
        Score.ByTier s => s.Tiers.SelectMany(t => (Number[])[t.AtLeast, t.Points]),
        Score.Highest s => s.Options.Select(o => o.Points),
        Score.OncePerKey s => s.Options.Select(o => o.Points),
        Score.Discretionary s => [s.From, s.To],
        Score.AgainstPeers s => [s.Points, s.Base, s.Fallback],
        Score.Checklist s => s.Items.Select(i => i.Points).Append(s.Points).OfType<Number>(),
        _ => throw new InvariantException("unknown scoring function"),
    };
}
