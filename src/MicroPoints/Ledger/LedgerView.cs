using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>A ledger with the accepted lines of a batch on top: each line is judged as if the earlier ones were applied.</summary>
public sealed class LedgerView(LedgerState state)
{
    // Made when the first line needs them: most commands come alone.
    private List<SealedEntry>? _pending;
    private Dictionary<EntryId, SealedEntry>? _pendingById;
    private Dictionary<EntryId, EntryId>? _pendingReversals;
    private Dictionary<EntryId, ChamberId>? _pendingPredecessorIds;
    private List<Period>? _pendingClosed;
    private List<LateWindowOpened>? _pendingWindows;
    private Chamber? _chamber = state.Chamber;

    public ChamberId Id => state.Id;
    public Chamber? Chamber => _chamber;
    public Head Head => _pending is [.., var last] ? last.Head : state.Head;

    /// <summary>What is to be appended, sealed one after the other from the state's head.</summary>
    public IReadOnlyList<SealedEntry> Pending => _pending ?? (IReadOnlyList<SealedEntry>)[];

    public SealedEntry? Find(EntryId id) => FindPending(id) ?? state.Find(id);
    public EntryId? ReversalOf(EntryId id) =>
        _pendingReversals?.TryGetValue(id, out var reversal) == true ? reversal : state.ReversalOf(id);
    public ChamberId? PredecessorOf(EntryId id) =>
        _pendingPredecessorIds?.TryGetValue(id, out var chamber) == true ? chamber : state.PredecessorOf(id);

    private IEnumerable<Period> Closed => _pendingClosed is null ? state.ClosedPeriods : state.ClosedPeriods.Concat(_pendingClosed);
    private IEnumerable<LateWindowOpened> Windows =>
        _pendingWindows is null ? state.LateWindows : state.LateWindows.Concat(_pendingWindows);

    /// <summary>The last known instant: recorded instants never run backwards in a stream.</summary>
    public DateTimeOffset? LastInstant => _pending is [.., var last] ? last.At : state.LastInstant;

    /// <summary>Takes an accepted decision on top.</summary>
    public void Apply(Decision.Accepted accepted)
    {
        foreach (var draft in accepted.Entries)
        {
            var entry = SealedEntry.Seal(state.Stream, Head, draft);
            Invariant.Holds(Find(entry.Id) is null, "a decision writes no id twice");
            (_pending ??= new(accepted.Entries.Count)).Add(entry);
            if (_pending.Count > 1) (_pendingById ??= new() { [_pending[0].Id] = _pending[0] }).Add(entry.Id, entry);
            Take(entry);
        }
    }

    private SealedEntry? FindPending(EntryId id) =>
        _pendingById is not null ? _pendingById.GetValueOrDefault(id) : _pending is [var only] && only.Id == id ? only : null;

    /// <summary>What later lines must know of an earlier one.</summary>
    private void Take(SealedEntry entry)
    {
        switch (entry.Body)
        {
            case ActivityReversed reversed:
                (_pendingReversals ??= [])[reversed.Target] = entry.Id;
                break;
            case ActivityCarried carried:
                (_pendingPredecessorIds ??= [])[carried.OriginId] = carried.Origin;
                break;
            case PeriodClosed closed:
                (_pendingClosed ??= []).Add(closed.Period);
                break;
            case LateWindowOpened window:
                (_pendingWindows ??= []).Add(window);
                break;
            default:
                _chamber = Chamber.Fold(_chamber, entry) ?? _chamber;
                if (entry.Body is not ChamberSucceeded succeeded) break;
                foreach (var id in succeeded.KnownIds) (_pendingPredecessorIds ??= [])[id] = succeeded.Predecessor;
                break;
        }
    }

    /// <summary>The closed periods that a fact reaches: its own for an event, all it may be read in for a state.</summary>
    public IReadOnlyList<Period> Reached(Activities.Fact fact) => NothingIsClosed ? [] : [.. Closed.Where(period =>
        fact.Nature == Activities.Nature.Event
            ? period.Contains(fact.On.Last)
            : fact.On.Last < period.Until && !(fact.Expires <= period.From)).Distinct().Order()];

    /// <summary>A closed period that holds a day and that no late window lets entries into today; null where none does.</summary>
    /// <remarks>A day may lie in a closed quarter and in a closed year; each needs its own window.</remarks>
    public Period? ClosedPeriodOf(DateOnly day, DateOnly today) => NothingIsClosed ? null :
        Closed.Where(p => p.Contains(day) && !LateWindowIsOpen(p, today)).Select(p => (Period?)p).FirstOrDefault();

    public bool IsClosed(Period period) => Closed.Contains(period);

    private bool NothingIsClosed => state.ClosedPeriods.Count == 0 && _pendingClosed is null;

    /// <summary>Whether an authority opened a late window for a period that lasts through today.</summary>
    private bool LateWindowIsOpen(Period period, DateOnly today) => Windows.Any(w => w.Period == period && today <= w.Through);

    /// <summary>Judges one command: a repeated id first, then the command's own checks.</summary>
    public Decision Judge(LedgerCommand command, Activities.KindCatalogue kinds, Context context) =>
        Find(command.Id) is { } known ? command.AnswerTo(known, kinds) : command.Decide(this, kinds, context);
}
