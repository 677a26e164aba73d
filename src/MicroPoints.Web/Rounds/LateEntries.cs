using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Streams;

namespace MicroPoints.Web;

/// <summary>An entry after the lock that the round may still take in: a late activity, or the reversal of one that counts.</summary>
/// <param name="Fact">What was recorded, or what the reversal takes back.</param>
/// <param name="Reason">What was said of it, if anything was.</param>
internal sealed record LateEntry(ChamberId Chamber, EntryId Id, Fact Fact, bool IsReversal, string? Reason)
{
    /// <summary>As a form sends it: an id is its chamber's own, so the chamber stands before it.</summary>
    public string Value => $"{Chamber}/{Id}";

    /// <summary>Null where a form sent something else.</summary>
    public static (ChamberId Chamber, EntryId Entry)? Read(string value) =>
        value.Split('/', 2) is [var chamber, var id] && ChamberId.IsValid(chamber) && EntryId.IsValid(id)
            ? (new ChamberId(chamber), new EntryId(id)) : null;
}

/// <summary>What stands in chambers' ledgers after a round's lock, bears on its period and is not in the round yet.</summary>
internal sealed class LateEntries(Desk desk, RoundState round)
{
    private readonly Dictionary<ChamberId, IReadOnlyList<LateEntry>> _known = [];

    /// <summary>Of one chamber, or of every chamber of the round.</summary>
    public async ValueTask<IReadOnlyList<LateEntry>> About(ChamberId? chamber)
    {
        if (chamber is { } one) return await Of(one);
        var all = new List<LateEntry>();
        foreach (var frozen in round.Locked!.Snapshot.Heads) all.AddRange(await Of(frozen.Chamber));
        return all;
    }

    private async ValueTask<IReadOnlyList<LateEntry>> Of(ChamberId chamber) =>
        _known.TryGetValue(chamber, out var known) ? known : _known[chamber] = await Read(chamber);

    private async ValueTask<IReadOnlyList<LateEntry>> Read(ChamberId chamber)
    {
        if (round.FrozenHeadOf(chamber) is not { } head) return [];
        var admitted = round.Admitted.Where(a => a.Chamber == chamber).Select(a => a.Id).ToHashSet();
        var (late, reversals) = (new List<SealedEntry>(), new List<SealedEntry>());
        await foreach (var entry in desk.Workspace.Log.Read(StreamId.Of(chamber), head.Sequence, desk.Cancel))
            if (entry.Body is ActivityReversed) reversals.Add(entry);
            else if (LedgerState.FactOf(entry) is not null && !admitted.Contains(entry.Id)) late.Add(entry);

        // What came late and was taken back before the round took it in leaves nothing to take in on either side.
        var (waiting, takenBack) = (late.Select(e => e.Id).ToHashSet(), reversals.Select(Target).ToHashSet());
        var offered = late.Where(e => !takenBack.Contains(e.Id)).Select(e => (Entry: e, Fact: LedgerState.FactOf(e)!)).ToList();
        foreach (var entry in reversals.Where(e => !admitted.Contains(e.Id) && !waiting.Contains(Target(e))))
            if (await desk.Workspace.Log.Find(StreamId.Of(chamber), [Target(entry)], desk.Cancel) is [var target]
                && LedgerState.FactOf(target) is { } fact) offered.Add((entry, fact));
        return [.. offered.Where(o => Bears(o.Entry, o.Fact)).OrderBy(o => o.Entry.Sequence).Select(o =>
            new LateEntry(chamber, o.Entry.Id, o.Fact, o.Entry.Body is ActivityReversed, o.Entry.Reason?.Text))];
    }

    private static EntryId Target(SealedEntry reversal) => ((ActivityReversed)reversal.Body).Target;

    /// <summary>A state of an earlier year may last into the round's period: its entry names that as one to check.</summary>
    private bool Bears(SealedEntry entry, Fact fact) => round.Opened!.Period.Contains(fact.On.Last) || (entry.Body switch
    {
        ActivityRecorded recorded => recorded.Checks,
        ActivityReversed reversed => reversed.Checks,
        _ => [],
    }).Contains(round.Opened.Period);
}
