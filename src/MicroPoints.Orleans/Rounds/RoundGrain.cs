using MicroPoints.Runtime;
using Orleans.Concurrency;

namespace MicroPoints.Orleans;

/// <summary>Takes one step at a time in the background. Each step's ids derive from the round's, so a silo that takes over repeats nothing.</summary>
[Reentrant]
public sealed class RoundGrain(RoundPartsHolder holder) : Grain, IRoundGrain
{
    private const string Kind = "round-work";
    private static readonly TimeSpan SavedEvery = TimeSpan.FromSeconds(1), AnsweredAtOnce = TimeSpan.FromMilliseconds(500);

    private RoundParts _parts = null!;
    private RoundWork? _work;
    private Task _running = Task.CompletedTask;

    private RoundId Round => new(this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancel)
    {
        _parts = await holder.Parts.WaitAsync(cancel);
        if (await _parts.Store.Read<RoundWork>(Kind, Round.Value) is not ({ Json.Length: > 0 } known, _)) return;
        _work = known;
        // The silo that had it is gone.
        if (known.IsUnderWay) Start(known);
    }

    public async Task<RoundWork> Begin(RoundStep step)
    {
        var json = CoreJson.Of(step);
        if (_work is not { IsUnderWay: true })
        {
            var work = new RoundWork(json, 0, 0, null, null);
            await Save(_work = work);
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
        var step = CoreJson.Read<RoundStep>(work.Json);
        var progress = new Latest();
        // Scoring a province must not keep the grain from telling how far it is.
        var taking = Task.Run(() => step.Take(_parts.Rounds, _parts.Proofs, Round, progress, CancellationToken.None).AsTask());
        _running = Follow(work, taking, progress);
    }

    private async Task Follow(RoundWork work, Task<Answer> taking, Latest progress)
    {
        while (await Task.WhenAny(taking, Task.Delay(SavedEvery)) != taking)
            await Save(_work = work with { Done = progress.At.Done, Total = progress.At.Total });
        try { _work = work with { Done = progress.At.Total, Total = progress.At.Total, Answer = CoreJson.Of(await taking) }; }
        catch (Exception e) { _work = work with { Failure = e.Message }; }
        await Save(_work);
    }

    private async Task Save(RoundWork work)
    {
        // What is kept only tells where to go on: a write that is lost costs a step that finds itself done.
        try { await _parts.Store.Change<RoundWork>(Kind, Round.Value, _ => work, CancellationToken.None); }
        catch (StoreException) { }
    }

    private sealed class Latest : IProgress<(long Done, long Total)>
    {
        public (long Done, long Total) At { get; private set; }
        public void Report((long Done, long Total) value) => At = value;
    }
}
