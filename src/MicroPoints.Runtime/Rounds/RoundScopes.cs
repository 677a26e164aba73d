using System.Collections.Concurrent;
using MicroPoints.Rounds;

namespace MicroPoints.Runtime;

/// <summary>Which region each round is for, which never changes: what decides who may know of it.</summary>
public sealed class RoundScopes(IEventLog log)
{
    private readonly ConcurrentDictionary<RoundId, RegionCode> _scopes = [];

    /// <summary>A round's scope; null where it was not opened.</summary>
    public ValueTask<RegionCode?> Of(RoundId round, CancellationToken cancel) =>
        _scopes.TryGetValue(round, out var scope) ? new(scope) : Read(round, cancel);

    private async ValueTask<RegionCode?> Read(RoundId round, CancellationToken cancel)
    {
        // Only rounds that exist are kept: questions about others must not fill the memory.
        await foreach (var first in log.Read(StreamId.Of(round), 0, cancel))
            return first.Body is RoundOpened opened ? _scopes.GetOrAdd(round, opened.Scope) : null;
        return null;
    }
}
