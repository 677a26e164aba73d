namespace MicroPoints.Standings;

/// <summary>Scores one chamber after the other into rows of a table: all that needs no other chamber but the peers' ranges.</summary>
/// <remarks>Each thread takes a scorer of its own; rows may be scored in any order.</remarks>
/// <param name="compiled">The ruleset.</param>
/// <param name="peers">What chambers are compared by, gathered and united.</param>
public sealed class RowScorer(CompiledRuleset compiled, PeerAmounts peers)
{
    private readonly PlainSums _sums = new(compiled.Sums.Slots);
    private readonly PeerRanges _ranges = peers.Ranges;
    private readonly bool[] _limitsMet = new bool[compiled.Limits.Length];

    /// <summary>Whether a chamber's whole facts are needed, whatever sums are at hand.</summary>
    public bool NeedsWhole(IReadOnlyDictionary<string, string> notApplicable) => compiled.Card.NeedsWhole || notApplicable.Count > 0;

    /// <summary>Scores a chamber whose reading holds every fact.</summary>
    public void Score(PointsTable table, int row, ChamberFacts chamber)
    {
        if (!NeedsWhole(chamber.NotApplicable) && compiled.Sums.TryFill(chamber.Reading.Tally, _sums)) Score(table, row, chamber, _sums);
        else ScoreWhole(table, row, chamber);
    }

    /// <summary>Scores a chamber whose reading holds <see cref="CompiledRuleset.TallyKinds"/>, and whose sums the rest.</summary>
    /// <remarks>Not for one to which some indicator does not apply, or with cells of a plain kind: they need all their facts.</remarks>
    public void Score(PointsTable table, int row, ChamberFacts chamber, PlainSums sums)
    {
        Invariant.Holds(!NeedsWhole(chamber.NotApplicable), "what sums cannot say is scored from all facts");
        Place(table, row, chamber);
        new CardArithmetic(compiled, table, row, chamber, sums, _ranges).Run();
        RowStages.Apply(table, row, chamber, compiled, _limitsMet);
    }

    private void ScoreWhole(PointsTable table, int row, ChamberFacts chamber)
    {
        Place(table, row, chamber);
        var expanded = chamber with { NotApplicable = compiled.Ruleset.WithInside(chamber.NotApplicable) };
        var card = compiled.Whole.Score(chamber.Reading, expanded.NotApplicable, i => _ranges.Standing(i, expanded));
        table.Totals[row] = card.Total.Hundredths;
        var categories = compiled.Ruleset.Categories.Count;
        for (var i = 0; i < categories; i++) table.Categories[row * categories + i] = card.Categories[i].Points.Hundredths;
        compiled.Kept.Fill(table.Kept.AsSpan(row * compiled.Kept.Count, compiled.Kept.Count), card);
        RowStages.Apply(table, row, chamber, compiled, _limitsMet);
    }

    private void Place(PointsTable table, int row, ChamberFacts chamber)
    {
        (table.Ids[row], table.Seats[row], table.OnRoster[row]) = (chamber.Id, chamber.Seat, chamber.IsRanked);
        table.Peers = _ranges;
        var attributes = compiled.RankedAttributes;
        for (var i = 0; i < attributes.Count; i++)
            table.Attributes[row * attributes.Count + i] = Ranking.ReadAttribute(compiled.Ruleset, attributes[i], chamber.Attributes);
    }
}
