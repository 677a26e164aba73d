using MicroPoints.Activities;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Tests;

/// <summary>Demands that a points table says what scorecards say, in every number, grade, place and outcome.</summary>
internal static class TableComparison
{
    public static void Same(
        Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings, KindCatalogue kinds, IReadOnlyList<ChamberFacts> chambers)
    {
        var reading = chambers[0].Reading;
        var compiled = new CompiledRuleset(ruleset, settings, kinds, reading.Period, reading.Day);
        var (table, cards) = (compiled.Evaluate(chambers), new Evaluator(ruleset, settings).Evaluate(chambers));
        Same(cards, table);
        foreach (var card in cards)
            Assert.Equal(Explained(card), Explained(compiled.Explain(table, chambers.Single(c => c.Id == card.Id))));
    }

    /// <summary>A scorecard with every reason, as text.</summary>
    private static string Explained(Scorecard card) => string.Join('\n',
    [
        Said(card), $"{card.Card.Bonus} {card.Card.Rescale} {card.ClassError?.Sentence}",
        .. card.Card.Lines.Select(l => l with { Because = [] } + string.Join(',', l.Because)),
        .. card.Card.Categories.Select(c => $"{c.Category.Id} {c.Sum} {c.Points} {c.Cap} {c.Scale} {string.Join(',', c.Because)}"),
        .. card.Card.Deductions.Select(d => $"{d.Deduction.Id} {d.Raw} {d.Points} {string.Join(',', d.Because)}"),
        .. card.Limits.Select(l => $"{l.Limit.Id} {l.IsOn} {Of(l.Finding)}"),
        .. card.Outcomes.Select(o => $"{o.Outcome.Id} {o.Status} {(o.Finding is { } finding ? Of(finding) : "")}"),
    ]);

    private static string Of(Finding finding) =>
        $"{finding.Verdict} {finding.Sentence} [{string.Join("; ", finding.Inside.Select(Of))}]";

    public static void Same(IReadOnlyList<Scorecard> cards, PointsTable table)
    {
        Assert.Equal(cards.Count, table.Count);
        for (var row = 0; row < cards.Count; row++) Assert.Equal(Said(cards[row]), Said(table[row], table.Ruleset));
    }

    private static string Said(Scorecard card) => string.Join(' ',
        card.Id, card.Chamber.Seat, card.IsRanked, card.Total,
        string.Join(',', card.Card.Categories.Select(c => c.Points)),
        card.GradeByPoints ?? "-", card.Grade ?? "-", card.Class ?? "-", card.BarredBy ?? "-", card.Places?.ToString() ?? "-",
        string.Join(',', card.Outcomes.Select(o => $"{o.Status} {o.IsEligible}")),
        string.Join(',', card.Limits.Select(l => l.IsMet)), card.Errors.Any());

    private static string Said(PointsRow row, Ruleset ruleset) => string.Join(' ',
        row.Id, row.Seat, row.IsRanked, row.Total,
        string.Join(',', ruleset.Categories.Select((_, i) => row.Category(i))),
        row.GradeByPoints ?? "-", row.Grade ?? "-", row.Class ?? "-", row.BarredBy ?? "-", row.Places?.ToString() ?? "-",
        string.Join(',', ruleset.Outcomes.Select((_, i) => $"{row.Outcome(i)} {row.IsEligible(i)}")),
        string.Join(',', ruleset.Limits.Select((_, i) => row.IsLimited(i))), row.IsUndecided);
}
