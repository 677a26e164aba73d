using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Streams with every entry at hand: for what reads history, not for everyday commands.</summary>
public static class WholeStreams
{
    /// <summary>Folds a stream from its first entry and keeps them all.</summary>
    public static async ValueTask<TState> LoadWhole<TState>(this IEventLog log, StreamId stream, CancellationToken cancel)
        where TState : StreamState
    {
        var state = (TState)StreamStates.For(stream);
        await foreach (var entry in log.Read(stream, 0, cancel)) state.Apply(entry);
        return state;
    }
}
