using MicroPoints.Conformance;
using MicroPoints.Runtime.Tests.Streams;
using MicroPoints.Streams;

namespace MicroPoints.Runtime.Tests;

public sealed class HostTests
{
    [Fact]
    public async Task A_head_that_moves_again_and_again_is_refused_and_says_to_send_it_again()
    {
        var host = HostOf(new RestlessLog());
        var command = new Ledger.ChangeChamber(Sample.Registration("East", Sample.County));
        var refused = Assert.IsType<Answer.Refused>(
            await host.Run(Sample.East, Sample.Clerk, command, CancellationToken.None));
        Assert.Equal(Refusal.HeadMoved, refused.Reason);
        Assert.Contains("send it again", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_another_process_goes_before_a_hundred_times_is_recorded_and_not_given_back()
    {
        const int before = 100;
        var log = new SharedMemoryLog();
        var (ours, others) = (HostOf(new WatchedLog(log)), HostOf(log));
        await others.Run(Sample.East, Sample.Clerk,
            new Ledger.ChangeChamber(Sample.Registration("East", Sample.County)), CancellationToken.None);
        var (went, isInside) = (0, false);
        log.BeforeAppend = async _ =>
        {
            if (isInside || went == before) return;
            isInside = true;
            Assert.IsType<Answer.Recorded>(
                await others.Run(Sample.East, Sample.Clerk, Sample.Visit($"theirs-{++went}"), CancellationToken.None));
            isInside = false;
        };
        Assert.IsType<Answer.Recorded>(await ours.Run(Sample.East, Sample.Clerk, Sample.Visit("ours"), CancellationToken.None));
        Assert.Equal(before, went);
    }

    private static ChamberHost HostOf(IEventLog log) =>
        new(log, new KindsInForce(Sample.Kinds), TimeProvider.System, new RandomSalts(), new NoRulesInForce());

    [Fact]
    public async Task A_host_that_may_keep_few_sessions_answers_as_one_that_keeps_all()
    {
        var log = new MemoryEventLog();
        var host = new ChamberHost(
            log, new KindsInForce(Sample.Kinds), TimeProvider.System, new RandomSalts(), new NoRulesInForce(), sessionsMax: 3);
        ChamberId[] chambers = [.. Enumerable.Range(0, 12).Select(i => new ChamberId($"c-{i}"))];
        foreach (var chamber in chambers) await host.Run(chamber, Sample.Clerk,
            new Ledger.ChangeChamber(Sample.Registration(chamber.Value, Sample.County)), CancellationToken.None);
        for (var visit = 1; visit <= 3; visit++)
            await Task.WhenAll(chambers.Select(c => host.Run(c, Sample.Clerk, Sample.Visit($"v-{visit}"),
                CancellationToken.None).AsTask()));
        foreach (var chamber in chambers)
        {
            Assert.IsType<Answer.Exists>(await host.Run(chamber, Sample.Clerk, Sample.Visit("v-1"), CancellationToken.None));
            var view = await host.View(chamber, Sample.Year2026, AsOf.On(Limits.LastDay), CancellationToken.None);
            Assert.Equal((4, 3), (view.Head.Sequence, Sample.Visits(view.Tally)));
        }
    }

    [Fact]
    public void Seeded_salts_come_again_and_differ_by_seed_stream_and_id()
    {
        var (east, west) = (StreamId.Of(Sample.East), StreamId.Of(Sample.West));
        var (seeded, other) = (new SeededSalts("a"), new SeededSalts("b"));
        Assert.Equal(seeded.For(east, Sample.Id("x")).ToArray(), seeded.For(east, Sample.Id("x")).ToArray());
        ReadOnlyMemory<byte>[] salts =
        [
            seeded.For(east, Sample.Id("x")), other.For(east, Sample.Id("x")),
            seeded.For(west, Sample.Id("x")), seeded.For(east, Sample.Id("y")),
        ];
        Assert.Equal(4, salts.Select(s => Convert.ToHexString(s.Span)).Distinct().Count());
        Assert.All(salts, salt => Assert.Equal(SaltedText.SaltBytes, salt.Length));
    }

    [Fact]
    public void Random_salts_never_come_again() => Assert.NotEqual(
        new RandomSalts().For(StreamId.Of(Sample.East), Sample.Id("x")).ToArray(),
        new RandomSalts().For(StreamId.Of(Sample.East), Sample.Id("x")).ToArray());

    /// <summary>A log where somebody else always writes first.</summary>
    private sealed class RestlessLog : IEventLog
    {
        private readonly MemoryEventLog _log = new();

        public ValueTask<Loaded> Load(
            StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel) =>
            _log.Load(stream, year, named, cancel);

        public ValueTask<AppendResult> Append(
            StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel) =>
            new(new AppendResult.HeadMoved(new Head(99, Digest.OfText("somebody"))));

        public ValueTask<IReadOnlyList<SealedEntry>> Find(
            StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel) => _log.Find(stream, ids, cancel);

        public IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel) =>
            _log.Read(stream, after, cancel);

        public ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel) => _log.Cut(scope, cancel);
    }
}
