using MicroPoints.Identity;
using MicroPoints.Rounds;

namespace MicroPoints.Runtime;

/// <summary>A step of a round that may take long, as it is asked for.</summary>
public abstract record RoundStep(Actor By)
{
    public sealed record Lock(Actor By, DateOnly? AsOf, bool ClosePeriod) : RoundStep(By);

    public sealed record Decide(Actor By, RoundDecided Decided) : RoundStep(By);

    /// <summary>Keeps the proof where the workspace keeps proofs.</summary>
    public sealed record Seal(Actor By) : RoundStep(By);

    /// <summary>Takes it.</summary>
    public async ValueTask<Answer> Take(
        RoundService rounds, IProofStore proofs, RoundId round, IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        this switch
        {
            Lock step => await rounds.Lock(round, step.AsOf, step.ClosePeriod, By, progress, cancel),
            Decide step => await rounds.Decide(round, step.Decided, By, progress, cancel),
            Seal => (await rounds.Seal(round, By, proof => proofs.Keep(proof, cancel), progress, cancel)).Answer,
            _ => throw new InvariantException("a step locks, decides or seals"),
        };
}
