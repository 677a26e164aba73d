using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Benchmarks;

/// <summary>The product over a data directory, as the command line composes it.</summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly JournalEventLog _log;

    private Desk(JournalEventLog log, Workspace workspace) => (_log, Workspace) = (log, workspace);

    public Workspace Workspace { get; }
    public IChamberHost Chambers => Workspace.Chambers;

    public static async Task<Desk> Open(string directory, ShippedRules rules, TimeProvider? clock = null)
    {
        var log = JournalEventLog.Open(directory, new JournalOptions { OnFatal = e => Environment.FailFast(e.Message) });
        return new Desk(log, await Over(log, rules, clock));
    }

    public static async Task<Workspace> Over(IEventLog log, ShippedRules rules, TimeProvider? clock = null) => await Workspace.Open(
        new WorkspaceParts(log, new YamlFormat(), clock ?? TimeProvider.System, new RandomSalts()), rules, Country.Clerk,
        CancellationToken.None);

    /// <summary>Registers every chamber, many at a time so that they share durable writes.</summary>
    public static Task Register(Workspace workspace, Country country) => Parallel.ForEachAsync(Enumerable.Range(0, country.Chambers),
        new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (n, cancel) =>
            Demand(await workspace.Chambers.Run(country[n], Country.Clerk, new ChangeChamber(country.Registration(n)), cancel)));

    /// <summary>A refused recording would be measured as a fast one.</summary>
    public static void Demand(Answer answer)
    {
        if (answer is not Answer.Recorded) throw new InvalidOperationException($"nothing was recorded: {answer}");
    }

    public ValueTask DisposeAsync() => _log.DisposeAsync();
}
