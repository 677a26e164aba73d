using System.Runtime.CompilerServices;
using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Runs commands against chambers, one at a time for each chamber.</summary>
public interface IChamberHost
{
    /// <summary>Decides a command and makes it durable.</summary>
    ValueTask<Answer> Run(ChamberId chamber, Actor by, LedgerCommand command, CancellationToken cancel);

    /// <summary>
    /// All or nothing: each line is judged as if the earlier ones were applied, and all bad lines are reported.
    /// </summary>
    ValueTask<BatchAnswer> RunAll(
        ChamberId chamber, Actor by, IReadOnlyList<LedgerCommand> commands, CancellationToken cancel);

    /// <summary>The answer that <see cref="RunAll"/> would give now; nothing is written.</summary>
    ValueTask<BatchAnswer> Preview(
        ChamberId chamber, Actor by, IReadOnlyList<LedgerCommand> commands, CancellationToken cancel);

    /// <summary>What an activity of the ledger adds under the rules that count for the chamber, as the ledger stands now.</summary>
    /// <remarks>
    /// For a reversal: what it takes away. Nothing for entries that are neither, and for an activity that was taken back.
    /// </remarks>
    ValueTask<IReadOnlyList<CreditLine>> Credited(ChamberId chamber, SealedEntry entry, CancellationToken cancel);

    /// <summary>What an activity would add if it were recorded now; nothing is written.</summary>
    ValueTask<IReadOnlyList<CreditLine>> WouldCredit(ChamberId chamber, Fact fact, CancellationToken cancel);

    /// <summary>Reads a chamber for a period, as of a day, as known at an instant; nothing is written.</summary>
    ValueTask<ChamberView> View(ChamberId chamber, Period period, AsOf at, CancellationToken cancel);

    /// <summary>The same of many chambers, in the order asked for.</summary>
    async IAsyncEnumerable<ChamberView> Views(
        IReadOnlyList<ChamberId> chambers, Period period, AsOf at, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var chamber in chambers) yield return await View(chamber, period, at, cancel);
    }
}
