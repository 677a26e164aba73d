namespace MicroPoints.Rulesets.Yaml.Writing;

/// <summary>The lines of a ruleset, each with its own citation only where it differs from the one around it.</summary>
internal static class LineText
{
    public static string Indicator(Indicator line, Cite around) => Flow.Map([.. IndicatorFields(line, around),
        ("indicators", line.IsGroup ? Flow.List(line.Indicators.Select(i => Indicator(i, line.Cite))) : null)]);

    /// <summary>All but the indicators inside.</summary>
    public static (string Key, string? Value)[] IndicatorFields(Indicator line, Cite around) =>
    [
        ("id", Flow.Text(line.Id)), ("title", Flow.Title(line.Title)), ("cite", Cite(line.Cite, around)),
        ("counts", ScoreText.Counts(line.Counts, line.CountsSetting)),
        ("score", line.Score is { } score ? ScoreText.Of(score) : null),
        ("cap", line.Cap?.ToString()),
        ("overflow", line.Overflow is { } o ? Flow.Map(("to", Flow.Text(o.To)), ("each", o.Each?.ToString())) : null),
        ("enabled-by", Text(line.EnabledBy)), ("may-be-not-applicable", Flow.Flag(line.MayBeNotApplicable)),
        ("advice", line.Advice ? null : "false"),
    ];

    public static string Deduction(Deduction line, Cite around) => Flow.Map(
        ("id", Flow.Text(line.Id)), ("title", Flow.Title(line.Title)), ("cite", Cite(line.Cite, around)),
        ("counts", ScoreText.Counts(line.Counts, line.CountsSetting)), ("each", line.Each?.ToString()),
        ("while", line.While is { } w
            ? Flow.Map(("state", w.State.Value), ("is", Flow.Ids(w.Is)), ("points", $"{w.Points}")) : null),
        ("cap", line.Cap?.ToString()),
        ("zeroes-indicators-counting",
            line.ZeroesByKey ? "key" : Flow.Texts([.. line.ZeroesKinds.Select(k => k.Value)])),
        ("enabled-by", Text(line.EnabledBy)));

    public static string Limit(Limit line, Cite around) => Flow.Map(
        ("id", Flow.Text(line.Id)), ("title", Flow.Title(line.Title)), ("cite", Cite(line.Cite, around)),
        ("when", ConditionText.Of(line.When)), ("grade-at-most", Text(line.Ceiling)),
        ("grades-down", line.GradesDown?.ToString()),
        ("bars", line.BarsReason is { } reason ? Flow.Title(reason) : Flow.Flag(line.Bars)), ("suspends", Suspends(line)),
        ("enabled-by", Text(line.EnabledBy)));

    private static string? Suspends(Limit line)
    {
        if (!line.SuspendsAll) return line.Suspends is { Reference: null, Literal.Count: 0 } ? null : Flow.Ids(line.Suspends);
        return line.Suspends.Literal.Count == 0 ? "outcomes"
            : Flow.List(["outcomes", .. line.Suspends.Literal.Select(Flow.Text)]);
    }

    public static string Grade(Grade line, Cite around) => Flow.Map(
        ("id", Flow.Text(line.Id)), ("title", Flow.Title(line.Title)), ("cite", Cite(line.Cite, around)),
        ("from", $"{line.From}"), ("quota", Quota(line.Quota)));

    public static string Class(ClassRule line, Cite around) => Flow.Map(
        ("id", Flow.Text(line.Id)), ("title", Flow.Title(line.Title)), ("cite", Cite(line.Cite, around)),
        ("when", line.When is { } when ? ConditionText.Of(when) : null));

    public static string Outcome(Outcome line, Cite around) => Flow.Map(
        ("id", Flow.Text(line.Id)), ("kind", Flow.Word(line.Kind)), ("title", Flow.Title(line.Title)),
        ("cite", Cite(line.Cite, around)), ("when", line.When is { } when ? ConditionText.Of(when) : null),
        ("enabled-by", Text(line.EnabledBy)), ("quota", Quota(line.Quota)), ("ties", Flow.Word(line.Ties)),
        ("valid", line.Valid is { } v
            ? Flow.Map(("from", v.FromNextYear ? "next-year" : "decision"), ("years", $"{v.Years}")) : null),
        ("offered", line.Automatic ? "automatic" : "apply"),
        ("records", line.Records is { } r ? Flow.Map(("kind", r.Kind.Value), ("option", Text(r.Option))) : null));

    public static string Ranking(RankingKey key) => key.By switch
    {
        RankingBy.Total => "total",
        RankingBy.Attribute => Flow.Map(("attribute", Flow.Text(key.Id!)),
            ("order", key.Ascending ? "ascending" : "descending"), ("missing", key.MissingFirst ? "first" : "last")),
        _ => Flow.Map((Flow.Word(key.By), Flow.Text(key.Id!))),
    };

    public static string? Cite(Cite own, Cite around) => own == around ? null : Flow.Cite(own);

    private static string? Text(string? text) => text is null ? null : Flow.Text(text);

    private static string? Quota(Quota? quota) => quota is not { } q ? null : Flow.Map(
        ("percent", q.Percent?.ToString()), ("count", q.Count?.ToString()), ("of", Flow.Word(q.Of)),
        ("within", Flow.Word(q.Within)), ("rounding", Flow.Word(q.Rounding)), ("at-least", q.AtLeast?.ToString()));
}
