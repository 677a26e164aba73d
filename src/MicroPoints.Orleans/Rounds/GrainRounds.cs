using System.Diagnostics;
using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Runtime;

namespace MicroPoints.Orleans;

/// <summary>Has a round's grain take the long steps, wherever it is, and waits for it, also when its silo dies meanwhile.</summary>
public sealed class GrainRounds(Workspace workspace, IGrainFactory grains) : RoundService(workspace)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200), UnansweredMax = TimeSpan.FromMinutes(2);

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
        var answered = Stopwatch.GetTimestamp();
        for (RoundWork? work = null; ;)
        {
            try
            {
                // Begun again where it was lost on the way: its ids derive from the round's, so it only finds itself done.
                work = (work is null ? null : await grain.Look(step)) ?? await grain.Begin(step);
                answered = Stopwatch.GetTimestamp();
            }
            catch (Exception e) when (e is OrleansException or TimeoutException or StoreException)
            {
                if (Stopwatch.GetElapsedTime(answered) > UnansweredMax) throw new AppendUnknownException(
                    $"round {round} does not answer, and the step may go on: look at the round, then send it again ({e.Message})", e);
                await Task.Delay(Every, cancel);
                continue;
            }
            if (work.Failure is { } failure) throw work.IsFault ? new InvariantException($"round {round}: {failure}")
                : new StoreException($"round {round} could not be taken further: {failure}");
            if (work.Answer is { } answer)
            {
                // It was recorded wherever the grain is; here it counts at once.
                Workspace.Watched.CountAppend(MicroPoints.StreamId.Of(round));
                return CoreJson.Read<Answer>(answer);
            }
            progress?.Report((work.Done, work.Total));
            await Task.Delay(Every, cancel);
        }
    }
}
