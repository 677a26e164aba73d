using MicroPoints.Conformance;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Runtime.Tests;

/// <summary>However many callers there are, a chamber has one session at a time, so that a process never meets itself.</summary>
public sealed class OneSessionTests
{
    [Fact]
    public async Task A_caller_who_gives_up_waiting_does_not_part_those_who_stay()
    {
        var log = new HeldLog(new MemoryEventLog());
        var host = new ChamberHost(
            log, new KindsInForce(Sample.Kinds), new ManualClock(Sample.Now), new SeededSalts("one"), new NoRulesInForce());
        await host.Run(Sample.East, Sample.Clerk, new ChangeChamber(Sample.Registration("East", Sample.County)), default);
        var held = log.Hold();
        var first = host.Run(Sample.East, Sample.Clerk, Sample.Visit("first"), default).AsTask();
        using var impatient = new CancellationTokenSource();
        var second = host.Run(Sample.East, Sample.Clerk, Sample.Visit("second"), impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        var third = host.Run(Sample.East, Sample.Clerk, Sample.Visit("third"), default).AsTask();
        held.SetResult();
        Assert.IsType<Answer.Recorded>(await first);
        Assert.IsType<Answer.Recorded>(await third);
        Assert.Equal((3, 0), (log.Appended, log.Moved));
    }

    private sealed class HeldLog(IEventLog log) : IEventLog
    {
        private int _appended, _moved;

        private Task _until = Task.CompletedTask;

        public int Appended => _appended;
        public int Moved => _moved;

        /// <summary>Appends wait from now on until this is set.</summary>
        public TaskCompletionSource Hold()
        {
            var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _until = held.Task;
            return held;
        }

        public async ValueTask<AppendResult> Append(
            StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
        {
            await _until;
            var result = await log.Append(stream, expected, entries, cancel);
            if (result is AppendResult.HeadMoved) Interlocked.Increment(ref _moved);
            else Interlocked.Increment(ref _appended);
            return result;
        }

        public ValueTask<Loaded> Load(StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel) =>
            log.Load(stream, year, named, cancel);

        public ValueTask<IReadOnlyList<SealedEntry>> Find(StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel) =>
            log.Find(stream, ids, cancel);

        public IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel) => log.Read(stream, after, cancel);

        public ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel) => log.Cut(scope, cancel);
    }
}
