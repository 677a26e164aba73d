using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;

namespace MicroPoints.Runtime;

/// <summary>
/// One chamber is divided. Each successor carries only what it is allocated; what nobody gets stays behind.
/// </summary>
/// <param name="Id">Chosen by the caller; every step's id derives from it.</param>
public sealed record SplitChamber(EntryId Id, ChamberId Predecessor, DateOnly On, IReadOnlyList<SplitShare> Shares);

/// <summary>One successor's part of a split.</summary>
/// <param name="Register">How to register the successor, where it is new; its id is not used.</param>
/// <param name="Allocated">The predecessor's events that it carries; an event goes to one successor at most.</param>
/// <param name="Restated">What holds for it from now on; one per state and key, ids are not used.</param>
public sealed record SplitShare(
    ChamberId Successor, RegisterChamber? Register,
    IReadOnlySet<EntryId> Allocated, IReadOnlyList<RecordActivity> Restated);

public sealed partial class Lineage
{
    /// <summary>Ends the predecessor, then registers, carries and restates at each successor, one batch each.</summary>
    public async ValueTask<LineageAnswer> Split(SplitChamber split, Actor by, CancellationToken cancel)
    {
        if (RefuseShares(split) is { } refused) return refused;
        try
        {
            var ending = await RehearseEnd(split.Predecessor, EndOf(split), by, cancel);
            foreach (var share in split.Shares)
                await Rehearse(share.Successor, Succession(split, share, ending.Ended), by, cancel);

            var steps = new List<LineageStep> { await End(ending, by, cancel) };
            var ended = await Reread(ending, cancel);
            foreach (var share in split.Shares)
                steps.Add(await Write(share.Successor, [.. Succession(split, share, ended)], by, cancel));
            return new LineageAnswer.Done(steps);
        }
        catch (Refused refusal) { return refusal.Answer; }
    }

    private static SplitChamberInto EndOf(SplitChamber split) =>
        new(Derived(split.Id, "end"), [.. split.Shares.Select(s => s.Successor)], split.On);

    private static IEnumerable<LedgerCommand> Succession(SplitChamber split, SplitShare share, LedgerState ended) =>
    [
        .. Register(split.Id, share.Register),
        Carry(split.Id, split.On, ended, share.Allocated),
        .. Restate(split.Id, share.Restated),
    ];

    /// <summary>The core judges each successor alone, so that only here an event given twice can be seen.</summary>
    private static LineageAnswer? RefuseShares(SplitChamber split)
    {
        var twice = split.Shares.SelectMany(s => s.Allocated).GroupBy(id => id).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? null : new LineageAnswer.Refused(split.Predecessor, Refusal.LineageInvalid,
            $"{twice.Key} is allocated to {twice.Count()} successors: an event goes to one at most");
    }
}
