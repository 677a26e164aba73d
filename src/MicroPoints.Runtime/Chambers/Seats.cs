using System.Collections.Concurrent;
using MicroPoints.Chambers;

namespace MicroPoints.Runtime;

/// <summary>Where each chamber has its seat, which never changes: what decides who may know of it.</summary>
public sealed class Seats(IEventLog log)
{
    private readonly ConcurrentDictionary<ChamberId, RegionCode> _seats = [];

    /// <summary>A chamber's seat; null where it is not on the register.</summary>
    public ValueTask<RegionCode?> Of(ChamberId chamber, CancellationToken cancel) =>
        _seats.TryGetValue(chamber, out var seat) ? new(seat) : Read(chamber, cancel);

    private async ValueTask<RegionCode?> Read(ChamberId chamber, CancellationToken cancel)
    {
        // Only chambers that exist are kept: questions about others must not fill the memory.
        await foreach (var first in log.Read(StreamId.Of(chamber), 0, cancel))
            return first.Body is ChamberRegistered registered ? _seats.GetOrAdd(chamber, registered.Seat) : null;
        return null;
    }
}
