using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;

namespace MicroPoints.Runtime;

/// <summary>
/// Mergers and splits: several chambers' streams, changed one after the other without a common transaction.
/// </summary>
/// <remarks>
/// Every id derives from the caller's, so sending the same again after a crash at any step completes it and repeats
/// nothing. Everything is rehearsed before the first write: a refusal that can be foreseen leaves no half-done merger.
/// </remarks>
public sealed partial class Lineage(IChamberHost host, IEventLog log)
{
    /// <summary>A predecessor's ledger as it will be once it has ended, and the command that ends it.</summary>
    private sealed record Ending(ChamberId Chamber, LedgerCommand Command, LedgerState Ended);

    private sealed class Refused(ChamberId chamber, RefusedLine line) : Exception
    {
        public LineageAnswer Answer => new LineageAnswer.Refused(chamber, line.Reason, line.Detail);
    }

    /// <summary>An id that a step has in its chamber.</summary>
    private static EntryId Derived(EntryId id, string step) =>
        new($"lineage-{Digest.OfText($"{id}\n{step}").ToString()[..32]}");

    private async ValueTask<Ending> RehearseEnd(
        ChamberId chamber, ChamberCommand end, Actor by, CancellationToken cancel)
    {
        var command = new ChangeChamber(end);
        var lines = Accepted(chamber, await host.Preview(chamber, by, [command], cancel)).Lines;
        var ledger = await log.LoadWhole<LedgerState>(StreamId.Of(chamber), cancel);
        foreach (var entry in lines.OfType<Answer.Recorded>().SelectMany(r => r.Entries))
        {
            if (entry.Previous != ledger.Head.Hash) throw Moved(chamber);
            ledger.Apply(entry);
        }
        return new Ending(chamber, command, ledger);
    }

    private ValueTask<LineageStep> End(Ending ending, Actor by, CancellationToken cancel) =>
        Write(ending.Chamber, [ending.Command], by, cancel);

    private async ValueTask<LineageStep> Write(
        ChamberId chamber, IReadOnlyList<LedgerCommand> commands, Actor by, CancellationToken cancel)
    {
        var (lines, head) = Accepted(chamber, await host.RunAll(chamber, by, commands, cancel));
        return new LineageStep(chamber, lines, head);
    }

    /// <summary>
    /// The predecessor's ledger read back after its end, which a period's closing may have followed meanwhile.
    /// </summary>
    private async ValueTask<LedgerState> Reread(Ending ending, CancellationToken cancel) =>
        await log.LoadWhole<LedgerState>(StreamId.Of(ending.Chamber), cancel);

    private static IEnumerable<LedgerCommand> Restate(EntryId id, IEnumerable<RecordActivity> states) =>
        states.Select(s => s with { Id = Derived(id, $"state\n{s.Kind}\n{s.Key}") });

    private static IEnumerable<LedgerCommand> Register(EntryId id, RegisterChamber? register) =>
        register is null ? [] : [new ChangeChamber(register with { Id = Derived(id, "register") })];

    private static CarryActivities Carry(
        EntryId id, DateOnly on, LedgerState predecessor, IReadOnlySet<EntryId>? allocated) =>
        new(Derived(id, $"carry\n{predecessor.Id}"), on, predecessor, allocated);

    private async ValueTask Rehearse(
        ChamberId chamber, IEnumerable<LedgerCommand> commands, Actor by, CancellationToken cancel) =>
        Accepted(chamber, await host.Preview(chamber, by, [.. commands], cancel));

    private static BatchAnswer.Accepted Accepted(ChamberId chamber, BatchAnswer answer) => answer switch
    {
        BatchAnswer.Accepted accepted => accepted,
        BatchAnswer.Refused refused => throw new Refused(chamber, refused.Lines[0]),
        _ => throw new InvariantException("a batch is accepted or refused"),
    };

    private static Refused Moved(ChamberId chamber) => new(chamber,
        new RefusedLine(0, Refusal.HeadMoved, $"{chamber} was changed by others meanwhile: send it again"));
}
