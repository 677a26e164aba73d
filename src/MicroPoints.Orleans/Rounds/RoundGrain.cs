using MicroPoints.Runtime;
using Orleans.Concurrency;

namespace MicroPoints.Orleans;

/// <summary>Takes one step at a time in the background.</summary>
/// <remarks>Each step's ids derive from the round's, so a silo that takes over repeats nothing.</remarks>
[Reentrant]
public sealed class RoundGrain(RoundPartsHolder holder) : Grain, IRoundGrain
{
    private const string Kind = "round-work";
    private const int AttemptsMax = 5;
    private static readonly TimeSpan SavedEvery = TimeSpan.FromSeconds(1), AnsweredAtOnce = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _beginning = new(1, 1);

    /// <summary>What steps came to here, for callers that look a moment later.</summary>
    private readonly Dictionary<string, RoundWork> _finished = [];

    private RoundParts _parts = null!;
    private RoundWork? _work;
    private string? _etag;
    private Task _running = Task.CompletedTask;

    private RoundId Round => new(this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancel)
    {
        _parts = await holder.Parts.WaitAsync(cancel);
        (var known, _etag) = await _parts.Store.Read<RoundWork>(Kind, Round.Value);
        if (known.Json.Length == 0) return;
        _work = known;
        // The silo that had it is gone, or believed to be: what it still writes is refused from here on.
        if (!known.IsUnderWay) _finished[known.Json] = known;
        else if (await Save(known)) Start(known);
    }

    public async Task<RoundWork> Begin(RoundStep step)
    {
        var json = CoreJson.Of(step);
        // Calls interleave here, and two that ask for the same must begin it once.
        await _beginning.WaitAsync();
        try
        {
            if (_work is { IsUnderWay: true } other && other.Json != json)
                return new RoundWork(json, 0, 0, CoreJson.Of<Answer>(new Answer.Refused(Refusal.RoundWrongState,
                    $"another step of round {Round} is under way, {other.Done} of {other.Total}: wait for it")), null);
            if (_work is not { IsUnderWay: true })
            {
                var work = new RoundWork(json, 0, 0, null, null);
                if (!await Save(work)) throw new StoreException($"round {Round} is taken further elsewhere: ask again");
                _finished.Remove(json);
                Start(work);
            }
        }
        finally { _beginning.Release(); }
        await Task.WhenAny(_running, Task.Delay(AnsweredAtOnce));
        return Of(json) ?? new RoundWork(json, 0, 0, null, null);
    }

    public Task<RoundWork?> Look(RoundStep step) => Task.FromResult(Of(CoreJson.Of(step)));

    private RoundWork? Of(string json) =>
        _work is { IsUnderWay: true } work && work.Json == json ? work : _finished.GetValueOrDefault(json);

    private void Start(RoundWork work)
    {
        DelayDeactivation(TimeSpan.FromHours(1));
        var (step, progress, ending) = (CoreJson.Read<RoundStep>(work.Json), new Latest(), new CancellationTokenSource());
        // Scoring a province must not keep the grain from telling how far it is.
        var taking = Task.Run(() => Take(step, progress, ending.Token));
        _running = Follow(work, taking, progress, ending);
    }

    /// <summary>A chamber whose silo died meanwhile answers again from another one.</summary>
    private async Task<Answer> Take(RoundStep step, Latest progress, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
            try { return await step.Take(_parts.Rounds, _parts.Proofs, Round, progress, cancel); }
            catch (StoreException) when (attempt < AttemptsMax) { await Task.Delay(attempt * SavedEvery, cancel); }
    }

    private async Task Follow(RoundWork work, Task<Answer> taking, Latest progress, CancellationTokenSource ending)
    {
        while (await Task.WhenAny(taking, Task.Delay(SavedEvery)) != taking)
        {
            if (await Save(work with { Done = progress.At.Done, Total = progress.At.Total })) continue;
            // Another activation takes it from here: two that go on would only be in each other's way.
            await ending.CancelAsync();
            return;
        }
        RoundWork done;
        try { done = work with { Done = progress.At.Total, Total = progress.At.Total, Answer = CoreJson.Of(await taking) }; }
        catch (Exception e)
        {
            done = work with { Failure = e.Message, IsFault = e is not (StoreException or OperationCanceledException) };
        }
        if (await Save(done)) _finished[done.Json] = done;
    }

    /// <summary>False where another activation has taken the round up: this one then ends.</summary>
    private async Task<bool> Save(RoundWork work)
    {
        try
        {
            if (await _parts.Store.Write(Kind, Round.Value, work, _etag) is { } etag)
            {
                (_etag, _work) = (etag, work);
                return true;
            }
        }
        // Whether it was written is unknown, and so is the ETag: whoever asks next is answered by an activation that reads it.
        catch (StoreException) { }
        DeactivateOnIdle();
        return false;
    }

    private sealed class Latest : IProgress<(long Done, long Total)>
    {
        private volatile Tuple<long, long> _at = Tuple.Create(0L, 0L);

        public (long Done, long Total) At => (_at.Item1, _at.Item2);
        public void Report((long Done, long Total) value) => _at = Tuple.Create(value.Done, value.Total);
    }
}
