namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Numbers of caps, deductions, quotas and scores lie where they make sense, whatever value a parameter gives
/// them.</summary>
internal static class NumberCheck
{
    private const long One = 100;
    private const long Hundred = 100 * One;
    private const string NotNegative = "Write 0 or more.";
    private const string Negative = "Write it with a minus sign, such as -2.";

    public static void Run(Check check)
    {
        Scale(check);
        foreach (var category in check.Ruleset.Categories)
        {
            Demand(check, DiagnosticCodes.CapNegative, category.Cap, v => v >= 0, category, ["cap"],
                "a cap is not below 0", NotNegative);
            Demand(check, DiagnosticCodes.RedistributeRange, category.RedistributeAtMost, v => v >= One, category,
                ["redistribute-at-most"],
                "redistribute-at-most is at least 1", "Write 1 or more, such as 2.");
        }
        foreach (var indicator in check.Ruleset.AllIndicators) Indicator(check, indicator);
        foreach (var deduction in check.Ruleset.Deductions) Deduction(check, deduction);
        foreach (var limit in check.Ruleset.Limits) Whole(check, limit.GradesDown, 1, limit, ["grades-down"]);
        var quotas = check.Ruleset.Grades.Select(g => g.Quota).Concat(check.Ruleset.Outcomes.Select(o => o.Quota));
        foreach (var quota in quotas.OfType<Quota>()) Quota(check, quota);
        foreach (var valid in check.Ruleset.Outcomes.Select(o => o.Valid).OfType<Validity>())
            Whole(check, valid.Years, 1, valid, ["years"]);
    }

    private static void Scale(Check check)
    {
        if (check.Ruleset.Scale is not { } scale) return;
        Demand(check, DiagnosticCodes.OutOfRange, scale.Total, v => v > 0, scale, ["total"], "the total is above 0",
            "Write the points that all categories come to.");
        Demand(check, DiagnosticCodes.OutOfRange, scale.BonusAtMost, v => v >= 0, scale, ["bonus-at-most"],
            "bonus-at-most is not below 0", NotNegative);
        Demand(check, DiagnosticCodes.OutOfRange, scale.FinalAtMost, v => v > 0, scale, ["final-at-most"],
            "final-at-most is above 0", "Write the total, or the total with the bonus.");
        if (scale is { Total.Reference: null, FinalAtMost: { Reference: null } final } && final.Hundredths > 0
            && final.Hundredths < scale.Total.Hundredths)
            check.Add(DiagnosticCodes.FinalBelowTotal, scale, ["final-at-most"],
                $"final-at-most {final} is below the total {scale.Total}",
                "Raise it to the total, or to the total with the bonus.");
    }

    private static void Indicator(Check check, Indicator indicator)
    {
        Demand(check, DiagnosticCodes.CapNegative, indicator.Cap, v => v >= 0, indicator, ["cap"],
            "a cap is not below 0", NotNegative);
        if (indicator.Overflow is { } overflow)
            Demand(check, DiagnosticCodes.OutOfRange, overflow.Each, v => v >= 0, overflow, ["each"],
                "what overflows is not below 0", NotNegative);
        switch (indicator.Score)
        {
            case Score.PerQuantity score:
                Demand(check, DiagnosticCodes.OutOfRange, score.Every, v => v > 0, score, ["per-quantity", "every"],
                    "every is above 0", "Write a number above 0.");
                break;
            case Score.FromFull score:
                Demand(check, DiagnosticCodes.OutOfRange, score.Minus, v => v >= 0, score, ["from-full", "minus"],
                    "minus is what is taken away for each, written without a minus sign", "Write it without the minus sign.");
                break;
            case Score.InProportion { ParticipationAtLeast: { } least } score:
                Percent(check, least, score, ["participation-at-least"]);
                break;
            case Score.ByTier { ParticipationAtLeast: { } least } score:
                Percent(check, least, score, ["participation-at-least"]);
                break;
            case Score.Discretionary { From.Reference: null, To.Reference: null } score
                when score.From.Hundredths > score.To.Hundredths:
                check.Add(DiagnosticCodes.BoundsReversed, score, ["discretionary", "from"],
                    $"from {score.From} is above to {score.To}", "Exchange them.");
                break;
        }
    }

    private static void Deduction(Check check, Deduction deduction)
    {
        // A deduction that zeroes indicators may take nothing else away.
        var zeroes = deduction.ZeroesByKey || deduction.ZeroesKinds.Count > 0;
        Demand(check, DiagnosticCodes.NotNegative, deduction.Each, v => v < 0 || zeroes && v == 0, deduction, ["each"],
            "what a deduction takes is negative", Negative);
        Demand(check, DiagnosticCodes.NotNegative, deduction.Cap, v => v < 0, deduction, ["cap"],
            "a deduction's cap is negative", Negative);
        if (deduction.While is { } state)
            Demand(check, DiagnosticCodes.NotNegative, state.Points, v => v < 0 || zeroes && v == 0, state, ["points"],
                "what a deduction takes is negative", Negative);
    }

    private static void Quota(Check check, Quota quota)
    {
        Percent(check, quota.Percent, quota, ["percent"]);
        Whole(check, quota.Count, 0, quota, ["count"]);
        Whole(check, quota.AtLeast, 0, quota, ["at-least"]);
    }

    private static void Percent(Check check, Number? number, object part, IReadOnlyList<string> keys) =>
        Demand(check, DiagnosticCodes.PercentRange, number, v => v is >= 0 and <= Hundred, part, keys,
            "a percent lies between 0 and 100", "Write a number from 0 to 100.");

    /// <summary>A whole number from some least one up.</summary>
    public static void Whole(Check check, Number? number, long least, object part, IReadOnlyList<string> keys)
    {
        Demand(check, DiagnosticCodes.NotWhole, number, v => v % One == 0, part, keys, "this number is whole",
            "Write it without decimals.");
        Demand(check, DiagnosticCodes.OutOfRange, number, v => v >= least * One, part, keys,
            $"this number is at least {least}", $"Write {least} or more.");
    }

    private static void Demand(
        Check check, DiagnosticCode code, Number? number, Func<long, bool> holds, object part,
        IReadOnlyList<string> keys, string rule, string fix)
    {
        if (number is not { } given || check.ValuesOf(given).All(holds)) return;
        var value = new Points(check.ValuesOf(given).First(v => !holds(v)));
        var written = given.Reference is null ? $"{value}" : $"{given} with the value {value}";
        check.Add(code, part, keys, $"{written} stands here, but {rule}", fix);
    }
}
