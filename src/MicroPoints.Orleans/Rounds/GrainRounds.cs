using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Runtime;
using Orleans.Runtime;

namespace MicroPoints.Orleans;

/// <summary>Has a round's grain take the long steps, wherever it is, and waits for it, also when its silo dies meanwhile.</summary>
public sealed class GrainRounds(Workspace workspace, IGrainFactory grains) : RoundService(workspace)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    public override ValueTask<Answer> Lock(RoundId round, DateOnly? asOf, bool closePeriod, Actor by,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        Drive(round, new RoundStep.Lock(by, asOf, closePeriod), progress, cancel);

    public override ValueTask<Answer> Decide(RoundId round, RoundDecided decided, Actor by,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        Drive(round, new RoundStep.Decide(by, decided), progress, cancel);

    /// <remarks>
    /// The grain keeps the proof where the workspace keeps proofs: it is not sent here, and <paramref name="keep"/> is not called.
    /// </remarks>
    public override async ValueTask<(Answer Answer, SealedProof? Proof)> Seal(RoundId round, Actor by, Func<SealedProof, ValueTask> keep,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        (await Drive(round, new RoundStep.Seal(by), progress, cancel), null);

    private async ValueTask<Answer> Drive(
        RoundId round, RoundStep step, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var grain = grains.GetGrain<IRoundGrain>(round.Value);
        for (RoundWork? work = null; ;)
        {
            try { work = work is null ? await grain.Begin(step) : await grain.Look(); }
            catch (Exception e) when (e is OrleansException or TimeoutException or StoreException) { await Task.Delay(Every, cancel); }
            if (work is { Failure: { } failure }) throw new StoreException($"round {round} could not be taken further: {failure}");
            if (work is { Answer: { } answer })
            {
                // It was recorded wherever the grain is; here it counts at once.
                Workspace.Watched.CountAppend(MicroPoints.StreamId.Of(round));
                return CoreJson.Read<Answer>(answer);
            }
            if (work is not null) progress?.Report((work.Done, work.Total));
            await Task.Delay(Every, cancel);
        }
    }
}
