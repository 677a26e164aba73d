using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>The fold of a ledger into a tally as of a day, as known at an instant.</summary>
public static class LedgerFold
{
    /// <summary>Folds the facts that stand for a day up to the question's, from entries and reversals recorded by its instant.</summary>
    /// <remarks>A reversal counts only by the instant it was recorded.</remarks>
    public static Tally At(IReadOnlyList<SealedEntry> entries, AsOf at)
    {
        var reversed = new HashSet<EntryId>();
        foreach (var entry in entries)
            if (entry.Body is ActivityReversed reversal && entry.At <= at.KnownAt) reversed.Add(reversal.Target);

        var tally = new Tally();
        foreach (var entry in entries)
            if (LedgerState.FactOf(entry) is { } fact && entry.At <= at.KnownAt && fact.On.Last <= at.Day && !reversed.Contains(entry.Id))
                tally.Add(new StandingFact(fact, entry.Sequence));
        return tally;
    }

    /// <summary>What the register said, from entries recorded by an instant; null where the chamber was not on it yet.</summary>
    public static Chamber? RegisterAt(IReadOnlyList<SealedEntry> entries, DateTimeOffset knownAt)
    {
        Chamber? chamber = null;
        foreach (var entry in entries)
            if (entry.At <= knownAt) chamber = Chamber.Fold(chamber, entry) ?? chamber;
        return chamber;
    }
}
