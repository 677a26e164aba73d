namespace MicroPoints.Simulation;

/// <summary>What goes over in mergers and splits: every standing event once, as it was, and nothing else.</summary>
internal static class Lineages
{
    public static void Check(IReadOnlyDictionary<ChamberId, Book> books)
    {
        foreach (var book in books.Values)
            foreach (var entry in book.Entries)
                if (entry.Body is ChamberSucceeded succeeded) CheckSuccession(book, entry, succeeded, books);
        foreach (var predecessor in books.Values.Where(b => b.End is not null))
        {
            var twice = predecessor.Successors.Where(books.ContainsKey).SelectMany(s => CarriedFrom(books[s], predecessor.Id))
                .GroupBy(f => f.Origin).FirstOrDefault(g => g.Count() > 1);
            Auditor.Demand(twice is null, $"{twice?.Key} of {predecessor.Id} was carried {twice?.Count()} times");
        }
    }

    private static void CheckSuccession(
        Book book, SealedEntry entry, ChamberSucceeded succeeded, IReadOnlyDictionary<ChamberId, Book> books)
    {
        var where = $"{book.Id} sequence {entry.Sequence}, which succeeds {succeeded.Predecessor}";
        var predecessor = books.GetValueOrDefault(succeeded.Predecessor);
        Auditor.Demand(predecessor?.Successors.Contains(book.Id) == true, $"{where}: the predecessor names other successors");
        var head = predecessor!.Entries.ElementAtOrDefault((int)succeeded.PredecessorHead.Sequence - 1);
        Auditor.Demand(head?.Hash == succeeded.PredecessorHead.Hash, $"{where}: the predecessor has no such head");
        var standing = predecessor.Facts.Where(f => f.IsEvent && f.Reversal is null).ToDictionary(f => f.Id);
        var carried = CarriedFrom(book, predecessor.Id).ToList();
        foreach (var fact in carried)
            Auditor.Demand(standing.TryGetValue(fact.Origin, out var first) && first.Text == fact.Text,
                $"{where}: {fact.Origin} was carried as '{fact.Text}' and is not that there");
        if (predecessor.End!.Body is ChamberMerged)
            Auditor.Demand(carried.Count == standing.Count, $"{where}: {carried.Count} of {standing.Count} standing events were carried");
    }

    private static IEnumerable<Book.OwnFact> CarriedFrom(Book book, ChamberId predecessor) =>
        from entry in book.Entries
        where entry.Body is ActivityCarried carried && carried.Origin == predecessor
        join fact in book.Facts on entry.Id equals fact.Id
        select fact;
}
