using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>Where a frame lies and which of its stream's entries it begins with.</summary>
internal readonly record struct FramePlace(long First, long Offset, int PayloadLength);

/// <summary>For each stream its head and where its frames lie. One writes, any may read.</summary>
internal sealed class StreamIndex
{
    private sealed class Indexed(RegionCode region)
    {
        public RegionCode Region { get; } = region;
        public Head Head { get; set; }
        public List<FramePlace> Frames { get; } = [];
    }

    private readonly Lock _gate = new();
    private readonly Dictionary<StreamId, Indexed> _streams = [];

    public Head HeadOf(StreamId stream)
    {
        lock (_gate) return _streams.TryGetValue(stream, out var known) ? known.Head : Head.Empty;
    }

    /// <summary>Adds a frame that continues its stream.</summary>
    public void Add(StreamId stream, RegionCode region, FramePlace place, Head head)
    {
        lock (_gate)
        {
            if (!_streams.TryGetValue(stream, out var known)) _streams[stream] = known = new Indexed(region);
            Invariant.Holds(place.First == known.Head.Sequence + 1, "a frame continues its stream");
            known.Frames.Add(place);
            known.Head = head;
        }
    }

    /// <summary>The frames that hold entries after a sequence, in order.</summary>
    public FramePlace[] FramesAfter(StreamId stream, long after)
    {
        lock (_gate)
        {
            if (!_streams.TryGetValue(stream, out var known) || after >= known.Head.Sequence) return [];
            var (low, high) = (0, known.Frames.Count - 1);
            while (low < high)
            {
                var middle = low + (high - low + 1) / 2;
                if (known.Frames[middle].First <= after + 1) low = middle;
                else high = middle - 1;
            }
            return [.. known.Frames[low..]];
        }
    }

    public Heads Cut(RegionCode scope)
    {
        lock (_gate)
            return Heads.Of(_streams.Where(s => StreamScope.Covers(scope, s.Value.Region))
                .Select(s => new StreamHead(s.Key, s.Value.Head)));
    }
}
