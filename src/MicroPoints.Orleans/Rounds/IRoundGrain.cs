using MicroPoints.Runtime;

namespace MicroPoints.Orleans;

/// <summary>One round, keyed by its id: the one place of a cluster that takes its long steps.</summary>
[Alias("micropoints.round")]
public interface IRoundGrain : IGrainWithStringKey
{
    /// <summary>Begins a step, or goes on with it where it is under way; another one is refused meanwhile.</summary>
    [Alias("begin")]
    Task<RoundWork> Begin(RoundStep step);

    /// <summary>How far a step is, or what it came to; null where it is not under way and nobody here knows what it came to.</summary>
    [Alias("look")]
    Task<RoundWork?> Look(RoundStep step);
}

/// <summary>A step under way, or what it came to. It is kept, so that another silo goes on with it.</summary>
/// <param name="Json">The step, as silos send it.</param>
/// <param name="Answer">What it came to, likewise; null while it is under way.</param>
/// <param name="Failure">Why it could not be taken.</param>
/// <param name="IsFault">Whether that is a fault of the program, which taking it again does not mend.</param>
[GenerateSerializer, Immutable, Alias("micropoints.round-work/1")]
public sealed record RoundWork(
    [property: Id(0)] string Json, [property: Id(1)] long Done, [property: Id(2)] long Total, [property: Id(3)] string? Answer,
    [property: Id(4)] string? Failure, [property: Id(5)] bool IsFault = false)
{
    /// <summary>For storages, which make an empty one first.</summary>
    public RoundWork() : this("", 0, 0, null, null) { }

    public bool IsUnderWay => Json.Length > 0 && Answer is null && Failure is null;
}
