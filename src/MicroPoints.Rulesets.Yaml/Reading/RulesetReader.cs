using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads a whole ruleset, part by part, in the order of its keys.</summary>
internal static class RulesetReader
{
    private static readonly string[] Keys =
    [
        "ruleset", "version", "title", "sample", "authority", "adoptable", "period", "applies-to", "sources", "cite",
        "scale", "settings",
        "parameters", "attributes", "categories", "deductions", "limits", "grades", "classes", "ranking", "outcomes",
    ];

    /// <summary>The model as far as it could be read; what is missing was reported and has a placeholder.</summary>
    public static (Ruleset Ruleset, RulesetContext Context) Read(YamlMapping root, Digest hash, KindCatalogue kinds,
        Findings findings)
    {
        var context = new RulesetContext(kinds, new Names(root, findings), new Places(), findings);
        var file = Fields.Of(root, "the ruleset", findings, Keys)!;
        var citing = new Citing(null, root.Find("sources") as YamlMapping).Within(file);
        // A head that cites wrongly was reported; lines then inherit a placeholder instead of being reported too.
        if (citing.Inherited is null && file.Has("cite")) citing = citing with { Inherited = Citing.None };
        return (context.Places.Keep(Whole(file, hash, context, citing), root), context);
    }

    private static Ruleset Whole(Fields file, Digest hash, RulesetContext context, Citing citing) =>
        Body(file, context, citing) with
        {
            Id = HeaderReader.Ruleset(file) ?? "",
            Version = HeaderReader.Version(file) ?? "",
            Hash = hash,
            Title = file.RequiredTitle() ?? new Title(""),
            Sample = file.Flag("sample"),
            Authority = file.RequiredText("authority") ?? "",
            Adoptable = HeaderReader.Adoptable(file) ?? new DayRange(Limits.LastDay, Limits.LastDay),
            Period = HeaderReader.Period(file) ?? PeriodLength.Year,
        };

    private static Ruleset Body(Fields file, RulesetContext context, Citing citing)
    {
        var sources = CiteReader.Sources(file);
        var ruleset = new Ruleset
        {
            Id = "",
            Version = "",
            Hash = Digest.Zero,
            Title = new Title(""),
            Authority = "",
            Adoptable = default,
            Period = PeriodLength.Year,
            AppliesTo = HeaderReader.AppliesTo(file, context),
            Sources = sources,
            Cite = citing.Inherited ?? Citing.None,
            Scale = HeaderReader.Scale(file, context),
            Settings = [.. DeclarationReader.Settings(file)],
            Parameters = [.. DeclarationReader.Parameters(file, context, citing)],
            Attributes = [.. DeclarationReader.Attributes(file)],
            Categories = [.. CategoryReader.Categories(file, context, citing)],
            Deductions = [.. ConsequenceReader.Deductions(file, context, citing)],
            Limits = [.. ConsequenceReader.Limits(file, context, citing)],
            Grades = [.. GradeReader.Grades(file, context, citing)],
            Classes = [.. GradeReader.Classes(file, context, citing)],
            Ranking = [.. GradeReader.Ranking(file, context)],
            Outcomes = [.. OutcomeReader.Outcomes(file, context, citing)],
        };
        return citing.Inherited is null ? ruleset with { Cite = FirstCite(ruleset) } : ruleset;
    }

    /// <summary>Where every line cites for itself and the head does not, the first line's citation stands for the
    /// whole.</summary>
    private static Cite FirstCite(Ruleset ruleset) =>
        ruleset.Categories.Select(c => c.Cite).Concat(ruleset.Classes.Select(c => c.Cite))
            .Concat(ruleset.Outcomes.Select(o => o.Cite))
            .Concat(ruleset.Grades.Select(g => g.Cite)).Concat(ruleset.Limits.Select(l => l.Cite)).FirstOrDefault()
            ?? Citing.None;
}
