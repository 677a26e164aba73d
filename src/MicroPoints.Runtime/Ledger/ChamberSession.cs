using System.Diagnostics;
using System.Runtime.CompilerServices;
using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>
/// One chamber's gate and folded ledger. Losing it loses nothing: the log's head check keeps two sessions apart.
/// </summary>
public sealed class ChamberSession(ChamberId chamber, IEventLog log, Judging judging)
{
    /// <summary>How often a command is judged again at least because others wrote first.</summary>
    private const int AttemptsMin = 64;

    /// <summary>
    /// And for how long where they are other processes: how many of their callers go before depends on how many wait there and on how
    /// long reading takes on a busy machine, and neither is counted in attempts.
    /// </summary>
    private static readonly TimeSpan TriesFor = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whoever wrote first need not read anew, and would be first again for as long as its own callers wait. So a session that met
    /// another process lets it go before for a while, by the time that reading took here and a little more.
    /// </summary>
    private static readonly TimeSpan GivesWayMin = TimeSpan.FromMilliseconds(2), GivesWayMax = TimeSpan.FromMilliseconds(50),
        GivesWayFor = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly StreamId _stream = StreamId.Of(chamber);
    private LedgerState? _state;
    private long? _metAnother;
    private TimeSpan _givesWay = GivesWayMin;

    public ChamberId Chamber => chamber;

    /// <summary>When it was last used, by the host's count.</summary>
    public long LastUse { get; set; }

    /// <summary>Nothing is kept here: an unknown chamber, or one whose last append failed.</summary>
    /// <remarks>
    /// Not while somebody is inside: an append under way keeps nothing either, and would meet its own session's successor.
    /// </remarks>
    public bool IsEmpty => _gate.CurrentCount > 0 && _state is not { Head.Sequence: > 0 };

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<BatchAnswer> Run(
        Actor by, IReadOnlyList<LedgerCommand> commands, bool write, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var now = judging.Now();
            if (write && Environment.TickCount64 - _metAnother < GivesWayFor.TotalMilliseconds) await Task.Delay(_givesWay, cancel);
            var (started, attempts) = (Stopwatch.GetTimestamp(), 0);
            for (; attempts < AttemptsMin || IsShared && Stopwatch.GetElapsedTime(started) < TriesFor; attempts++)
            {
                var state = await Load(now.Year, cancel);
                await TakeUp(state, Named(commands), cancel);
                var view = new LedgerView(state);
                var answer = judging.Judge(view, by, commands, now);
                var writes = write && answer is BatchAnswer.Accepted && view.Pending.Count > 0;
                // The log checks what is written against its head; any other answer must not be older than the log.
                if (writes ? await Append(state, view.Pending, cancel) : !await CatchUp(state, cancel)) return answer;
            }
            return new BatchAnswer.Refused([new RefusedLine(0, Refusal.HeadMoved,
                $"{chamber} was changed by others {attempts} times meanwhile: send it again")]);
        }
        finally { Leave(); }
    }

    /// <summary>Reads the chamber; from the fold that is kept where the question is about now, else from its entries.</summary>
    public async ValueTask<ChamberView> View(Period period, AsOf at, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var state = await Load(at.Day.Year, cancel);
            await CatchUp(state, cancel);
            return await ChamberViews.Of(state, log, period, at, cancel);
        }
        finally { Leave(); }
    }

    /// <summary>What an entry of the ledger adds or, for a reversal, takes away.</summary>
    public async ValueTask<IReadOnlyList<CreditLine>> Credited(
        Crediting crediting, SealedEntry entry, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var state = await Load(0, cancel);
            // Mostly it was recorded here a moment ago.
            if (state.Head.Sequence < entry.Sequence) await CatchUp(state, cancel);
            if (state.Chamber is not { } register) return [];
            var reversed = entry.Body as ActivityReversed;
            var target = reversed is null ? entry : (await log.Find(_stream, [reversed.Target], cancel))[0];
            if (LedgerState.FactOf(target) is not { } fact) return [];
            if (reversed is null && state.ReversalOf(entry.Id) is not null) return [];
            var scorers = await crediting.For(register.Seat, cancel);
            var lines = crediting.Of(scorers, register, state.Tally, new StandingFact(fact, target.Sequence), folded: reversed is null);
            return reversed is null ? lines : [.. lines.Select(l => l with { Raw = -l.Raw, Points = -l.Points })];
        }
        finally { Leave(); }
    }

    /// <summary>What a fact would add as the next entry.</summary>
    public async ValueTask<IReadOnlyList<CreditLine>> WouldCredit(Crediting crediting, Fact fact, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var state = await Load(0, cancel);
            await CatchUp(state, cancel);
            if (state.Chamber is not { } register) return [];
            return crediting.Of(await crediting.For(register.Seat, cancel), register, state.Tally,
                new StandingFact(fact, state.Head.Sequence + 1), folded: false);
        }
        finally { Leave(); }
    }

    /// <summary>Keeps the fold and not the entries.</summary>
    private void Leave()
    {
        _state?.LetGo();
        _gate.Release();
    }

    private async ValueTask<LedgerState> Load(int year, CancellationToken cancel)
    {
        if (_state is { } kept) return kept;
        var started = Stopwatch.GetTimestamp();
        var state = (LedgerState)(await log.Load(_stream, year, [], cancel)).State;
        Telemetry.CountFold(state.Head.Sequence, started);
        state.LetGo();
        return _state = state;
    }

    /// <summary>Brings back the entries that commands name, in case the chamber has them.</summary>
    private async ValueTask TakeUp(LedgerState state, EntryId[] named, CancellationToken cancel)
    {
        if (!state.IsPartial || await log.Find(_stream, named, cancel) is not { Count: > 0 } found) return;
        state.TakeUp(found.Where(e => e.Sequence <= state.Head.Sequence));
    }

    /// <summary>Takes over what other processes appended meanwhile; false where nothing was.</summary>
    private async ValueTask<bool> CatchUp(LedgerState state, CancellationToken cancel)
    {
        var before = state.Head;
        await foreach (var entry in log.Read(_stream, before.Sequence, cancel))
        {
            if (entry.Body is ActivityReversed reversed && state.Find(reversed.Target) is null)
                state.TakeUp(await log.Find(_stream, [reversed.Target], cancel));
            state.Apply(entry);
        }
        return state.Head != before;
    }

    /// <summary>
    /// False where the head had moved. The kept state is dropped first, so that any exception leaves nothing stale.
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> Append(
        LedgerState state, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        _state = null;
        if (await log.Append(_stream, state.Head, entries, cancel) is AppendResult.HeadMoved)
        {
            var started = Stopwatch.GetTimestamp();
            // What others wrote is read, and not the whole chamber again.
            await CatchUp(state, cancel);
            _state = state;
            // Only where another process may be: two hosts of one process take their turns by themselves.
            if (IsShared) MeetAnother(Stopwatch.GetElapsedTime(started));
            return false;
        }
        foreach (var entry in entries)
        {
            state.Apply(entry);
            // A later line of a batch may take back an earlier one.
            if (entries.Count > 1) state.TakeUp([entry]);
        }
        _state = state;
        return true;
    }

    private bool IsShared => log is WatchedLog { Shared: not null };

    private void MeetAnother(TimeSpan reading)
    {
        _metAnother = Environment.TickCount64;
        _givesWay = TimeSpan.FromTicks(Math.Clamp((2 * reading).Ticks, GivesWayMin.Ticks, GivesWayMax.Ticks));
    }

    private static EntryId[] Named(IReadOnlyList<LedgerCommand> commands) => commands is [RecordActivity alone] ? [alone.Id] :
        [.. commands.Select(c => c.Id), .. commands.Select(AtHead.Inside).OfType<ReverseActivity>().Select(r => r.Target)];
}
