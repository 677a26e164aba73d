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

    private RoundParts _parts = null!;
    private RoundWork? _work;
    private string? _etag;
    private Task _running = Task.CompletedTask;

    private RoundId Round => new(this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancel)
    {
        _parts = await holder.Parts.WaitAsync(cancel);
        (var known, _etag) = await _parts.Store.Read<RoundWork>(Kind, Round.Value);
        _work = known.Json.Length > 0 ? known : null;
        // The silo that had it is gone, or believed to be: what it still writes is refused from here on.
        if (known.IsUnderWay && await Save(known)) Start(known);
    }

    public async Task<RoundWork> Begin(RoundStep step)
    {
        var json = CoreJson.Of(step);
        if (_work is not { IsUnderWay: true })
        {
            var work = new RoundWork(json, 0, 0, null, null);
            if (!await Save(work)) throw new StoreException($"round {Round} is taken further elsewhere: ask again");
            Start(work);
        }
        else if (_work.Json != json) return new RoundWork(json, 0, 0, CoreJson.Of<Answer>(new Answer.Refused(
            Refusal.RoundWrongState, $"another step of round {Round} is under way, {_work.Done} of {_work.Total}: wait for it")), null);
        await Task.WhenAny(_running, Task.Delay(AnsweredAtOnce));
        return _work!;
    }

    public Task<RoundWork?> Look() => Task.FromResult(_work);

    private void Start(RoundWork work)
    {
        DelayDeactivation(TimeSpan.FromHours(1));
        var (step, progress) = (CoreJson.Read<RoundStep>(work.Json), new Latest());
        // Scoring a province must not keep the grain from telling how far it is.
        var taking = Task.Run(() => Take(step, progress));
        _running = Follow(work, taking, progress);
    }

    /// <summary>A chamber whose silo died meanwhile answers again from another one.</summary>
    private async Task<Answer> Take(RoundStep step, Latest progress)
    {
        for (var attempt = 1; ; attempt++)
            try { return await step.Take(_parts.Rounds, _parts.Proofs, Round, progress, CancellationToken.None); }
            catch (StoreException) when (attempt < AttemptsMax) { await Task.Delay(attempt * SavedEvery); }
    }

    private async Task Follow(RoundWork work, Task<Answer> taking, Latest progress)
    {
        var isOurs = true;
        while (await Task.WhenAny(taking, Task.Delay(SavedEvery)) != taking && isOurs)
            isOurs = await Save(work with { Done = progress.At.Done, Total = progress.At.Total });
        if (!isOurs) return;
        RoundWork done;
        try { done = work with { Done = progress.At.Total, Total = progress.At.Total, Answer = CoreJson.Of(await taking) }; }
        catch (Exception e) { done = work with { Failure = e.Message }; }
        await Save(done);
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
        public (long Done, long Total) At { get; private set; }
        public void Report((long Done, long Total) value) => At = value;
    }
}
