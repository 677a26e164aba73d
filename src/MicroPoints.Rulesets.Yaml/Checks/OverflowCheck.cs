using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>What a cap cuts off goes to an indicator that receives only overflows, and never comes back.</summary>
internal static class OverflowCheck
{
    public static void Run(Check check)
    {
        foreach (var indicator in check.Ruleset.AllIndicators)
        {
            if (indicator.Overflow is not { } overflow) continue;
            if (indicator.Cap is null && !check.Places.Has(indicator, "cap"))
                check.Add(DiagnosticCodes.OverflowWithoutCap, overflow, [],
                    $"'{indicator.Id}' has no cap, so nothing overflows", "Write 'cap', or remove 'overflow'.");
            Target(indicator, overflow, check);
        }
    }

    private static void Target(Indicator indicator, Overflow overflow, Check check)
    {
        if (!check.Names.Has(overflow.To, NameOf.Indicator))
        {
            check.Add(DiagnosticCodes.OverflowTarget, overflow, ["to"],
                $"'{indicator.Id}' overflows to '{overflow.To}', which is no indicator",
                Suggest.Among(overflow.To, check.Ruleset.AllIndicators.Where(i => Hinders(check, i) is null).Select(i => i.Id)));
            return;
        }
        var target = check.Ruleset.AllIndicators.FirstOrDefault(i => i.Id == overflow.To);
        if (ComesBack(indicator, check.Ruleset))
            check.Add(DiagnosticCodes.OverflowCycle, overflow, ["to"],
                $"what overflows from '{indicator.Id}' comes back to it",
                "Let it end at an indicator without overflow.");
        else if (target is not null
            && Hinders(check, target) is { } key)
            check.Add(DiagnosticCodes.OverflowTargetScored, overflow, ["to"],
                $"'{overflow.To}' receives an overflow and has '{key}'",
                $"Remove '{key}' there, or let it overflow to an indicator of its own.");
        else if (target?.Overflow is { } further)
            check.Add(DiagnosticCodes.OverflowTargetOverflows, overflow, ["to"],
                $"'{overflow.To}' receives an overflow and overflows to '{further.To}'",
                "Remove 'overflow' there: what a cap cuts off goes on once, and no further.");
    }

    /// <summary>What keeps an indicator from receiving an overflow; null where nothing does.</summary>
    private static string? Hinders(Check check, Indicator target) =>
        new[] { "counts", "score", "indicators" }.FirstOrDefault(k => check.Places.Has(target, k));

    private static bool ComesBack(Indicator indicator, Ruleset ruleset)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = indicator; at?.Overflow?.To is { } to && seen.Add(to);)
        {
            if (to == indicator.Id) return true;
            at = ruleset.AllIndicators.FirstOrDefault(i => i.Id == to);
        }
        return false;
    }
}
