using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads outcomes: what a result gives.</summary>
internal static class OutcomeReader
{
    public static IEnumerable<Outcome> Outcomes(Fields file, RulesetContext context, Citing citing)
    {
        foreach (var item in file.List("outcomes"))
            if (Outcome(item, context, citing) is { } outcome)
                yield return context.Places.Keep(outcome, item);
    }

    private static Outcome? Outcome(YamlNode item, RulesetContext context, Citing citing)
    {
        if (Fields.Of(item, Lines.Named("outcome", item), context.Findings, "id", "kind", "title", "cite", "when",
            "enabled-by", "quota", "ties",
            "valid", "offered", "records") is not { } fields) return null;
        var (id, title) = Lines.IdAndTitle(fields);
        var cite = citing.Within(fields).For(fields);
        var kind = fields.RequiredWord("kind", ("award", OutcomeKind.Award), ("support", OutcomeKind.Support),
            ("invitation", OutcomeKind.Invitation), ("reference", OutcomeKind.Reference),
            ("follow-up", OutcomeKind.FollowUp));
        var when = fields.Node("when") is { } node ? ConditionReader.Read(node, fields.Named("when"), context) : null;
        var ties = fields.Word("ties", Ties.Meeting, ("meeting", Ties.Meeting), ("expand-quota", Ties.ExpandQuota),
            ("exclude", Ties.Exclude));
        var outcome = new Outcome(id ?? "", kind ?? OutcomeKind.Award, title ?? new Title(""), when,
            context.EnabledBy(fields),
            QuotaReader.Read(fields, QuotaOf.Eligible, context), ties, Valid(fields, context),
            fields.Word("offered", false, ("apply", false), ("automatic", true)), Records(fields, context), cite);
        return id is null || title is null || kind is null ? null : outcome;
    }

    private static Validity? Valid(Fields outcome, RulesetContext context)
    {
        if (Fields.Of(outcome.Node("valid"), $"'valid' of {outcome.What}", context.Findings, "from",
            "years") is not { } fields) return null;
        var nextYear = fields.RequiredWord("from", ("decision", false), ("next-year", true));
        var years = context.RequiredNumber(fields, "years");
        return nextYear is null || years is null ? null : context.Places.Keep(new Validity(nextYear.Value, years.Value),
            fields.Mapping);
    }

    private static HonourRecord? Records(Fields outcome, RulesetContext context)
    {
        if (Fields.Of(outcome.Node("records"), $"'records' of {outcome.What}", context.Findings, "kind",
            "option") is not { } fields) return null;
        var kind = context.RequiredKind(fields, "kind");
        return kind is null ? null : context.Places.Keep(new HonourRecord(kind.Value, fields.Text("option")),
            fields.Mapping);
    }
}
