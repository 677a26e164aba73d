using System.Collections.Concurrent;
using System.Diagnostics;
using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>The chamber host of one process: a session per chamber, over any log.</summary>
public sealed class ChamberHost(
    IEventLog log, KindCatalogue kinds, TimeProvider clock, ISaltSource salts, IRulesInForce rules) : IChamberHost
{
    private readonly ConcurrentDictionary<ChamberId, ChamberSession> _sessions = [];
    private readonly Judging _judging = new(kinds, clock, salts, rules);

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
        var started = Stopwatch.GetTimestamp();
        var answer = await With(chamber, session => session.Run(by, commands, write: true, cancel));
        Telemetry.Count(answer, started);
        return answer;
    }

    public ValueTask<BatchAnswer> Preview(
        ChamberId chamber, Actor by, IReadOnlyList<LedgerCommand> commands, CancellationToken cancel) =>
        With(chamber, session => session.Run(by, commands, write: false, cancel));

    public ValueTask<ChamberView> View(ChamberId chamber, Period period, AsOf at, CancellationToken cancel) =>
        With(chamber, session => session.View(period, at, cancel));

    private async ValueTask<T> With<T>(ChamberId chamber, Func<ChamberSession, ValueTask<T>> use)
    {
        var session = _sessions.GetOrAdd(chamber, id => new ChamberSession(id, log, _judging));
        try { return await use(session); }
        finally
        {
            // Questions about chambers that do not exist must not fill the memory.
            if (session.IsEmpty) _sessions.TryRemove(KeyValuePair.Create(chamber, session));
        }
    }
}
