using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Filters and weights of what is counted fit the kinds.</summary>
internal static class CountedCheck
{
    private static readonly string[] MoneyUnits = ["元", "万元", "亿元", "人民币", "yuan", "CNY", "RMB"];

    public static void Run(Check check)
    {
        foreach (var indicator in check.Ruleset.AllIndicators)
        {
            foreach (var counted in indicator.Counts) Filters(counted, check);
            if (indicator.Score is
                Score.PerCount or Score.PerQuantity or Score.ByTier or Score.AgainstPeers or Score.FromFull)
                foreach (var counted in indicator.Counts) Money(indicator, counted, check);
            else
                foreach (var counted in indicator.Counts) Weight(counted, indicator.Score, check);
        }
        foreach (var deduction in check.Ruleset.Deductions)
        {
            foreach (var counted in deduction.Counts) Filters(counted, check);
            if (deduction.ZeroesByKey) Keyed(deduction, check);
        }
    }

    private static void Filters(Counted counted, Check check)
    {
        if (check.Kind(counted.Kind) is not { } kind) return;
        if (counted.Key is not null && !kind.Keyed)
            check.Add(DiagnosticCodes.FilterMisfit, counted, ["key"], $"'{kind.Id}' has no keys", "Remove 'key'.");
        if (counted.Option is not { } option) return;
        if (Choices.Of(kind) is not { } choices)
            check.Add(DiagnosticCodes.FilterMisfit, counted, ["option"], $"'{kind.Id}' has no options",
                "Remove 'option'.");
        else if (!choices.Contains(option))
            check.Add(DiagnosticCodes.UnknownOption, counted, ["option"], $"'{kind.Id}' has no option '{option}'",
                Suggest.Among(option, choices));
    }

    private static void Weight(Counted counted, Score? score, Check check)
    {
        if (counted.Weight is null
            || score is null or Score.Option or Score.Highest or Score.OncePerKey or Score.Discretionary) return;
        check.Add(DiagnosticCodes.WeightUnused, counted, ["weight"],
            $"the weight of '{counted.Kind}' changes nothing in this scoring function",
            "Remove it, or use per-count, per-quantity, tier or option.");
    }

    private static void Money(Indicator indicator, Counted counted, Check check)
    {
        if (indicator.Score is Score.FromFull) return;
        if (check.Kind(counted.Kind) is { Measure: MeasureType.Quantity, Unit: { } unit } && MoneyUnits.Contains(unit))
            check.Add(DiagnosticCodes.GrowsWithMoney, counted, [],
                $"the points of '{indicator.Id}' grow with an amount of money ({unit})",
                "Count projects instead, so that nobody can buy points.");
    }

    private static void Keyed(Deduction deduction, Check check)
    {
        foreach (var counted in deduction.Counts)
            if (check.Kind(counted.Kind) is { Keyed: false } kind)
                check.Add(DiagnosticCodes.ZeroesWithoutKey, deduction, ["zeroes-indicators-counting"],
                    $"'{deduction.Id}' zeroes by key, but '{kind.Id}' has no keys",
                    "Count a keyed kind, or list the kinds to zero.");
    }
}

/// <summary>The choices of a kind that has any.</summary>
internal static class Choices
{
    public static IReadOnlyList<string>? Of(ActivityKind kind) => kind.Measure switch
    {
        MeasureType.Option => [.. kind.Options.Select(o => o.Id)],
        MeasureType.Flag => ["true", "false"],
        _ => null,
    };
}
