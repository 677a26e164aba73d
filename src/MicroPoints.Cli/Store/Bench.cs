using System.Diagnostics;
using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>The work of a measurement: what a clerk's program does, over a store as a county has it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private const int FlushBytes = 512;
    private static readonly Actor By = new(new ActorId("bench"), Role.Approver, RegionCode.Nation);

    private readonly OpenStore _store;
    private readonly On _on;
    private int _sent;

    private Bench(OpenStore store) => (_store, _on) = (store, On.Day(store.Workspace.Today));

    /// <summary>Opens a fresh directory with as many chambers as there may be callers.</summary>
    public static async Task<Bench> Open(string directory, int chambers, CancellationToken cancel)
    {
        var bench = new Bench(await OpenStore.Open(directory, TimeProvider.System, new RandomSalts(), By, cancel));
        for (var i = 0; i < chambers; i++)
            await bench._store.Workspace.Chambers.Run(Chamber(i), By, new ChangeChamber(new RegisterChamber(
                new EntryId("register"), $"样例商会-{i}", "township", new RegionCode("990101001"), [], null)), cancel);
        return bench;
    }

    /// <summary>Small writes a second, each on the disk before the next.</summary>
    public static double Flushes(string directory, TimeSpan lasting, CancellationToken cancel)
    {
        using var file = new FileStream(Path.Combine(directory, "flushes"), FileMode.CreateNew, FileAccess.Write);
        var bytes = new byte[FlushBytes];
        var (started, count) = (Stopwatch.GetTimestamp(), 0);
        for (; Stopwatch.GetElapsedTime(started) < lasting; count++)
        {
            cancel.ThrowIfCancellationRequested();
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Acknowledged recordings a second; each caller waits for one before it sends the next.</summary>
    public async Task<double> Recordings(int callers, TimeSpan lasting, CancellationToken cancel)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), _sent);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(i => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < lasting) await Record(Chamber(i), cancel);
        }, cancel)));
        return (_sent - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private async ValueTask Record(ChamberId chamber, CancellationToken cancel)
    {
        var visit = new RecordActivity(
            new EntryId($"v-{Interlocked.Increment(ref _sent)}"), new KindId("member.visited"), _on, new Measured.Count(1));
        if (await _store.Workspace.Chambers.Run(chamber, By, visit, cancel) is not Answer.Recorded)
            throw new InvariantException("a fresh id is recorded");
    }

    private static ChamberId Chamber(int i) => new($"c-{i}");
}
