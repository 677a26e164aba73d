namespace MicroPoints.Simulation;

/// <summary>One chamber's entries, read by the auditor in its own way.</summary>
internal sealed class Book
{
    /// <summary>A fact, and when it was taken back.</summary>
    /// <param name="Origin">The id it was first recorded under, where it was carried.</param>
    public sealed record OwnFact(
        EntryId Id, EntryId Origin, KindId Kind, bool IsEvent, DateOnly On, long Hundredths, string Text, DateTimeOffset At, long Sequence)
    {
        public SealedEntry? Reversal { get; set; }

        public bool StandsAt(DateTimeOffset knownAt) => At <= knownAt && !(Reversal?.At <= knownAt);
    }

    public required ChamberId Id { get; init; }
    public required IReadOnlyList<SealedEntry> Entries { get; init; }
    public List<OwnFact> Facts { get; } = [];
    public SealedEntry? Registration { get; private set; }
    public SealedEntry? End { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public IReadOnlyList<ChamberId> Successors { get; private set; } = [];

    /// <summary>Closed periods with the sequence that closed them.</summary>
    public List<(Period Period, long Sequence)> Closed { get; } = [];

    public static Book Of(StreamId stream, IReadOnlyList<SealedEntry> entries)
    {
        var book = new Book { Id = new ChamberId(stream.Name), Entries = entries };
        foreach (var entry in entries) book.Take(entry);
        return book;
    }

    /// <summary>What stands of a kind, in hundredths, for days that count.</summary>
    public long Sum(KindId kind, Func<DateOnly, bool> counts, DateTimeOffset knownAt) =>
        Facts.Where(f => f.Kind == kind && f.StandsAt(knownAt) && counts(f.On)).Sum(f => f.Hundredths);

    private void Take(SealedEntry entry)
    {
        switch (entry.Body)
        {
            case ChamberRegistered:
                Registration = entry;
                break;
            case ActivityRecorded recorded:
                Auditor.Demand(End is null, $"{Id} has ended, and {entry.Id} was recorded there afterwards");
                Auditor.Demand(!Closed.Exists(c => c.Period.Contains(recorded.Fact.On.Last)),
                    $"{Id}: {entry.Id} is of {recorded.Fact.On}, which was closed before");
                Facts.Add(FactOf(entry, recorded.Fact, entry.Id));
                break;
            case ActivityCarried carried:
                Facts.Add(FactOf(entry, carried.Fact, carried.OriginId));
                break;
            case ActivityReversed reversed:
                var target = Facts.Find(f => f.Id == reversed.Target);
                Auditor.Demand(target is { Reversal: null }, $"{Id}: {entry.Id} reverses {reversed.Target}, which does not stand");
                target!.Reversal = entry;
                break;
            case PeriodClosed closed:
                Closed.Add((closed.Period, entry.Sequence));
                break;
            case ChamberMerged merged:
                (End, EndedOn, Successors) = (entry, merged.On, [merged.Successor]);
                break;
            case ChamberSplit split:
                (End, EndedOn, Successors) = (entry, split.On, split.Successors);
                break;
        }
    }

    private static OwnFact FactOf(SealedEntry entry, Fact fact, EntryId origin) => new(
        entry.Id, origin, fact.Kind, fact.Nature == Nature.Event, fact.On.Last, Hundredths(fact.Measured),
        $"{fact.Kind} {fact.On} {Wording.Of(fact.Measured)} {fact.Key}", entry.At, entry.Sequence);

    private static long Hundredths(Measured measured) => measured switch
    {
        Measured.Count m => m.Times * 100,
        Measured.Quantity m => m.Hundredths,
        _ => 0,
    };
}
