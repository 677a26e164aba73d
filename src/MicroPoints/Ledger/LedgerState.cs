using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>One chamber's stream, folded: what the register says of it, its tally, what is reversed and what is closed.</summary>
public sealed partial class LedgerState(ChamberId id) : StreamState(StreamId.Of(id))
{
    private readonly Dictionary<EntryId, EntryId> _reversals = [];
    private readonly Dictionary<EntryId, ChamberId> _predecessorIds = [];
    private readonly List<Period> _closed = [];
    private readonly List<LateWindowOpened> _windows = [];
    private readonly List<SealedEntry> _entries = [];

    public ChamberId Id { get; } = id;
    public Chamber? Chamber { get; private set; }

    /// <summary>Everything that stands now, over all years.</summary>
    public Tally Tally { get; } = new();

    public IReadOnlyList<Period> ClosedPeriods => _closed;
    public IReadOnlyList<LateWindowOpened> LateWindows => _windows;

    /// <summary>All entries, in sequence. A partial state has none to show: read them from the log.</summary>
    public IReadOnlyList<SealedEntry> Entries
    {
        get
        {
            Invariant.Holds(!IsPartial, "a ledger that let its entries go is not asked for them");
            return _entries;
        }
    }

    /// <summary>The reversal of an entry, if it was taken back.</summary>
    public EntryId? ReversalOf(EntryId target) => _reversals.TryGetValue(target, out var reversal) ? reversal : null;

    /// <summary>The predecessor that knew an id, if any did.</summary>
    public ChamberId? PredecessorOf(EntryId id) => _predecessorIds.TryGetValue(id, out var chamber) ? chamber : null;

    /// <summary>Every id that some predecessor knew.</summary>
    public IEnumerable<EntryId> PredecessorIds => _predecessorIds.Keys;

    /// <summary>The fact an entry recorded or carried; null for entries that are no activity.</summary>
    public static Fact? FactOf(SealedEntry entry) => entry.Body switch
    {
        ActivityRecorded recorded => recorded.Fact,
        ActivityCarried carried => carried.Fact,
        _ => null,
    };

    /// <summary>Entries whose facts stand now, in sequence.</summary>
    public IEnumerable<SealedEntry> Standing() => Entries.Where(e => FactOf(e) is not null && !_reversals.ContainsKey(e.Id));

    public override void LetGo()
    {
        base.LetGo();
        _entries.Clear();
    }

    protected override void Fold(SealedEntry entry)
    {
        switch (entry.Body)
        {
            case ActivityRecorded recorded:
                Tally.Add(new StandingFact(recorded.Fact, entry.Sequence));
                break;
            case ActivityCarried carried:
                Tally.Add(new StandingFact(carried.Fact, entry.Sequence));
                _predecessorIds[carried.OriginId] = carried.Origin;
                break;
            case ActivityReversed reversed:
                var target = Find(reversed.Target) ?? throw new InvariantException(
                    $"{entry.Stream} reverses {reversed.Target}, which it does not hold");
                Invariant.Holds(_reversals.TryAdd(target.Id, entry.Id), "an entry is reversed at most once");
                Tally.Remove(
                    new StandingFact(FactOf(target) ?? throw new InvariantException("only an activity is reversed"),
                    target.Sequence));
                break;
            case PeriodClosed closed:
                _closed.Add(closed.Period);
                break;
            case LateWindowOpened window:
                _windows.Add(window);
                break;
            default:
                FoldRegister(entry);
                break;
        }
        if (!IsPartial) _entries.Add(entry);
    }

    private void FoldRegister(SealedEntry entry)
    {
        Invariant.Holds(Chamber is not null || entry.Body is ChamberRegistered, "a chamber's first entry registers it");
        Chamber = Chambers.Chamber.Fold(Chamber, entry);
        if (Chamber is null) { Unknown(entry); return; }
        if (entry.Body is not ChamberSucceeded succeeded) return;
        foreach (var id in succeeded.KnownIds) _predecessorIds[id] = succeeded.Predecessor;
    }
}
