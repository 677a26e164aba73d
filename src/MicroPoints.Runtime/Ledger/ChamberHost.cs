using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>The chamber host of one process: a session per chamber, over any log.</summary>
/// <param name="crediting">Says what activities add; without it nothing is said.</param>
/// <param name="sessionsMax">Above so many sessions those used longest ago are let go.</param>
public sealed class ChamberHost(
    IEventLog log, KindsInForce kinds, TimeProvider clock, ISaltSource salts, IRulesInForce rules, Crediting? crediting = null,
    int sessionsMax = ChamberHost.SessionsMaxDefault)
    : IChamberHost
{
    /// <summary>Chambers whose folds are kept at hand: more than a county or a city has.</summary>
    public const int SessionsMaxDefault = 50_000;

    private readonly ConcurrentDictionary<ChamberId, ChamberSession> _sessions = [];
    private long _uses;
    private int _count;
    private int _lettingGo;
    private readonly Judging _judging = new(kinds, clock, salts, rules);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Answer> Run(ChamberId chamber, Actor by, LedgerCommand command, CancellationToken cancel) =>
        await RunAll(chamber, by, [command], cancel) switch
        {
            BatchAnswer.Accepted accepted => accepted.Lines[0],
            BatchAnswer.Refused refused => new Answer.Refused(refused.Lines[0].Reason, refused.Lines[0].Detail),
            _ => throw new InvariantException("a batch is accepted or refused"),
        };

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<BatchAnswer> RunAll(
        ChamberId chamber, Actor by, IReadOnlyList<LedgerCommand> commands, CancellationToken cancel)
    {
        using var span = Telemetry.StartCommands(commands.Count);
        var started = Stopwatch.GetTimestamp();
        var answer = await With(chamber, session => session.Run(by, commands, write: true, cancel));
        Telemetry.Count(answer, started, span);
        return answer;
    }

    public ValueTask<BatchAnswer> Preview(
        ChamberId chamber, Actor by, IReadOnlyList<LedgerCommand> commands, CancellationToken cancel) =>
        With(chamber, session => session.Run(by, commands, write: false, cancel));

    public ValueTask<IReadOnlyList<CreditLine>> Credited(ChamberId chamber, SealedEntry entry, CancellationToken cancel) =>
        crediting is null ? new([]) : With(chamber, session => session.Credited(crediting, entry, cancel));

    public ValueTask<IReadOnlyList<CreditLine>> WouldCredit(ChamberId chamber, Fact fact, CancellationToken cancel) =>
        crediting is null ? new([]) : With(chamber, session => session.WouldCredit(crediting, fact, cancel));

    public ValueTask<ChamberView> View(ChamberId chamber, Period period, AsOf at, CancellationToken cancel) =>
        With(chamber, session => session.View(period, at, cancel));

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T> With<T>(ChamberId chamber, Func<ChamberSession, ValueTask<T>> use)
    {
        var session = SessionOf(chamber);
        session.LastUse = Interlocked.Increment(ref _uses);
        try { return await use(session); }
        finally
        {
            // Questions about chambers that do not exist must not fill the memory.
            if (session.IsEmpty) Remove(session);
        }
    }

    private ChamberSession SessionOf(ChamberId chamber)
    {
        if (_sessions.TryGetValue(chamber, out var known)) return known;
        var fresh = new ChamberSession(chamber, log, _judging);
        if (!_sessions.TryAdd(chamber, fresh)) return SessionOf(chamber);
        if (Interlocked.Increment(ref _count) > sessionsMax) LetGoOfTheIdle();
        return fresh;
    }

    /// <summary>Drops the eighth of the sessions that was used longest ago; whoever comes back to one folds it anew.</summary>
    private void LetGoOfTheIdle()
    {
        if (Interlocked.Exchange(ref _lettingGo, 1) != 0) return;
        try
        {
            foreach (var session in _sessions.Values.OrderBy(s => s.LastUse).Take(Math.Max(1, sessionsMax / 8)).ToList())
                Remove(session);
        }
        finally { Volatile.Write(ref _lettingGo, 0); }
    }

    private void Remove(ChamberSession session)
    {
        if (_sessions.TryRemove(KeyValuePair.Create(session.Chamber, session))) Interlocked.Decrement(ref _count);
    }
}
