using MicroPoints.Ledger;

namespace MicroPoints.Runtime;

/// <summary>Finds activities and chambers by reading the ledgers of a scope themselves: nothing to maintain, and slow for many.</summary>
/// <param name="chambersMax">More chambers than this in a scope are refused.</param>
public sealed class LogSearch(IEventLog log, TimeProvider clock, int chambersMax = LogSearch.ChambersMaxDefault) : IActivitySearch
{
    /// <summary>More than a city has.</summary>
    public const int ChambersMaxDefault = 1_000;

    private const int ReadAtOnce = 16;

    public DateTimeOffset CaughtUpTo => clock.GetUtcNow();

    public ValueTask<bool> CatchUp(TimeSpan within, CancellationToken cancel) => new(true);

    public async ValueTask<FoundActivities> Find(ActivityQuery query, CancellationToken cancel)
    {
        var now = CaughtUpTo;
        var ledgers = await Ledgers(query.Scope, query.Chamber, cancel);
        var found = ledgers.SelectMany(Activities).Where(a => IsAskedFor(query, a)).OrderBy(a => a.Recorded)
            .ThenBy(a => a.Chamber.Value, StringComparer.Ordinal).ThenBy(a => a.Sequence).Take(query.Limit + 1).ToList();
        var page = found.Take(query.Limit).ToList();
        return new FoundActivities(page, found.Count > query.Limit ? page[^1].Position : null, now, StampOf(ledgers));
    }

    public async ValueTask<FoundChambers> Find(ChamberQuery query, CancellationToken cancel)
    {
        var (now, ledgers) = (CaughtUpTo, await Ledgers(query.Scope, null, cancel));
        var found = ledgers.Select(l => l.Chamber).OfType<Chambers.Chamber>().OrderBy(c => c.Id)
            .Where(c => query.After is not { } after || c.Id.CompareTo(after) > 0)
            .Where(c => query.NameContains is not { } part || c.Name.Contains(part, StringComparison.OrdinalIgnoreCase))
            .Take(query.Limit + 1)
            .Select(c => new FoundChamber(c.Id, c.Name, c.Kind, c.Seat, c.Founded, c.EndedOn)).ToList();
        var page = found.Take(query.Limit).ToList();
        return new FoundChambers(page, found.Count > query.Limit ? page[^1].Id : null, now, StampOf(ledgers));
    }

    private async Task<IReadOnlyList<LedgerState>> Ledgers(RegionCode scope, ChamberId? only, CancellationToken cancel)
    {
        if (only is { } one)
        {
            var ledger = await log.LoadWhole<LedgerState>(StreamId.Of(one), cancel);
            return ledger.Chamber is { } chamber && scope.Contains(chamber.Seat) ? [ledger] : [];
        }
        var streams = (await log.Cut(scope, StreamType.Chamber, cancel)).Select(h => h.Stream).ToList();
        if (streams.Count > chambersMax) throw new QueryRefusedException(Refusal.ScopeTooLarge,
            $"{scope} has {streams.Count} chambers, and this edition looks through {chambersMax} at most: "
            + "ask for a smaller region, or for one chamber");
        var ledgers = new LedgerState[streams.Count];
        await Parallel.ForAsync(0, streams.Count, new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancel },
            async (i, c) => ledgers[i] = await log.LoadWhole<LedgerState>(streams[i], c));
        return ledgers;
    }

    private static IEnumerable<FoundActivity> Activities(LedgerState ledger) =>
        from entry in ledger.Entries
        let fact = LedgerState.FactOf(entry)
        where fact is not null
        select new FoundActivity(ledger.Id, entry.Sequence, entry.Id, fact, entry.At, entry.By, ledger.ReversalOf(entry.Id),
            (entry.Body as ActivityCarried)?.Origin, entry.Body is ActivityRecorded { IsPostClose: true });

    private static bool IsAskedFor(ActivityQuery query, FoundActivity found) =>
        (query.IncludeReversed || found.ReversedBy is null)
        && (query.Kind is not { } kind || found.Fact.Kind == kind)
        && !(found.Fact.On.Last < query.OnFrom) && !(found.Fact.On.Last >= query.OnUntil)
        && !(found.Recorded < query.RecordedFrom) && !(found.Recorded >= query.RecordedUntil)
        && (query.By is not { } by || found.By == by)
        && (query.Key is not { } key || found.Fact.Key == key)
        && (query.After is not { } after || IsAfter(found.Position, after));

    private static bool IsAfter(ActivityPosition one, ActivityPosition other) =>
        one.Recorded != other.Recorded ? one.Recorded > other.Recorded
        : string.CompareOrdinal(one.Chamber.Value, other.Chamber.Value) is not 0 and var order ? order > 0
        : one.Sequence > other.Sequence;

    private static string? StampOf(IEnumerable<LedgerState> ledgers) =>
        ledgers.Select(l => l.Chamber?.Stamp).FirstOrDefault(s => s is not null);
}
