namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads <c>quota</c> of a grade or an outcome.</summary>
internal static class QuotaReader
{
    public static Quota? Read(Fields line, QuotaOf absent, RulesetContext context)
    {
        if (Fields.Of(line.Node("quota"), $"'quota' of {line.What}", context.Findings, "percent", "count", "of",
            "within", "rounding", "at-least")
            is not { } fields) return null;
        if (fields.Has("percent") == fields.Has("count"))
            context.Findings.Add(DiagnosticCodes.QuotaForm, fields.Mapping,
                $"{fields.What} has {(fields.Has("percent") ? "both percent and count" : "neither percent nor count")}",
                "Write exactly one of percent and count.");
        var quota = new Quota(
            context.Number(fields, "percent"), context.Number(fields, "count"),
            fields.Word("of", absent, ("eligible", QuotaOf.Eligible), ("ranked", QuotaOf.Ranked)),
            fields.Word("within", Within.Scope, ("county", Within.County), ("city", Within.City),
                ("province", Within.Province), ("scope", Within.Scope)),
            ScoreParts.RoundingOf(fields), context.Number(fields, "at-least"));
        return context.Places.Keep(quota, fields.Mapping);
    }
}
