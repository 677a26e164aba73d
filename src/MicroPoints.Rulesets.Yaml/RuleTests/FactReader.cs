using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rulesets.Yaml.Nodes;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.RuleTests;

/// <summary>Reads a fact and judges it as the ledger would on recording it.</summary>
internal static class FactReader
{
    private static readonly string[] MeasureKeys =
        ["count", "quantity", "answered", "satisfied", "asked", "done", "of", "option", "flag", "points"];

    public static IReadOnlyList<RuleTestFact> List(IReadOnlyList<YamlNode> items, RuleTestContext context) =>
        [.. items.Select(i => One(i, context)).OfType<RuleTestFact>()];

    private static RuleTestFact? One(YamlNode item, RuleTestContext context)
    {
        if (Fields.Of(item, "a fact", context.Findings,
            ["kind", "on", "id", "expires", "submitted", "recorded", "reversed", "key", "part", "reason",
            .. MeasureKeys]) is not { } fields) return null;
        var id = fields.Node("id") is { } node ? Shapes.Id(node, fields.Named("id"), context.Findings) : null;
        var on = OnOf(fields);
        var (expires, submitted) = (fields.Day("expires"), fields.Day("submitted"));
        var (recorded, reversed) = (context.Instant(fields, "recorded"), context.Instant(fields, "reversed"));
        if (reversed < recorded)
            context.Findings.Add(DiagnosticCodes.FactDates, fields.At("reversed"),
                "a fact is reversed before it is recorded", "Write a later day.");
        var part = PartOf(fields);
        if (KindOf(fields, context) is not { } kind || Measured(fields, kind) is not { } measured
            || on is null) return null;

        var activity = new RecordActivity(new EntryId(id ?? "fact"), kind.Id, on.Value, measured, expires, submitted,
            fields.Text("key"), part, fields.Text("reason"));
        // A test writes its own time, so no day of the calendar is in its future.
        if ((ActivityChecks.Content(activity, kind) ?? ActivityChecks.Dates(activity, kind,
            Limits.LastDay)) is Decision.Refused refused)
        {
            Report(fields, refused);
            return null;
        }
        var fact = new Fact(kind.Id, kind.Nature, on.Value, expires ?? kind.ExpiresAfter?.AfterStart(on.Value.Last),
            measured, activity.Key, part);
        return new RuleTestFact(id, fact, submitted, activity.Reason, recorded, reversed);
    }

    private static ActivityKind? KindOf(Fields fields, RuleTestContext context)
    {
        if (fields.RequiredId("kind") is not { } id) return null;
        if (context.Kinds.Find(new KindId(id)) is { } kind) return kind;
        context.Findings.Add(DiagnosticCodes.UnknownKind, fields.At("kind"), $"there is no activity kind '{id}'",
            Suggest.Among(id, context.Kinds.Kinds.Select(k => k.Id.Value)));
        return null;
    }

    private static On? OnOf(Fields fields)
    {
        if (fields.RequiredNode("on") is not { } node || Shapes.Quoted(node, fields.Named("on"),
            fields.Findings) is not { } text) return null;
        if (On.TryParse(text, out var on)) return on;
        fields.Findings.Add(DiagnosticCodes.NotDay, node,
            $"{fields.Named("on")} '{text}' is not a day, month, quarter or year",
            "Write '2026-04-12', '2026-04', '2026Q2' or '2026'.");
        return null;
    }

    private static Part? PartOf(Fields fields)
    {
        if (fields.Text("part") is not { } text) return null;
        if (Part.TryParse(text, out var part)) return part;
        fields.Findings.Add(DiagnosticCodes.FactPart, fields.At("part"),
            $"{fields.Named("part")} '{text}' is not n/m with m at most {Limits.PartOfMax}", "Write '1/2'.");
        return null;
    }

    private static Measured? Measured(Fields fields, ActivityKind kind)
    {
        string[] keys = kind.Measure switch
        {
            MeasureType.Rate => ["answered", "satisfied", "asked"],
            MeasureType.Share => ["done", "of"],
            _ => [kind.Measure.ToString().ToLowerInvariant()],
        };
        foreach (var other in MeasureKeys.Except(keys).Where(fields.Has))
            fields.Findings.Add(DiagnosticCodes.MeasureMisfit, fields.At(other),
                $"'{kind.Id}' takes {string.Join(", ", keys)}, not '{other}'", "Remove it.");
        var nodes = keys.Select(fields.RequiredNode).ToList();
        if (nodes.Contains(null)) return null;
        return kind.Measure switch
        {
            MeasureType.Option => fields.Text("option") is { } option ? new Measured.Option(option) : null,
            MeasureType.Flag => Shapes.Boolean(nodes[0]!, fields.Named("flag"), fields.Findings) is { } flag
                ? new Measured.Flag(flag) : null,
            MeasureType.Quantity => Shapes.Number(nodes[0]!, fields.Named("quantity"), fields.Findings) is { } size
                ? new Measured.Quantity(size.Hundredths) : null,
            MeasureType.Points => Shapes.Number(nodes[0]!, fields.Named("points"), fields.Findings) is { } points
                ? new Measured.Awarded(points) : null,
            _ => Counted(fields, kind.Measure, keys),
        };
    }

    private static Measured? Counted(Fields fields, MeasureType measure, string[] keys)
    {
        var wholes = keys.Select(k => Shapes.Whole(fields.Node(k)!, fields.Named(k), 0, Limits.CountMax,
            fields.Findings)).ToList();
        if (wholes.Contains(null)) return null;
        return measure switch
        {
            MeasureType.Count => new Measured.Count(wholes[0]!.Value),
            MeasureType.Rate => new Measured.Rate(wholes[0]!.Value, wholes[1]!.Value, wholes[2]!.Value),
            _ => new Measured.Share(wholes[0]!.Value, wholes[1]!.Value),
        };
    }

    private static void Report(Fields fields, Decision.Refused refused)
    {
        var (code, key, fix) = refused.Reason switch
        {
            Refusal.OptionUnknown => (DiagnosticCodes.UnknownOption, "option", "Write an option of the kind."),
            Refusal.CountOutOfRange => (DiagnosticCodes.FactValues, "count", "Write a whole number of 1 or more."),
            Refusal.QuantityOutOfRange => (DiagnosticCodes.FactValues, "quantity", "Write a quantity above 0."),
            Refusal.PointsOutOfRange => (DiagnosticCodes.FactValues, "points", "Write points that can be awarded at once."),
            Refusal.RateInconsistent => (DiagnosticCodes.FactValues, "answered",
                "Let 'answered' be at most 'asked', and 'satisfied' at most 'answered'."),
            Refusal.ShareInconsistent => (DiagnosticCodes.FactValues, "done", "Let 'done' be at most 'of', and 'of' 1 or more."),
            Refusal.KeyMissing => (DiagnosticCodes.FactKey, "key", "Write 'key', which says which one it is."),
            Refusal.KeyNotOfKind or Refusal.KeyInvalid => (DiagnosticCodes.FactKey, "key",
                "Remove 'key', or name a keyed kind; a key is spelled like an id."),
            Refusal.PartNotOfKind or Refusal.PartInvalid => (DiagnosticCodes.FactPart, "part",
                "Remove 'part', or write one such as '1/2'."),
            Refusal.ReasonMissing or Refusal.ReasonTooLong => (DiagnosticCodes.ReasonMissing, "reason",
                "Write 'reason' in a sentence."),
            Refusal.OnInFuture or Refusal.OnTooEarly => (DiagnosticCodes.FactDates, "on", "Write another day."),
            Refusal.ExpiresNotOfKind or Refusal.ExpiresTooEarly => (DiagnosticCodes.FactDates, "expires",
                "Remove 'expires', or write a day after 'on' for a state."),
            Refusal.SubmittedInFuture => (DiagnosticCodes.FactDates, "submitted", "Write an earlier day."),
            _ => (DiagnosticCodes.MeasureMisfit, "kind", "Write a fact that could be recorded."),
        };
        fields.Findings.Add(code, fields.At(key), $"the ledger would refuse this: {refused.Detail}", fix);
    }
}
