using MicroPoints.Identity;
using MicroPoints.Ledger;

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

    /// <summary>Reads a chamber for a period, as of a day, as known at an instant; nothing is written.</summary>
    ValueTask<ChamberView> View(ChamberId chamber, Period period, AsOf at, CancellationToken cancel);
}
