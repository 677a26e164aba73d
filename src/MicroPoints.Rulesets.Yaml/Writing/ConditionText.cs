namespace MicroPoints.Rulesets.Yaml.Writing;

/// <summary>Conditions as a file writes them.</summary>
internal static class ConditionText
{
    public static string Of(Condition condition) => condition switch
    {
        Condition.All c => Flow.Map(("all", Inside(c.Of))),
        Condition.Any c => Flow.Map(("any", Inside(c.Of))),
        Condition.NoneOf c => Flow.Map(("none-of", Inside(c.Of))),
        Condition.AtLeastOf c => Flow.Map(("at-least-of", Flow.Map(("n", $"{c.N}"), ("of", Inside(c.Of))))),
        Condition.Compare { Subject: Subject.Total } c => Flow.Map(("total", Flow.Map(Bounds(c.Bounds)))),
        Condition.Compare c => Flow.Map([(Flow.Word(c.Subject), Flow.Text(c.Id!)), .. Bounds(c.Bounds)]),
        Condition.GradeAtLeast c => Flow.Map(("grade-at-least", Flow.Text(c.Grade))),
        Condition.GradeIs c => Flow.Map(("grade-is", Flow.Ids(c.Grades))),
        Condition.ClassIs c => Flow.Map(("class-is", Flow.Ids(c.Classes))),
        Condition.StateIs c => Flow.Map(("state", c.State.Value), ("is", Flow.Ids(c.Is))),
        Condition.StateMissing c => Flow.Map(("state", c.State.Value), ("missing", c.Missing ? "true" : "false")),
        Condition.StateHeldFor c => Flow.Map(
            ("state", c.State.Value), ("is", Flow.Ids(c.Is)), ("held-for-at-least", $"{c.AtLeast}")),
        Condition.EventOccurred c => Flow.Map(("event", c.Event.Value), ("is", c.Is is { } ids ? Flow.Ids(ids) : null),
            ("occurred", Flow.Map(("within", $"{c.Periods}"))), ("at-least", $"{c.AtLeast}")),
        Condition.AttributeIs c => Flow.Map(("attribute", Flow.Text(c.Attribute)), ("is", Flow.Ids(c.Is))),
        Condition.AttributeMissing c => Flow.Map(
            ("attribute", Flow.Text(c.Attribute)), ("missing", c.Missing ? "true" : "false")),
        Condition.AttributeDay c => Flow.Map(("attribute", Flow.Text(c.Attribute)),
            ("at-least", Day(c.AtLeast)), ("at-most", Day(c.AtMost)), ("below", Day(c.Below))),
        Condition.LimitedBy c => Flow.Map((c.Not ? "not-limited-by" : "limited-by", Flow.Ids(c.Limits))),
        Condition.SilentFor c => Flow.Map(("silent-for", Flow.Map(
            ("quarters", $"{c.Quarters}"), ("kinds", c.Kinds is { } ids ? Flow.Ids(ids) : null)))),
        Condition.RankAtMost c => Flow.Map(("rank-at-most", $"{c.Place}")),
        Condition.OutcomeIs c => Flow.Map(("outcome", Flow.Text(c.Outcome))),
        Condition.History c => Flow.Map(("history", Flow.Map(("grade", c.Grades is { } ids ? Flow.Ids(ids) : null),
            ("outcome", c.Outcomes is { } outcomes ? Flow.Ids(outcomes) : null),
            ("within", $"{c.Within}"), ("at-least", $"{c.AtLeast}")))),
        _ => throw new InvalidOperationException("unknown condition"),
    };

    private static string Inside(IReadOnlyList<Condition> of) => Flow.List(of.Select(Of));

    private static (string, string?)[] Bounds(Bounds bounds) =>
    [
        ("at-least", bounds.AtLeast?.ToString()), ("at-most", bounds.AtMost?.ToString()), ("below", bounds.Below?.ToString()),
    ];

    private static string? Day(DateOnly? day) => day is { } given ? Flow.Day(given) : null;
}
