namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Caps, grades and totals can be reached. Everything here is a warning, and numbers that a region sets are
/// passed over.</summary>
internal static class ReachCheck
{
    public static void Run(Check check)
    {
        foreach (var category in check.Ruleset.Categories)
        {
            foreach (var indicator in category.Indicators.SelectMany(i => i.SelfAndBelow))
                Cap(check, indicator, indicator.Id, indicator.Cap,
                    indicator.IsGroup ? Sum(check, indicator.Indicators) : Raw(check, indicator));
            Cap(check, category, category.Id, category.Cap, Sum(check, category.Indicators));
        }
        Total(check);
        Grades(check);
    }

    private static void Cap(Check check, object part, string id, Number? cap, long? most)
    {
        if (cap is { Reference: null } given && most is { } reachable && given.Hundredths > reachable)
            check.Add(DiagnosticCodes.CapUnreachable, part, ["cap"],
                $"the cap {given} of '{id}' is above the {new Points(reachable)} that can be scored",
                $"Write {new Points(reachable)}, or let more be scored.");
    }

    /// <summary>The most that indicators credit together; null where one has no bound.</summary>
    private static long? Sum(Check check, IReadOnlyList<Indicator> indicators)
    {
        long sum = 0;
        foreach (var indicator in indicators)
        {
            if (Credited(check, indicator) is not { } most) return null;
            sum += most;
        }
        return sum;
    }

    private static long? Credited(Check check, Indicator indicator)
    {
        var raw = indicator.IsGroup ? Sum(check, indicator.Indicators) : Raw(check, indicator);
        var cap = indicator.Cap is { } given ? check.MostOf(given) : null;
        return raw is null ? cap : cap is null ? raw : Math.Min(raw.Value, cap.Value);
    }

    /// <summary>The most a scoring function gives before its cap; null where it has no bound.</summary>
    private static long? Raw(Check check, Indicator indicator) => indicator.Score switch
    {
        Score.Flag score => check.MostOf(score.Points),
        Score.FromFull score => check.MostOf(score.Points),
        Score.InProportion score => check.MostOf(score.Points),
        Score.ByTier score => Most(check, score.Tiers.Select(t => t.Points)),
        Score.AgainstPeers score => Most(check, [score.Points, score.Base, score.Fallback]),
        Score.Highest score when indicator.Counts.All(c => c.Weight is null) =>
            Most(check, score.Options.Select(o => o.Points)),
        Score.Option score when IsOneState(check, indicator) => Most(check, score.Options.Select(o => o.Points)),
        Score.PerPeriod score => check.MostOf(score.Points) * PartsOf(check.Ruleset.Period, score.Each),
        Score.Checklist score => Checklist(check, score),
        _ => null,
    };

    private static bool IsOneState(Check check, Indicator indicator) =>
        indicator.Counts is [{ Weight: null } only]
        && check.Kind(only.Kind) is { Nature: Activities.Nature.State, Keyed: false };

    private static long? Checklist(Check check, Score.Checklist score)
    {
        var numbers = score.Items.Where(i => i.Points is not null).Select(i => i.Points!.Value).ToList();
        if (score.Points is { } shared && score.Items.Any(i => i.Points is null)) numbers.Add(shared);
        var most = numbers.Select(check.MostOf).ToList();
        return most.Contains(null) ? null : most.Sum();
    }

    private static long? Most(Check check, IEnumerable<Number> numbers)
    {
        var most = numbers.Select(check.MostOf).ToList();
        return most.Contains(null) ? null : most.Max();
    }

    private static long PartsOf(PeriodLength period, PeriodPart part)
    {
        var months = period switch { PeriodLength.Year => 12, PeriodLength.TwoYears => 24, _ => 3 };
        return part == PeriodPart.Month ? months : months / 3;
    }

    private static void Total(Check check)
    {
        if (check.Ruleset.Scale is not { Total.Reference: null } scale) return;
        var counted = check.Ruleset.Categories.Where(c => !c.Bonus).ToList();
        if (counted.Count == 0 || counted.Any(c => c.Cap is not { Reference: null })) return;
        var caps = counted.Sum(c => c.Cap!.Value.Hundredths);
        if (caps != scale.Total.Hundredths)
            check.Add(DiagnosticCodes.CapsAndTotal, scale, ["total"],
                $"the caps of the categories add up to {new Points(caps)}, the total is {scale.Total}",
                "Let the caps add up to the total.");
    }

    private static void Grades(Check check)
    {
        if (check.Ruleset.Scale is not { } scale) return;
        var withBonus = scale.BonusAtMost is { } bonus ? check.MostOf(scale.Total) + check.MostOf(bonus)
            : check.Ruleset.Categories.Any(c => c.Bonus) ? null : check.MostOf(scale.Total);
        var final = scale.FinalAtMost is { } given ? check.MostOf(given) : null;
        if ((final ?? withBonus) is not { } most) return;
        most = Math.Min(most, withBonus ?? most);
        foreach (var grade in check.Ruleset.Grades)
            if (check.ValuesOf(grade.From) is { Count: > 0 } values && values.Min() > most)
                check.Add(DiagnosticCodes.GradeUnreachable, grade, ["from"],
                    $"grade '{grade.Id}' begins at {grade.From}, and no more than {new Points(most)} can be had",
                    "Let it begin lower.");
    }
}
