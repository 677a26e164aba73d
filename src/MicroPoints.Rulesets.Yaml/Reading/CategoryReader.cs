using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads categories and the indicators inside them.</summary>
internal static class CategoryReader
{
    public static IEnumerable<Category> Categories(Fields file, RulesetContext context, Citing citing)
    {
        foreach (var item in file.List("categories"))
        {
            if (Fields.Of(item, Lines.Named("category", item), context.Findings, "id", "title", "cap", "bonus",
                "redistribute-at-most",
                "indicators", "cite") is not { } fields) continue;
            var inside = citing.Within(fields);
            var (id, title) = Lines.IdAndTitle(fields);
            var cap = context.Number(fields, "cap");
            var redistribute = context.Number(fields, "redistribute-at-most");
            var indicators = fields.RequiredList("indicators").Select(i => Indicator(i, context, inside, 1))
                .OfType<Indicator>().ToList();
            if (id is null || title is null) continue;
            yield return context.Places.Keep(
                new Category(id, title, cap, fields.Flag("bonus"), redistribute, indicators, inside.For(fields)), item);
        }
    }

    private static Indicator? Indicator(YamlNode item, RulesetContext context, Citing citing, int depth)
    {
        if (Fields.Of(item, Lines.Named("indicator", item), context.Findings, "id", "title", "cite", "counts", "score",
            "cap", "overflow",
            "enabled-by", "may-be-not-applicable", "advice", "indicators") is not { } fields) return null;
        if (depth > Limits.IndicatorDepthMax)
        {
            context.Findings.Add(DiagnosticCodes.IndicatorsTooDeep, item,
                $"{fields.What} stands deeper than {Limits.IndicatorDepthMax} levels",
                "Put it into a group further up.");
            return null;
        }
        var inside = citing.Within(fields);
        var (id, title) = Lines.IdAndTitle(fields);
        var cite = inside.For(fields);
        var indicators = fields.Has("indicators")
            ? fields.RequiredList("indicators").Select(i => Indicator(i, context, inside, depth + 1)).ToList() : [];
        var (counts, countsSetting) = CountedReader.Read(fields, context);
        var indicator = new Indicator
        {
            Id = id ?? "",
            Title = title ?? new Title(""),
            Cite = cite,
            Counts = counts,
            CountsSetting = countsSetting,
            Score = fields.Node("score") is { } score ? ScoreReader.Read(score, $"'score' of {fields.What}", context)
                : null,
            Cap = context.Number(fields, "cap"),
            Overflow = Overflow(fields, context),
            EnabledBy = context.EnabledBy(fields),
            MayBeNotApplicable = fields.Flag("may-be-not-applicable"),
            Advice = fields.Flag("advice", absent: true),
            Indicators = [.. indicators.OfType<Indicator>()],
        };
        return id is null || title is null ? null : context.Places.Keep(indicator, item);
    }

    private static Overflow? Overflow(Fields indicator, RulesetContext context)
    {
        if (Fields.Of(indicator.Node("overflow"), $"'overflow' of {indicator.What}", context.Findings, "to",
            "each") is not { } fields) return null;
        var each = context.Number(fields, "each");
        return fields.RequiredText("to") is { } to ? context.Places.Keep(new Overflow(to, each), fields.Mapping) : null;
    }
}
