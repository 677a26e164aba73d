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
        var table = new CompiledRuleset(ruleset, settings, kinds, reading.Period, reading.Day).Evaluate(chambers);
        Same(new Evaluator(ruleset, settings).Evaluate(chambers), table);
    }

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
