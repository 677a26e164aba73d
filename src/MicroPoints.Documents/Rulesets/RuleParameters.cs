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
        (line.Score?.Numbers ?? []).Concat(((Number?[])[line.Cap, line.Overflow?.Each]).OfType<Number>());
}
