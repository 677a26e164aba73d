using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>A ledger as a round froze it: entries after the head count only where they were admitted.</summary>
/// <param name="Admitted">Entries after the head that count whenever they were recorded.</param>
public sealed record FrozenAt(long Head, IReadOnlySet<EntryId> Admitted);

/// <summary>The fold of a ledger into a tally as of a day, as known at an instant.</summary>
public static class LedgerFold
{
    /// <summary>Folds the facts that stand for a day up to the question's, from entries and reversals recorded by its instant.</summary>
    /// <remarks>A reversal counts only by the instant it was recorded.</remarks>
    /// <param name="frozen">Where a round froze the ledger; null counts all entries.</param>
    public static Tally At(IReadOnlyList<SealedEntry> entries, AsOf at, FrozenAt? frozen = null)
    {
        var reversed = new HashSet<EntryId>();
        foreach (var entry in entries)
            if (entry.Body is ActivityReversed reversal && Counts(entry, at.KnownAt, frozen)) reversed.Add(reversal.Target);

        var tally = new Tally();
        foreach (var entry in entries)
            if (LedgerState.FactOf(entry) is { } fact && fact.On.Last <= at.Day && Counts(entry, at.KnownAt, frozen)
                && !reversed.Contains(entry.Id))
                tally.Add(new StandingFact(fact, entry.Sequence));
        return tally;
    }

    /// <summary>What the register said, from entries recorded by an instant; null where the chamber was not on it yet.</summary>
    public static Chamber? RegisterAt(
        IReadOnlyList<SealedEntry> entries, DateTimeOffset knownAt, FrozenAt? frozen = null)
    {
        Chamber? chamber = null;
        foreach (var entry in entries)
            if (Counts(entry, knownAt, frozen)) chamber = Chamber.Fold(chamber, entry) ?? chamber;
        return chamber;
    }

    private static bool Counts(SealedEntry entry, DateTimeOffset knownAt, FrozenAt? frozen) =>
        frozen is not null && entry.Sequence > frozen.Head ? frozen.Admitted.Contains(entry.Id) : entry.At <= knownAt;
}
