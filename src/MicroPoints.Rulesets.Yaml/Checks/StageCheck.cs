using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>A condition uses only what an earlier stage decided: points → limits → grade or class → rank → outcomes in
/// file order.</summary>
internal static class StageCheck
{
    public static void Run(Check check)
    {
        foreach (var root in check.Conditions)
            foreach (var condition in root.All)
                if (root.Stage != Stage.Outcomes) Early(root, condition, check);
                else if (condition is Condition.OutcomeIs outcome) Earlier(root, outcome, check);
    }

    private static void Early(Rooted root, Condition condition, Check check)
    {
        var (key, asks) = condition switch
        {
            Condition.GradeAtLeast => ("grade-at-least", "the grade"),
            Condition.GradeIs => ("grade-is", "the grade"),
            Condition.ClassIs => ("class-is", "the class"),
            Condition.RankAtMost => ("rank-at-most", "the rank"),
            Condition.OutcomeIs => ("outcome", "an outcome"),
            Condition.LimitedBy limited when root.Stage == Stage.Limits =>
                (limited.Not ? "not-limited-by" : "limited-by", "the limits"),
            _ => ("", ""),
        };
        if (key.Length == 0) return;
        var stage = root.Stage == Stage.Limits ? "limit" : "class";
        check.Add(DiagnosticCodes.LaterStage, condition, [key],
            $"the {stage} '{root.Line}' asks for {asks}, which is not known yet when {stage} conditions are read",
            "Ask for facts, points or attributes, or move the condition to an outcome.");
    }

    private static void Earlier(Rooted root, Condition.OutcomeIs asked, Check check)
    {
        var order = check.Names.All(NameOf.Outcome).ToList();
        var (own, other) = (order.IndexOf(root.Line), order.IndexOf(asked.Outcome));
        if (other >= own && own >= 0)
            check.Add(DiagnosticCodes.LaterOutcome, asked, ["outcome"],
                own == other ? $"the outcome '{root.Line}' asks for itself"
                    : $"the outcome '{root.Line}' asks for '{asked.Outcome}', which comes after it",
                "Write the outcome that is asked for first.");
    }
}
