using System.Runtime.CompilerServices;

namespace MicroPoints.Store.Embedded.Tests.Columns;

/// <summary>Columns answer every question of the suite: each cut is compacted before it is asked for.</summary>
public sealed class ColumnTallySourceTests : TallySourceSuite, IDisposable
{
    private readonly TempStore _derived = new();

    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();

    protected override ITallySource TalliesOver(IEventLog log) => new Compacting(_derived.Root, log);

    public void Dispose() => _derived.Dispose();

    /// <summary>Writes the columns of a cut and then demands that they, and no fold, answer.</summary>
    private sealed class Compacting(string directory, IEventLog log) : ITallySource
    {
        public async IAsyncEnumerable<ChamberTallies> At(
            Heads cut, Period period, [EnumeratorCancellation] CancellationToken cancel)
        {
            await PeriodColumns.Write(directory, period, cut, log, cancel);
            var source = new ColumnTallySource(new PeriodColumns(directory, log), new NoTallies());
            await foreach (var chamber in source.At(cut, period, cancel)) yield return chamber;
        }

        public ValueTask<ChamberTallies> One(ChamberId chamber, Period period, AsOf at, CancellationToken cancel) =>
            new TallySource(log).One(chamber, period, at, cancel);
    }

    private sealed class NoTallies : ITallySource
    {
        public IAsyncEnumerable<ChamberTallies> At(Heads cut, Period period, CancellationToken cancel) =>
            throw new InvalidOperationException("the columns were not asked");

        public ValueTask<ChamberTallies> One(ChamberId chamber, Period period, AsOf at, CancellationToken cancel) =>
            throw new InvalidOperationException("the columns were not asked");
    }
}

/// <summary>Without columns of a cut, the folding source answers.</summary>
public sealed class FallingBackTallySourceTests : TallySourceSuite, IDisposable
{
    private readonly TempStore _derived = new();

    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();

    protected override ITallySource TalliesOver(IEventLog log) =>
        new ColumnTallySource(new PeriodColumns(_derived.Root, log), new TallySource(log));

    public void Dispose() => _derived.Dispose();
}
