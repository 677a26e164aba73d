using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads conditions on states, events, silence and earlier rounds.</summary>
internal static class FactConditionReader
{
    public static Condition? State(Fields fields, RulesetContext context)
    {
        if (context.RequiredKind(fields, "state") is not { } state) return null;
        if (fields.Has("missing"))
        {
            ComparisonReader.OneOf(fields, "missing", "is", "held-for-at-least");
            return new Condition.StateMissing(state, fields.Flag("missing"));
        }
        if (context.RequiredIds(fields, "is") is not { } options) return null;
        if (!fields.Has("held-for-at-least")) return new Condition.StateIs(state, options);
        return fields.Duration("held-for-at-least") is { } duration
            ? new Condition.StateHeldFor(state, options, duration) : null;
    }

    public static Condition? Event(Fields fields, RulesetContext context)
    {
        var kind = context.RequiredKind(fields, "event");
        var options = context.Ids(fields, "is");
        var periods = Periods(fields, context);
        var atLeast = fields.Has("at-least") ? context.Number(fields, "at-least") : new Number(100);
        return kind is null || periods is null || atLeast is null ? null
            : new Condition.EventOccurred(kind.Value, options, periods.Value, atLeast.Value);
    }

    /// <summary><c>in-period</c>, or <c>{ within: N }</c>: this period and the N − 1 before.</summary>
    private static Number? Periods(Fields fields, RulesetContext context)
    {
        var node = fields.Node("occurred");
        if (node is YamlMapping)
            return Fields.Of(node, fields.Named("occurred"), context.Findings, "within") is { } within
                ? context.RequiredNumber(within, "within") : null;
        if (node is not null) fields.Word("occurred", false, ("in-period", true));
        return new Number(100);
    }

    public static Condition? Silent(Fields fields, RulesetContext context)
    {
        if (Fields.Of(fields.Node("silent-for"), fields.Named("silent-for"), context.Findings, "quarters",
            "kinds") is not { } inner) return null;
        var quarters = context.RequiredNumber(inner, "quarters");
        var kinds = context.Ids(inner, "kinds");
        return quarters is null || inner.Has("kinds") && kinds is null ? null
            : new Condition.SilentFor(quarters.Value, kinds);
    }

    /// <summary>A grade or an outcome; so often (once, if not said) within so many rounds (as many, if not
    /// said).</summary>
    public static Condition? History(Fields fields, RulesetContext context)
    {
        if (Fields.Of(fields.Node("history"), fields.Named("history"), context.Findings, "grade", "outcome", "within",
            "at-least") is not { } inner) return null;
        if (inner.Has("grade") == inner.Has("outcome"))
        {
            context.Findings.Add(DiagnosticCodes.ConditionForm, inner.Mapping,
                $"{inner.What} asks not exactly one of grade and outcome",
                "Write exactly one of grade and outcome.");
            return null;
        }
        var grades = context.Ids(inner, "grade");
        var outcomes = context.Ids(inner, "outcome");
        var atLeast = inner.Has("at-least") ? context.Number(inner, "at-least") : new Number(100);
        var within = inner.Has("within") ? context.Number(inner, "within") : atLeast;
        if (grades is null && outcomes is null || within is null || atLeast is null) return null;
        return new Condition.History(grades, outcomes, within.Value, atLeast.Value);
    }
}
