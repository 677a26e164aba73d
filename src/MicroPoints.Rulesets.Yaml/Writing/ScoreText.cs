namespace MicroPoints.Rulesets.Yaml.Writing;

/// <summary>Scores as a file writes them.</summary>
internal static class ScoreText
{
    public static string Of(Score score) => score switch
    {
        Score.Flag s => Flow.Map(("flag", $"{s.Points}")),
        Score.Option s => Flow.Map(("option", Options(s.Options))),
        Score.PerCount s => Flow.Map(("per-count", $"{s.Points}")),
        Score.PerPeriod s => Flow.Map(("per-period", Flow.Map(("points", $"{s.Points}"), ("each", Flow.Word(s.Each))))),
        Score.PerQuantity s => Flow.Map(("per-quantity", Flow.Map(
            ("points", $"{s.Points}"), ("every", $"{s.Every}"), ("rounding", Flow.Word(s.Rounding))))),
        Score.FromFull s => Flow.Map(("from-full", Flow.Map(("points", $"{s.Points}"), ("minus", $"{s.Minus}")))),
        Score.InProportion s => Flow.Map(("in-proportion", $"{s.Points}"), Participation(s.ParticipationAtLeast)),
        Score.ByTier s => Flow.Map(("tier", Flow.List(s.Tiers.Select(t =>
            Flow.Map(("at-least", $"{t.AtLeast}"), ("points", $"{t.Points}"))))), Participation(s.ParticipationAtLeast)),
        Score.Highest s => Flow.Map(("highest", Options(s.Options))),
        Score.OncePerKey s => Flow.Map(
            ("once-per-key", Options(s.Options)), ("once-across-periods", Flow.Flag(s.AcrossPeriods))),
        Score.Discretionary s => Flow.Map(("discretionary", Flow.Map(("from", $"{s.From}"), ("to", $"{s.To}")))),
        Score.AgainstPeers s => Flow.Map(("against-peers", Flow.Map(
            ("points", $"{s.Points}"), ("base", $"{s.Base}"), ("fallback", $"{s.Fallback}")))),
        Score.Checklist s => Flow.Map(("checklist", Flow.Map(
            ("items", Flow.List(s.Items.Select(Item))), ("points", s.Points?.ToString())))),
        _ => throw new InvalidOperationException("unknown scoring function"),
    };

    /// <param name="setting">The list setting that names the kinds, where there is one.</param>
    public static string? Counts(IReadOnlyList<Counted> counts, string? setting)
    {
        if (setting is not null) return "$" + setting;
        return counts.Count == 0 ? null : Flow.List(counts.Select(c =>
            c is { Weight: null, Option: null, Key: null } ? c.Kind.Value : Flow.Map(("kind", c.Kind.Value),
                ("weight", c.Weight?.ToString()), ("option", Text(c.Option)), ("key", Text(c.Key)))));
    }

    private static string? Text(string? text) => text is null ? null : Flow.Text(text);

    private static (string, string?) Participation(Number? least) => ("participation-at-least", least?.ToString());

    private static string Options(IReadOnlyList<OptionPoints> options) =>
        Flow.Map([.. options.Select(o => (Flow.Text(o.Option), (string?)$"{o.Points}"))]);

    private static string Item(ChecklistItem item) => item.Points is { } points
        ? Flow.Map(("kind", item.Kind.Value), ("points", $"{points}"))
        : item.Kind.Value;
}
