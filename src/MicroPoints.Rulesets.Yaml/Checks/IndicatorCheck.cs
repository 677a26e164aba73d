namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Every indicator scores something it counts, holds others, or receives an overflow; points need a
/// scale.</summary>
internal static class IndicatorCheck
{
    public static void Run(Check check)
    {
        var targets = check.Ruleset.AllIndicators.Select(i => i.Overflow?.To)
            .OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var indicator in check.Ruleset.AllIndicators) Complete(indicator, targets, check);
        if (check.Ruleset.Scale is null && !check.Places.Has(check.Ruleset, "scale")) WithoutScale(check);
    }

    // What was written but could not be read was reported, so the file is asked and not the model.
    private static void Complete(Indicator indicator, HashSet<string> targets, Check check)
    {
        var counts = check.Places.Has(indicator, "counts");
        var score = check.Places.Has(indicator, "score");
        if (check.Places.Has(indicator, "indicators"))
        {
            foreach (var key in new[] { "counts", "score", "overflow" }.Where(k => check.Places.Has(indicator, k)))
                check.Add(DiagnosticCodes.GroupScored, indicator, [key], $"the group '{indicator.Id}' has '{key}'",
                    "Move it to an indicator inside, or remove it.");
            return;
        }
        if (targets.Contains(indicator.Id)) return;
        if (!score)
            check.Add(DiagnosticCodes.IndicatorIncomplete, indicator, [],
                $"'{indicator.Id}' has no score, and no overflow comes to it", "Write 'counts' and 'score'.");
        else if (!counts && indicator.Score is not (Score.Checklist or null))
            check.Add(DiagnosticCodes.IndicatorIncomplete, indicator, [], $"'{indicator.Id}' scores and counts nothing",
                "Write 'counts'.");
    }

    private static void WithoutScale(Check check)
    {
        var parts = new (string Key, IEnumerable<object> Lines)[]
        {
            ("categories", check.Ruleset.Categories),
            ("deductions", check.Ruleset.Deductions),
            ("grades", check.Ruleset.Grades),
        };
        foreach (var (key, lines) in parts)
            if (lines.Any())
                check.Add(DiagnosticCodes.PointsWithoutScale, check.Ruleset, [key],
                    $"the ruleset has {key} and no scale", "Write 'scale: { total: … }'.");
        var totals = check.Conditions.SelectMany(c => c.All)
            .OfType<Condition.Compare>().Where(c => c.Subject == Subject.Total);
        foreach (var compare in totals)
            check.Add(DiagnosticCodes.PointsWithoutScale, compare, [],
                "a condition reads the total of a ruleset without points", "Write 'scale', or ask something else.");
    }
}
