using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads conditions: exactly one leading key says what is asked, the keys it takes stand beside it.</summary>
internal static class ConditionReader
{
    private static readonly string[] Bounds = ["at-least", "at-most", "below"];

    /// <summary>Every leading key and what may stand beside it.</summary>
    private static readonly Dictionary<string, string[]> Heads = new()
    {
        ["all"] = [],
        ["any"] = [],
        ["none-of"] = [],
        ["at-least-of"] = [],
        ["total"] = Bounds,
        ["category"] = Bounds,
        ["indicator"] = Bounds,
        ["deduction"] = Bounds,
        ["rate"] = Bounds,
        ["grade-at-least"] = [],
        ["grade-is"] = [],
        ["class-is"] = [],
        ["state"] = ["is", "missing", "held-for-at-least"],
        ["event"] = ["is", "occurred", "at-least"],
        ["attribute"] = ["is", "missing", .. Bounds],
        ["limited-by"] = [],
        ["not-limited-by"] = [],
        ["silent-for"] = [],
        ["rank-at-most"] = [],
        ["outcome"] = [],
        ["history"] = [],
    };

    public static Condition? Read(YamlNode node, string what, RulesetContext context, int depth = 1)
    {
        if (depth > Limits.ConditionDepthMax)
        {
            context.Findings.Add(DiagnosticCodes.ConditionTooDeep, node,
                $"{what} nests deeper than {Limits.ConditionDepthMax} conditions", "Write it flatter.");
            return null;
        }
        if (Shapes.Mapping(node, what, context.Findings) is not { } mapping) return null;
        var heads = mapping.Entries.Select(e => e.Key.Text).Where(Heads.ContainsKey).ToList();
        if (heads.Count != 1)
        {
            var keys = string.Join(", ", mapping.Entries.Select(e => e.Key.Text));
            context.Findings.Add(DiagnosticCodes.ConditionForm, node,
                heads.Count == 0 ? $"{what} asks nothing known (it has: {keys})"
                    : $"{what} asks several things: {string.Join(", ", heads)}",
                heads.Count == 0 ? Suggest.Among(mapping.Entries.FirstOrDefault()?.Key.Text ?? "", Heads.Keys)
                    : "Write each as an item of all: [ … ] or any: [ … ].");
            return null;
        }
        var fields = Fields.Of(node, what, context.Findings, [heads[0], .. Heads[heads[0]]])!;
        return Leaf(heads[0], fields, context, depth) is { } read ? context.Places.Keep(read, node) : null;
    }

    private static Condition? Leaf(string head, Fields fields, RulesetContext context, int depth) => head switch
    {
        "all" => Inside(fields.RequiredList(head), fields.What, context, depth) is { } of ? new Condition.All(of)
            : null,
        "any" => Inside(fields.RequiredList(head), fields.What, context, depth) is { } of ? new Condition.Any(of)
            : null,
        "none-of" => Inside(fields.RequiredList(head), fields.What, context, depth) is { } of ? new Condition.NoneOf(of)
            : null,
        "at-least-of" => AtLeastOf(fields, context, depth),
        "total" => ComparisonReader.Compare(Subject.Total, head, fields, context),
        "category" => ComparisonReader.Compare(Subject.Category, head, fields, context),
        "indicator" => ComparisonReader.Compare(Subject.Indicator, head, fields, context),
        "deduction" => ComparisonReader.Compare(Subject.Deduction, head, fields, context),
        "rate" => ComparisonReader.Compare(Subject.Rate, head, fields, context),
        "grade-at-least" => fields.Text(head) is { } grade ? new Condition.GradeAtLeast(grade) : null,
        "grade-is" => context.Ids(fields, head) is { } grades ? new Condition.GradeIs(grades) : null,
        "class-is" => context.Ids(fields, head) is { } classes ? new Condition.ClassIs(classes) : null,
        "state" => FactConditionReader.State(fields, context),
        "event" => FactConditionReader.Event(fields, context),
        "attribute" => ComparisonReader.Attribute(fields, context),
        "limited-by" => context.Ids(fields, head) is { } limits ? new Condition.LimitedBy(limits, Not: false) : null,
        "not-limited-by" => context.Ids(fields, head) is { } limits ? new Condition.LimitedBy(limits, Not: true) : null,
        "silent-for" => FactConditionReader.Silent(fields, context),
        "rank-at-most" => context.Number(fields, head) is { } place ? new Condition.RankAtMost(place) : null,
        "outcome" => fields.Text(head) is { } outcome ? new Condition.OutcomeIs(outcome) : null,
        "history" => FactConditionReader.History(fields, context),
        _ => throw new InvalidOperationException("unknown condition"),
    };

    private static Condition? AtLeastOf(Fields fields, RulesetContext context, int depth)
    {
        if (Fields.Of(fields.Node("at-least-of"), $"'at-least-of' in {fields.What}", context.Findings, "n",
            "of") is not { } inner) return null;
        var n = context.RequiredNumber(inner, "n");
        var of = Inside(inner.RequiredList("of"), fields.What, context, depth);
        return n is null || of is null ? null : new Condition.AtLeastOf(n.Value, of);
    }

    /// <summary>All conditions of a list; null where one is wrong, so that nothing is judged by the rest.</summary>
    private static List<Condition>? Inside(IReadOnlyList<YamlNode> items, string what, RulesetContext context,
        int depth)
    {
        var read = items.Select(i => Read(i, what, context, depth + 1)).ToList();
        return read.Count == 0 || read.Contains(null) ? null : [.. read.OfType<Condition>()];
    }
}
