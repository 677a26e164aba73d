using System.Collections.Concurrent;

using MicroPoints.Ledger;

namespace MicroPoints.Store.Postgres.Tests;

/// <summary>Callers who record the same ids into the same chambers, and send again what nobody answered.</summary>
internal sealed class Load(IEventLog log, int seed, Action<string> acknowledged)
{
    public const int Chambers = 50, Ids = 1000, Callers = 16;

    private readonly IChamberHost _host = new ChamberHost(
        log, new KindsInForce(Sample.Kinds), new ManualClock(Sample.Now), new SeededSalts("load"), new NoRulesInForce());

    /// <summary>Sendings whose result nobody knew.</summary>
    public ConcurrentQueue<string> Unknown { get; } = [];

    public static ChamberId ChamberOf(int id) => new($"c{id % Chambers}");

    public async Task Register()
    {
        for (var i = 0; i < Chambers; i++)
            Assert.IsType<Answer.Recorded>(await _host.Run(ChamberOf(i), Sample.Clerk,
                new ChangeChamber(Sample.Registration($"c{i}", Sample.County)), CancellationToken.None));
    }

    /// <summary>Records every id once, in an order of its own.</summary>
    public Task Record(int ids = Ids)
    {
        var order = Enumerable.Range(0, ids).ToArray();
        new Random(seed).Shuffle(order);
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var i && i < ids) await Send(order[i]);
        })));
    }

    private async Task Send(int id)
    {
        while (true)
        {
            try
            {
                var answer = await _host.Run(ChamberOf(id), Sample.Clerk, Sample.Visit($"visit-{id}"), CancellationToken.None);
                // A chamber that others keep changing says so after some attempts.
                if (answer is Answer.Refused { Reason: Refusal.HeadMoved }) continue;
                var (stream, head) = (StreamId.Of(ChamberOf(id)), HeadOf(answer));
                acknowledged($"{stream} {head.Sequence} {head.Hash}");
                return;
            }
            catch (AppendUnknownException e) { Unknown.Enqueue(e.Message); }
        }
    }

    private static Head HeadOf(Answer answer) => answer switch
    {
        Answer.Recorded recorded => recorded.Entries[0].Head,
        Answer.Exists exists => exists.First.Head,
        _ => throw new InvalidOperationException($"{answer}"),
    };

    /// <summary>Every id is there once, every acknowledged hash is where it was acknowledged, and every chain is sound.</summary>
    public static async Task AllThere(string connection, IEventLog log, IEnumerable<string> acknowledged, int ids = Ids)
    {
        var report = await PostgresVerify.Run(connection);
        Assert.True(report.IsSound, report.Broken?.ToString());
        var visits = (await AllAcknowledged(log, acknowledged)).Where(e => e.Sequence > 1).Select(e => e.Id.Value);
        Assert.Equal(Enumerable.Range(0, ids).Select(i => $"visit-{i}").Order(), visits.Order());
    }

    /// <summary>Every acknowledged hash is where it was acknowledged; gives all entries.</summary>
    public static async Task<List<SealedEntry>> AllAcknowledged(IEventLog log, IEnumerable<string> acknowledged)
    {
        var entries = new List<SealedEntry>();
        foreach (var (stream, _) in await log.Cut(RegionCode.Nation, CancellationToken.None))
            await foreach (var entry in log.Read(stream, 0, CancellationToken.None)) entries.Add(entry);
        Assert.Empty(acknowledged.Except(entries.Select(e => $"{e.Stream} {e.Sequence} {e.Hash}")));
        return entries;
    }
}
