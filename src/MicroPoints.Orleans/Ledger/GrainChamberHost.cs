using System.Runtime.CompilerServices;
using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Orleans;

/// <summary>The chamber host of a cluster: whoever holds a chamber's grain runs the command.</summary>
/// <param name="log">Reads entries that answers do not carry.</param>
/// <param name="appended">Told of chambers that were or may have been appended to, before the caller is answered.</param>
public sealed class GrainChamberHost(IGrainFactory grains, IEventLog log, Action<StreamId>? appended = null) : IChamberHost
{
    /// <summary>Gathers chambers whose names this process has not seen: any grain can.</summary>
    private const string UnknownCounty = "00";

    private const int ChambersAtOnce = 2_048, ChambersACall = 64;

    public async ValueTask<Answer> Run(ChamberId chamber, Actor by, LedgerCommand command, CancellationToken cancel) =>
        await RunAll(chamber, by, [command], cancel) switch
        {
            BatchAnswer.Accepted accepted => accepted.Lines[0],
            BatchAnswer.Refused refused => new Answer.Refused(refused.Lines[0].Reason, refused.Lines[0].Detail),
            _ => throw new InvariantException("a batch is accepted or refused"),
        };

    public async ValueTask<BatchAnswer> RunAll(
        ChamberId chamber, Actor by, IReadOnlyList<LedgerCommand> commands, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try { return await grains.GetGrain<IChamberGrain>(chamber.Value).RunAll(by, [.. commands]); }
        catch (Exception e) when (IsNoAnswer(e))
        {
            throw new AppendUnknownException($"whether {chamber} took it is unknown, for its silo did not answer: {e.Message}", e);
        }
        finally { appended?.Invoke(MicroPoints.StreamId.Of(chamber)); }
    }

    public ValueTask<BatchAnswer> Preview(
        ChamberId chamber, Actor by, IReadOnlyList<LedgerCommand> commands, CancellationToken cancel) =>
        Ask(chamber, grain => grain.Preview(by, [.. commands]), cancel);

    public async ValueTask<IReadOnlyList<CreditLine>> Credited(ChamberId chamber, SealedEntry entry, CancellationToken cancel) =>
        await Ask(chamber, grain => grain.Credited(entry), cancel);

    public async ValueTask<IReadOnlyList<CreditLine>> WouldCredit(ChamberId chamber, Fact fact, CancellationToken cancel) =>
        await Ask(chamber, grain => grain.WouldCredit(fact), cancel);

    public async ValueTask<ChamberView> View(ChamberId chamber, Period period, AsOf at, CancellationToken cancel)
    {
        return WithEntries(await Ask(chamber, grain => grain.View(period, at), cancel));
    }

    /// <remarks>A county's grain gathers its chambers; some counties are asked at once, and answers come in the order asked for.</remarks>
    public async IAsyncEnumerable<ChamberView> Views(
        IReadOnlyList<ChamberId> chambers, Period period, AsOf at, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var window in chambers.Chunk(ChambersAtOnce))
        {
            var counties = window.GroupBy(c => (log as GrainStorageLog)?.CountyOf(c) ?? UnknownCounty)
                .SelectMany(g => g.Chunk(ChambersACall), (g, part) => (Code: g.Key, Chambers: part)).ToList();
            var gathered = await Throttled.Select(counties, county => Ask($"county {county.Code}",
                () => grains.GetGrain<IRegionGrain>(county.Code).Gather(county.Chambers, period, at), cancel).AsTask());
            var views = gathered.SelectMany(v => v).ToDictionary(v => v.Id);
            foreach (var chamber in window) yield return WithEntries(views[chamber]);
        }
    }

    private ChamberView WithEntries(ChamberView view) =>
        view with { Entries = c => Through(MicroPoints.StreamId.Of(view.Id), view.Head, c) };

    private ValueTask<T> Ask<T>(ChamberId chamber, Func<IChamberGrain, Task<T>> ask, CancellationToken cancel) =>
        Ask(chamber.Value, () => ask(grains.GetGrain<IChamberGrain>(chamber.Value)), cancel);

    private static async ValueTask<T> Ask<T>(string whom, Func<Task<T>> ask, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try { return await ask(); }
        catch (Exception e) when (IsNoAnswer(e))
        {
            throw new StoreException($"the silo of {whom} did not answer: ask again: {e.Message}", e);
        }
    }

    private static bool IsNoAnswer(Exception e) => e is OrleansException or TimeoutException;

    private async ValueTask<IReadOnlyList<SealedEntry>> Through(StreamId stream, Head head, CancellationToken cancel)
    {
        var entries = new List<SealedEntry>();
        await foreach (var entry in log.Read(stream, 0, cancel))
        {
            if (entry.Sequence > head.Sequence) break;
            entries.Add(entry);
        }
        return entries;
    }
}
