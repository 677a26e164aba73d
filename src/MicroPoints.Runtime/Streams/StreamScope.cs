using MicroPoints.Chambers;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>
/// Where a stream belongs: a chamber to its seat, a region to itself, everything else to the whole country.
/// </summary>
public static class StreamScope
{
    /// <summary>Reads it from a stream's first entry; a chamber's seat never changes.</summary>
    public static RegionCode Of(SealedEntry first) => first switch
    {
        { Body: ChamberRegistered registered } => registered.Seat,
        { Stream: { Type: StreamType.Region } stream } when RegionCode.IsValid(stream.Name) => new(stream.Name),
        _ => RegionCode.Nation,
    };

    /// <summary>Whether a cut of a scope takes a stream that belongs to a region.</summary>
    public static bool Covers(RegionCode scope, RegionCode region) =>
        scope.IsNation || !region.IsNation && scope.Contains(region);
}
