namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Numbers of conditions are whole where they count, and leave room to be met.</summary>
internal static class ConditionSenseCheck
{
    public static void Run(Check check)
    {
        foreach (var condition in check.Conditions.SelectMany(c => c.All)) Condition(condition, check);
    }

    private static void Condition(Condition condition, Check check)
    {
        switch (condition)
        {
            case Condition.AtLeastOf c:
                NumberCheck.Whole(check, c.N, 1, c, ["at-least-of", "n"]);
                if (c.N.Reference is null && c.N.Hundredths > 100L * c.Of.Count)
                    Never(c, ["at-least-of", "n"], $"{c.N} of {c.Of.Count} conditions are never met");
                break;
            case Condition.EventOccurred c:
                NumberCheck.Whole(check, c.Periods, 1, c, ["occurred", "within"]);
                if (c.AtLeast is { Reference: null, Hundredths: <= 0 })
                    Never(c, ["at-least"], $"at least {c.AtLeast} is always met");
                break;
            case Condition.SilentFor c: NumberCheck.Whole(check, c.Quarters, 1, c, ["silent-for", "quarters"]); break;
            case Condition.RankAtMost c: NumberCheck.Whole(check, c.Place, 1, c, ["rank-at-most"]); break;
            case Condition.History c:
                NumberCheck.Whole(check, c.Within, 1, c, ["history", "within"]);
                NumberCheck.Whole(check, c.AtLeast, 1, c, ["history", "at-least"]);
                if (c.AtLeast.Reference is null && c.Within.Reference is null
                    && c.AtLeast.Hundredths > c.Within.Hundredths)
                    Never(c, ["history", "at-least"], $"{c.AtLeast} of {c.Within} rounds are never met");
                break;
            case Condition.Compare { Bounds: { } bounds } c:
                if (bounds.AtLeast is { Reference: null } least
                    && (IsBelow(bounds.AtMost, least.Hundredths) || IsBelow(bounds.Below, least.Hundredths + 1)))
                    Never(c, [], "the bounds leave no number between them");
                break;
            case Condition.AttributeDay c when c.AtLeast > c.AtMost || c.AtLeast >= c.Below:
                Never(c, [], "the bounds leave no day between them");
                break;
        }

        void Never(Condition at, IReadOnlyList<string> keys, string message) =>
            check.Add(DiagnosticCodes.NeverMet, at, keys, message,
                "Write numbers that some chambers meet and others do not, or remove the condition.");
    }

    private static bool IsBelow(Number? bound, long hundredths) =>
        bound is { Reference: null } given && given.Hundredths < hundredths;
}
