using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;

namespace MicroPoints.Runtime;

/// <summary>
/// Chambers go into one. Its events are theirs together, caps apply once; its states are restated here.
/// </summary>
/// <param name="Id">Chosen by the caller; every step's id derives from it.</param>
/// <param name="Successor">A new chamber with <paramref name="Register"/>, or one that is on the register
/// already.</param>
/// <param name="Register">How to register the successor; its id is not used.</param>
/// <param name="Restated">What holds for the successor from now on; one per state and key, ids are not used.</param>
public sealed record MergeChambers(
    EntryId Id, IReadOnlyList<ChamberId> Predecessors, ChamberId Successor, DateOnly On,
    RegisterChamber? Register, IReadOnlyList<RecordActivity> Restated);

public sealed partial class Lineage
{
    /// <summary>Ends each predecessor, then registers the successor, carries and restates in one batch.</summary>
    public async ValueTask<LineageAnswer> Merge(MergeChambers merge, Actor by, CancellationToken cancel)
    {
        if (RefuseMerger(merge) is { } refused) return refused;
        try
        {
            var endings = new List<Ending>();
            foreach (var predecessor in merge.Predecessors)
                endings.Add(await RehearseEnd(predecessor, EndOf(merge), by, cancel));
            await Rehearse(merge.Successor, Succession(merge, endings.Select(e => e.Ended)), by, cancel);

            var steps = new List<LineageStep>();
            var ended = new List<LedgerState>();
            foreach (var ending in endings) steps.Add(await End(ending, by, cancel));
            foreach (var ending in endings) ended.Add(await Reread(ending, cancel));
            steps.Add(await Write(merge.Successor, [.. Succession(merge, ended)], by, cancel));
            return new LineageAnswer.Done(steps);
        }
        catch (Refused refusal) { return refusal.Answer; }
    }

    private static MergeChamberInto EndOf(MergeChambers merge) =>
        new(Derived(merge.Id, "end"), merge.Successor, merge.On);

    private static IEnumerable<LedgerCommand> Succession(MergeChambers merge, IEnumerable<LedgerState> ended) =>
    [
        .. Register(merge.Id, merge.Register),
        .. ended.Select(p => Carry(merge.Id, merge.On, p, allocated: null)),
        .. Restate(merge.Id, merge.Restated),
    ];

    private static LineageAnswer? RefuseMerger(MergeChambers merge) =>
        merge.Predecessors.Count is 0 or > Limits.LineageMax
        || merge.Predecessors.Distinct().Count() != merge.Predecessors.Count
        || merge.Predecessors.Contains(merge.Successor)
            ? new LineageAnswer.Refused(merge.Successor, Refusal.LineageInvalid,
                $"a merger names 1–{Limits.LineageMax} different predecessors other than {merge.Successor}")
            : null;
}
