namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Caps, totals, tiers and grades can be reached. Nothing here is an error, and numbers that a region sets are
/// passed over.</summary>
internal static class ReachCheck
{
    private const long Hundred = 100 * 100;

    public static void Run(Check check)
    {
        var reach = new Reach(check);
        foreach (var category in check.Ruleset.Categories)
        {
            foreach (var indicator in category.Indicators.SelectMany(i => i.SelfAndBelow))
            {
                Cap(check, indicator, indicator.Id, indicator.Cap, reach.BeforeCap(indicator));
                if (indicator.Score is Score.ByTier tiers) Tiers(check, indicator, tiers);
            }
            Cap(check, category, category.Id, category.Cap, reach.BeforeCap(category));
        }
        Caps(check);
        if (check.Ruleset.Scale is { } scale && check.Ruleset.Categories.Count > 0) Attainable(check, scale, reach);
        Grades(check, reach);
    }

    private static void Cap(Check check, object part, string id, Number? cap, long? most)
    {
        if (cap is { Reference: null } given && most is { } reachable && given.Hundredths > reachable)
            check.Add(DiagnosticCodes.CapUnreachable, part, ["cap"],
                $"the cap {given} of '{id}' is above the {new Points(reachable)} that can be scored",
                $"Write {new Points(reachable)}, or let more be scored.");
    }

    /// <summary>Tiers of a percent; a sum has no bound.</summary>
    private static void Tiers(Check check, Indicator indicator, Score.ByTier score)
    {
        if (indicator.Counts.Count == 0 || !indicator.Counts.All(c => check.Kind(c.Kind) is
            { Measure: Activities.MeasureType.Rate or Activities.MeasureType.Share })) return;
        foreach (var tier in score.Tiers)
            if (check.ValuesOf(tier.AtLeast) is { Count: > 0 } values && tier.AtLeast.Reference is null
                && values.Min() > Hundred)
                check.Add(DiagnosticCodes.TierUnreachable, tier, ["at-least"],
                    $"a tier of '{indicator.Id}' begins at {tier.AtLeast} percent, and no percent is above 100",
                    "Let it begin at 100 or less, or remove the tier.");
    }

    private static void Caps(Check check)
    {
        if (check.Ruleset.Scale is not { Total.Reference: null } scale) return;
        var counted = check.Ruleset.Categories.Where(c => !c.Bonus).ToList();
        if (counted.Count == 0 || counted.Any(c => c.Cap is not { Reference: null })) return;
        var caps = counted.Sum(c => c.Cap!.Value.Hundredths);
        if (caps != scale.Total.Hundredths)
            check.Add(DiagnosticCodes.CapsAndTotal, scale, ["total"],
                $"the caps of the categories add up to {new Points(caps)}, the total is {scale.Total}",
                $"Write 'total: {new Points(caps)}', or let the caps add up to {scale.Total}.");
    }

    private static void Attainable(Check check, Scale scale, Reach reach)
    {
        var bonus = scale.BonusAtMost is { } most ? check.MostOf(most) : null;
        if (reach.Total is { } reachable)
            check.Add(DiagnosticCodes.AttainableMost, scale, ["total"],
                $"no chamber can have more than {new Points(reachable)}"
                    + (reach.WithoutBonus is { } plain ? $", {new Points(plain)} of it without bonus" : ""),
                "Nothing needs to be written; read grades and conditions against it.");
        if (reach.WithoutBonus is { } sum && scale.Total.Reference is null && sum < scale.Total.Hundredths)
            check.Add(DiagnosticCodes.TotalUnreachable, scale, ["total"],
                $"the total is {scale.Total}, and the categories give no more than {new Points(sum)}",
                $"Write 'total: {new Points(sum)}', or let more be scored.");
        if (bonus is { } limit && scale.BonusAtMost is { Reference: null } && reach.Bonus is { } given && given < limit)
            check.Add(DiagnosticCodes.BonusUnreachable, scale, ["bonus-at-most"],
                given == 0 && !check.Ruleset.Categories.Any(c => c.Bonus)
                    ? $"bonus-at-most is {new Points(limit)}, and no category is a bonus"
                    : $"bonus-at-most is {new Points(limit)}, and bonus categories give no more than {new Points(given)}",
                given == 0 ? "Remove 'bonus-at-most', or write 'bonus: true' in a category."
                    : $"Write 'bonus-at-most: {new Points(given)}', or let more be scored.");
        if (scale is { Total.Reference: null, FinalAtMost: { Reference: null } final }
            && (scale.BonusAtMost is null ? reach.Bonus : bonus) is { } on
            && final.Hundredths > Math.Max(scale.Total.Hundredths, reach.WithoutBonus ?? 0) + on)
            check.Add(DiagnosticCodes.FinalUnreachable, scale, ["final-at-most"],
                $"final-at-most is {final}, and total and bonus come to {new Points(scale.Total.Hundredths + on)}",
                $"Write 'final-at-most: {new Points(scale.Total.Hundredths + on)}'.");
    }

    private static void Grades(Check check, Reach reach)
    {
        if (check.Ruleset.Scale is not { } scale) return;
        var withBonus = scale.BonusAtMost is { } bonus ? check.MostOf(scale.Total) + check.MostOf(bonus)
            : check.Ruleset.Categories.Any(c => c.Bonus) ? null : check.MostOf(scale.Total);
        var final = scale.FinalAtMost is { } given ? check.MostOf(given) : null;
        if (new[] { withBonus, final, reach.Total }.Min() is not { } most) return;
        foreach (var grade in check.Ruleset.Grades)
            if (check.ValuesOf(grade.From) is { Count: > 0 } values && values.Min() > most)
                check.Add(DiagnosticCodes.GradeUnreachable, grade, ["from"],
                    $"grade '{grade.Id}' begins at {grade.From}, and no more than {new Points(most)} can be had",
                    $"Let it begin at {new Points(most)} or lower, or let more be scored.");
    }
}
