namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Outcomes, limits and classes whose conditions can never be met, or always are, and the parts that make them
/// so.</summary>
internal static class VerdictCheck
{
    public static void Run(Check check)
    {
        var verdicts = new Verdicts(check, new Reach(check));
        foreach (var limit in check.Ruleset.Limits)
            Line(check, verdicts, limit.When, DiagnosticCodes.LimitNever, $"the limit '{limit.Id}'");
        foreach (var rule in check.Ruleset.Classes)
            if (rule.When is { } when) Line(check, verdicts, when, DiagnosticCodes.ClassNever, $"the class '{rule.Id}'");
        foreach (var outcome in check.Ruleset.Outcomes)
            if (outcome.When is { } when)
                Line(check, verdicts, when, DiagnosticCodes.OutcomeUnreachable, $"the outcome '{outcome.Id}'");
    }

    private static void Line(Check check, Verdicts verdicts, Condition root, DiagnosticCode never, string line)
    {
        var verdict = verdicts.Of(root);
        if (verdict == Verdict.Never)
        {
            var (keys, why, fix) = Because(check, verdicts, Cause(verdicts, root, Verdict.Never), Verdict.Never);
            check.Add(never, Cause(verdicts, root, Verdict.Never), keys, $"{line} can never be met: {why}", fix);
            return;
        }
        if (verdict == Verdict.Always && never != DiagnosticCodes.OutcomeUnreachable)
        {
            var (keys, why, fix) = Because(check, verdicts, Cause(verdicts, root, Verdict.Always), Verdict.Always);
            check.Add(DiagnosticCodes.AlwaysHolds, Cause(verdicts, root, Verdict.Always), keys,
                $"{line} always holds: {why}", fix);
            return;
        }
        foreach (var leaf in root.SelfAndBelow.Where(c => IsLeaf(c) && verdicts.Of(c) != Verdict.Open))
        {
            var decided = verdicts.Of(leaf);
            var (keys, why, fix) = Because(check, verdicts, leaf, decided);
            check.Add(DiagnosticCodes.NeverMet, leaf, keys,
                $"{line} asks for what {(decided == Verdict.Never ? "is never" : "always is")} so: {why}", fix);
        }
    }

    private static bool IsLeaf(Condition condition) => condition.SelfAndBelow.Count() == 1;

    /// <summary>The innermost part that decides the whole.</summary>
    private static Condition Cause(Verdicts verdicts, Condition condition, Verdict verdict)
    {
        var (parts, wanted) = condition switch
        {
            Condition.All c => (c.Of, verdict),
            Condition.Any c => (c.Of, verdict),
            Condition.NoneOf c => (c.Of, verdict == Verdict.Never ? Verdict.Always : Verdict.Never),
            Condition.AtLeastOf c => (c.Of, verdict),
            _ => ([], verdict),
        };
        var part = parts.FirstOrDefault(p => verdicts.Of(p) == wanted);
        return part is null ? condition : Cause(verdicts, part, wanted);
    }

    private static (IReadOnlyList<string> Keys, string Why, string Fix) Because(
        Check check, Verdicts verdicts, Condition cause, Verdict verdict)
    {
        const string Change = "Ask for something that some chambers have and others have not, or remove it.";
        switch (cause)
        {
            case Condition.Compare c: return Compared(verdicts, c);
            case Condition.GradeAtLeast c:
                return (["grade-at-least"], $"grade '{c.Grade}' or better is {(verdicts.Of(c) == Verdict.Never
                    ? "out of reach" : "what every chamber has")}",
                    $"Name another grade: {string.Join(", ", check.Ruleset.Grades.Select(g => g.Id))}.");
            case Condition.GradeIs c:
                return (["grade-is"], $"{c.Grades} is {(verdicts.Of(c) == Verdict.Never ? "out of reach" : "every grade")}",
                    $"Name another grade: {string.Join(", ", check.Ruleset.Grades.Select(g => g.Id))}.");
            case Condition.ClassIs c:
                return (["class-is"], $"no chamber comes into {c.Classes}", "Name a class that chambers come into, or mend it.");
            case Condition.LimitedBy c:
                return ([c.Not ? "not-limited-by" : "limited-by"],
                    $"of the limits {c.Limits}, {(verdicts.Of(c) == Verdict.Never != c.Not ? "none ever holds" : "one always holds")}",
                    "Mend the limit's condition, or name another.");
            case Condition.OutcomeIs c:
                return (["outcome"], $"the outcome '{c.Outcome}' can never be met", "Mend that outcome, or name another.");
            default: return ([], verdict == Verdict.Never ? "too few of its parts can be met" : "its parts always are", Change);
        }
    }

    private static (IReadOnlyList<string> Keys, string Why, string Fix) Compared(Verdicts verdicts, Condition.Compare compare)
    {
        var (least, most) = verdicts.Range(compare);
        var (subject, bounds) = (Word(compare.Subject), compare.Bounds);
        var what = compare.Id is { } id ? $"{subject} '{id}'" : subject;
        var range = (least, most) switch
        {
            ({ } l, { } m) => $"{what} lies between {new Points(l)} and {new Points(m)}",
            ({ } l, null) => $"{what} is never below {new Points(l)}",
            (null, { } m) => $"{what} is never above {new Points(m)}",
            _ => $"{what} is open",
        };
        var key = bounds.AtLeast is not null ? "at-least" : bounds.AtMost is not null ? "at-most" : "below";
        IReadOnlyList<string> keys = compare.Subject == Subject.Total ? ["total", key] : [key];
        return (keys, range, "Write a number inside that range, or remove the condition.");
    }

    private static string Word(Subject subject) => subject.ToString().ToLowerInvariant();
}
