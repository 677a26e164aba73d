using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace MicroPoints.Orleans.Tests;

/// <summary>What lies in a storage, and what two that append at once, or one that dies, leave there.</summary>
public sealed class StoredStreamTests : IAsyncLifetime
{
    private static readonly StreamId East = MicroPoints.StreamId.Of(Sample.East);
    private static int _places;

    private readonly string _place = $"stored-{Environment.ProcessId}-{Interlocked.Increment(ref _places)}";
    private SteeredStorage _storage = null!;
    private GrainStorageLog _log = null!;

    public async Task InitializeAsync()
    {
        _storage = new SteeredStorage((await Cluster.Get()).Services.GetRequiredKeyedService<IGrainStorage>(Cluster.Blob));
        _log = new GrainStorageLog(new GrainStore(_storage, _place), TimeProvider.System);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private ChamberHost Host(IEventLog log) =>
        new(log, new KindsInForce(Sample.Kinds), new ManualClock(Sample.Now), new SeededSalts("stored"), new NoRulesInForce());

    private ChamberHost OwnHost() => Host(new OwnStreamLog(_log, East));

    private static async Task Record(IChamberHost host, int from, int count)
    {
        if (from == 0) await host.Run(Sample.East, Sample.Clerk,
            new ChangeChamber(Sample.Registration("East", Sample.County)), default);
        for (var i = from; i < from + count; i++)
            Assert.IsType<Answer.Recorded>(await host.Run(Sample.East, Sample.Clerk, Sample.Visit($"visit-{i}"), default));
    }

    private async Task<List<SealedEntry>> Entries(long after = 0)
    {
        var entries = new List<SealedEntry>();
        await foreach (var entry in _log.Read(East, after, default)) entries.Add(entry);
        return entries;
    }

    [Fact]
    public async Task However_long_a_stream_grows_its_head_stays_small_and_each_segment_is_written_once()
    {
        await Record(OwnHost(), 0, 3_000);
        var heads = _storage.Written.Select(w => w.State).OfType<StoredHead>().ToList();
        Assert.Equal(3_001, heads.Count);
        Assert.InRange(heads.Max(h => h.Tail.Length + h.Boundaries.Length), 1, 20_000);
        var segments = _storage.Written.Where(w => w.State is StoredSegment).Select(w => w.Id).ToList();
        Assert.InRange(segments.Count, 80, 100);
        Assert.Equal(segments.Count, segments.Distinct().Count());
        // More segments than the head names boundaries, read from any place.
        var all = await Entries();
        Assert.Equal(Enumerable.Range(1, 3_001).Select(i => (long)i), all.Select(e => e.Sequence));
        foreach (var after in (long[])[1, 31, 32, 33, 500, 1_500, 2_999, 3_001])
            Assert.Equal(all.Skip((int)after).Select(e => e.Hash), (await Entries(after)).Select(e => e.Hash));
    }

    [Fact]
    public async Task Of_two_activations_that_append_at_once_one_goes_first_and_the_other_follows_it()
    {
        var (one, other) = (OwnHost(), OwnHost());
        await Record(one, 0, 40);
        Assert.IsType<Answer.Recorded>(await other.Run(Sample.East, Sample.Clerk, Sample.Visit("theirs"), default));
        Assert.IsType<Answer.Recorded>(await one.Run(Sample.East, Sample.Clerk, Sample.Visit("ours"), default));
        Assert.IsType<Answer.Exists>(await one.Run(Sample.East, Sample.Clerk, Sample.Visit("theirs"), default));
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            (i % 2 == 0 ? one : other).Run(Sample.East, Sample.Clerk, Sample.Visit($"race-{i % 50}"), default).AsTask()));
        var ids = (await Entries()).Select(e => e.Id.Value).ToList();
        Assert.Equal(1 + 40 + 2 + 50, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task What_dies_between_segment_and_head_has_recorded_nothing_and_harms_nothing()
    {
        await Record(OwnHost(), 0, 31);
        // The 32 entries fill a segment, which the next append writes before its head.
        _storage.Before = kind => kind == StoredStream.HeadKind ? throw new IOException("the silo is gone") : Task.CompletedTask;
        await Assert.ThrowsAsync<AppendUnknownException>(() =>
            OwnHost().Run(Sample.East, Sample.Clerk, Sample.Visit("visit-31"), default).AsTask());
        Assert.Contains(_storage.Written, w => w.Kind == StoredStream.SegmentKind);
        _storage.Before = null;
        Assert.Equal(32, (await Entries()).Count);
        await Record(OwnHost(), 31, 40);
        Assert.Equal(72, (await Entries()).Count);
        Assert.Equal(2, _storage.Written.Count(w => w.Kind == StoredStream.SegmentKind));
    }

    [Fact]
    public async Task An_append_whose_answer_was_lost_is_known_when_it_is_sent_again()
    {
        var host = OwnHost();
        await Record(host, 0, 3);
        _storage.After = kind => kind == StoredStream.HeadKind ? throw new TimeoutException("no answer") : Task.CompletedTask;
        await Assert.ThrowsAsync<AppendUnknownException>(() =>
            host.Run(Sample.East, Sample.Clerk, Sample.Visit("lost"), default).AsTask());
        _storage.After = null;
        Assert.IsType<Answer.Exists>(await host.Run(Sample.East, Sample.Clerk, Sample.Visit("lost"), default));
        Assert.Single(await Entries(), e => e.Id.Value == "lost");
    }

    [Fact]
    public async Task A_chamber_whose_name_was_noted_and_whose_first_append_failed_is_in_no_cut()
    {
        _storage.Before = kind => kind == StoredStream.HeadKind ? throw new IOException("no") : Task.CompletedTask;
        await Assert.ThrowsAsync<AppendUnknownException>(() => Record(OwnHost(), 0, 0));
        _storage.Before = null;
        Assert.Empty(await _log.Cut(Sample.County, default));
        await Record(OwnHost(), 0, 0);
        Assert.Single(await _log.Cut(Sample.County, default));
    }

    [Fact]
    public async Task A_changed_byte_is_told_with_its_stream_and_place()
    {
        await Record(OwnHost(), 0, 70);
        await Change(0, bytes =>
        {
            bytes[bytes.Length / 2] ^= 1;
            return bytes;
        });
        var told = await Assert.ThrowsAsync<StoreException>(() => Entries());
        Assert.Contains($"{East} after 0@", told.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_before_the_boundaries_that_the_head_names_is_told_as_well(bool cut)
    {
        await Record(OwnHost(), 0, 2_200);
        var segments = _storage.Written.Count(w => w.Kind == StoredStream.SegmentKind);
        Assert.InRange(segments, 66, 80);
        // Its end is the first boundary that the head names, so no later segment is looked for by its hash.
        var last = segments - StoredStream.BoundariesMax;
        var lasts = (await Entries()).Chunk(32).Select(c => c[^1]).ToList();
        foreach (var number in (int[])[last, 1])
        {
            await Change(number, bytes =>
            {
                // Cut off the last entry, or give it another id, which reads as well as the right one.
                if (cut) return bytes[..^EntryBytes.Write(lasts[number]).Length];
                bytes[bytes.AsSpan().LastIndexOf("visit-"u8) + "visit-".Length] ^= 1;
                return bytes;
            });
            Assert.Contains("damaged", (await Assert.ThrowsAsync<StoreException>(() => Entries())).Message);
        }
    }

    /// <summary>Changes the entries of a segment, counted from the first.</summary>
    private async Task Change(int number, Func<byte[], byte[]> change)
    {
        var id = _storage.Written.Where(w => w.State is StoredSegment).ElementAt(number).Id;
        var kind = $"{_place}-{StoredStream.SegmentKind}";
        var known = new GrainState<StoredSegment>();
        await _storage.ReadStateAsync(kind, id, known);
        known.State = new StoredSegment { Entries = change(known.State!.Entries) };
        await _storage.WriteStateAsync(kind, id, known);
    }

    [Fact]
    public async Task Others_are_told_of_every_change_but_those_of_chambers()
    {
        var (before, mark) = (await _log.ChangesAfter(0, default), 0L);
        Assert.Empty(before.Streams);
        await Record(OwnHost(), 0, 3);
        Assert.Empty((await _log.ChangesAfter(0, default)).Streams);
        for (var i = 0; i < 300; i++)
        {
            var round = new StreamId(StreamType.Round, $"round-{i}");
            var opened = SealedEntry.Seal(round, Head.Empty, new Draft(new EntryId("open"), Sample.Clerk.Id, Sample.Now, null,
                new Rounds.RoundOpened("micro-points", Sample.Year2026, Sample.County, [], Rounds.RoundPurpose.Rehearsal, "light", null)));
            Assert.IsType<AppendResult.Appended>(await _log.Append(round, Head.Empty, [opened], default));
            var told = await _log.ChangesAfter(mark, default);
            Assert.Contains(round, told.Streams);
            mark = told.Mark;
        }
        // Who comes so late that the marks are gone is told of all.
        Assert.Equal(300, (await _log.ChangesAfter(1, default)).Streams.Count);
    }
}
