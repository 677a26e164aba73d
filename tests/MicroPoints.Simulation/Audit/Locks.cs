namespace MicroPoints.Simulation;

/// <summary>What a round's lock froze is what the chambers' streams hold, closed where it says so.</summary>
internal static class Locks
{
    public static void Check(
        IReadOnlyDictionary<StreamId, IReadOnlyList<SealedEntry>> there, IReadOnlyDictionary<ChamberId, Book> books)
    {
        foreach (var (stream, entries) in there.Where(s => s.Key.Type == StreamType.Round))
        {
            if (entries.FirstOrDefault(e => e.Body is RoundLocked)?.Body is not RoundLocked locked) continue;
            var period = ((RoundOpened)entries[0].Body).Period;
            foreach (var (chamber, head) in locked.Snapshot.Heads)
            {
                var book = books.GetValueOrDefault(chamber);
                Auditor.Demand(book?.Entries.ElementAtOrDefault((int)head.Sequence - 1)?.Hash == head.Hash,
                    $"{stream} froze {chamber} at {head}, where the chamber has none");
                Auditor.Demand(!locked.ClosesPeriod || book!.Closed.Exists(c => c.Period == period && c.Sequence <= head.Sequence),
                    $"{stream} says that {period} is closed for {chamber}, and it was not when the round was locked");
            }
        }
    }
}
