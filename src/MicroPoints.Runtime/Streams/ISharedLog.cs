namespace MicroPoints.Runtime;

/// <summary>A log that other processes append to as well.</summary>
public interface ISharedLog : IEventLog
{
    /// <summary>Streams other than chambers' that were appended to after a mark, by whatever process, and the mark to go on from.</summary>
    /// <remarks>
    /// Mark 0 is before everything. What was acknowledged before the call is in the answer; the same stream may come again.
    /// </remarks>
    ValueTask<SharedChanges> ChangesAfter(long mark, CancellationToken cancel);
}

/// <summary>What others may have changed.</summary>
public sealed record SharedChanges(long Mark, IReadOnlyList<StreamId> Streams);
