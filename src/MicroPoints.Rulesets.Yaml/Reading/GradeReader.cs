using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads grades, classes and the ranking.</summary>
internal static class GradeReader
{
    public static IEnumerable<Grade> Grades(Fields file, RulesetContext context, Citing citing)
    {
        foreach (var item in file.List("grades"))
        {
            if (Fields.Of(item, Lines.Named("grade", item), context.Findings, "id", "title", "cite", "from",
                "quota") is not { } fields) continue;
            var (id, title) = Lines.IdAndTitle(fields);
            var cite = citing.Within(fields).For(fields);
            var from = context.RequiredNumber(fields, "from");
            var quota = QuotaReader.Read(fields, QuotaOf.Ranked, context);
            if (id is not null && title is not null && from is not null)
                yield return context.Places.Keep(new Grade(id, title, from.Value, quota, cite), item);
        }
    }

    public static IEnumerable<ClassRule> Classes(Fields file, RulesetContext context, Citing citing)
    {
        foreach (var item in file.List("classes"))
        {
            if (Fields.Of(item, Lines.Named("class", item), context.Findings, "id", "title", "cite",
                "when") is not { } fields) continue;
            var (id, title) = Lines.IdAndTitle(fields);
            var cite = citing.Within(fields).For(fields);
            var when = fields.Node("when") is { } node ? ConditionReader.Read(node, fields.Named("when"), context)
                : null;
            if (id is not null && title is not null) yield return context.Places.Keep(
                new ClassRule(id, title, when, cite), item);
        }
    }

    public static IEnumerable<RankingKey> Ranking(Fields file, RulesetContext context)
    {
        foreach (var item in file.List("ranking"))
            if ((item is YamlScalar ? Total(item, context.Findings) : Keyed(item, context)) is { } key)
                yield return context.Places.Keep(key, item);
    }

    private static RankingKey? Total(YamlNode item, Findings findings)
    {
        if (Shapes.Scalar(item, "a step of 'ranking'", findings) is not { } scalar) return null;
        if (scalar.Text == "total") return new RankingKey(RankingBy.Total);
        findings.Add(DiagnosticCodes.UnknownWord, item, $"a step of 'ranking' cannot be '{scalar.Text}'",
            "Write total, { category: ID }, { indicator: ID } or { attribute: ID }.");
        return null;
    }

    private static RankingKey? Keyed(YamlNode item, RulesetContext context)
    {
        if (Fields.Of(item, "a step of 'ranking'", context.Findings, "category", "indicator", "attribute", "order",
            "missing") is not { } fields) return null;
        string[] by = [.. new[] { "category", "indicator", "attribute" }.Where(fields.Has)];
        if (by.Length != 1)
        {
            context.Findings.Add(DiagnosticCodes.ConditionForm, item, "a step of 'ranking' names not exactly one thing",
                "Write total, { category: ID }, { indicator: ID } or { attribute: ID }.");
            return null;
        }
        if (fields.Text(by[0]) is not { } id) return null;
        if (by[0] == "attribute") return Attribute(fields, id);
        foreach (var key in new[] { "order", "missing" }.Where(fields.Has))
            context.Findings.Add(DiagnosticCodes.UnknownKey, fields.At(key), $"a step by {by[0]} has no key '{key}'",
                "Remove it: points always rank highest first.");
        return new RankingKey(by[0] == "category" ? RankingBy.Category : RankingBy.Indicator, id);
    }

    private static RankingKey Attribute(Fields fields, string id) => new(
        RankingBy.Attribute, id,
        fields.Word("order", false, ("descending", false), ("ascending", true), ("desc", false), ("asc", true)),
        fields.Word("missing", false, ("last", false), ("first", true)));
}
