using System.Collections.Concurrent;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>What is known of each stream without reading the journal.</summary>
internal sealed class StreamIndex
{
    private readonly ConcurrentDictionary<StreamId, StreamRecord> _streams = [];

    /// <summary>The same records by type and county, or by the region itself where that is larger.</summary>
    private readonly ConcurrentDictionary<StreamType, ConcurrentDictionary<RegionCode, ConcurrentQueue<StreamRecord>>> _places = [];

    public StreamRecord? Find(StreamId stream) => _streams.GetValueOrDefault(stream);

    public Head HeadOf(StreamId stream) => Find(stream)?.Head ?? Head.Empty;

    /// <summary>The record of a stream; a new one has no entries yet and stands in no cut.</summary>
    public StreamRecord GetOrAdd(StreamId stream, RegionCode region) => Find(stream) ?? Add(new StreamRecord(stream, region));

    /// <summary>Begins with what a checkpoint has.</summary>
    public void Begin(CheckpointFile checkpoint)
    {
        foreach (var kept in checkpoint.Directory.Streams) Add(new StreamRecord(checkpoint, kept));
    }

    private StreamRecord Add(StreamRecord record)
    {
        var known = _streams.GetOrAdd(record.Stream, record);
        if (ReferenceEquals(known, record))
            _places.GetOrAdd(record.Stream.Type, _ => []).GetOrAdd(PlaceOf(record.Region), _ => []).Enqueue(record);
        return known;
    }

    private static RegionCode PlaceOf(RegionCode region) => region.Enclosing(RegionLevel.County);

    /// <summary>The streams as they stand, for the writer between two groups.</summary>
    public CapturedStream[] Capture() =>
        [.. _streams.Select(s => s.Value.Capture()).Where(s => s.Head.Sequence > 0)];

    /// <summary>Takes the streams one by one: whatever was acknowledged before the call is in it.</summary>
    public Heads Cut(RegionCode scope) => Heads.Of(_streams
        .Where(s => StreamScope.Covers(scope, s.Value.Region))
        .Select(s => new StreamHead(s.Key, s.Value.Head))
        .Where(h => h.Head.Sequence > 0));

    /// <summary>The same for one type: a county's streams are found without looking at the country's.</summary>
    public Heads Cut(RegionCode scope, StreamType type) => Heads.Of(Near(scope, type)
        .Where(r => StreamScope.Covers(scope, r.Region))
        .Select(r => new StreamHead(r.Stream, r.Head))
        .Where(h => h.Head.Sequence > 0));

    private IEnumerable<StreamRecord> Near(RegionCode scope, StreamType type)
    {
        if (!_places.TryGetValue(type, out var places)) return [];
        return !scope.IsNation && PlaceOf(scope).Value.Length == (int)RegionLevel.County
            ? places.GetValueOrDefault(PlaceOf(scope), [])
            : places.SelectMany(p => p.Value);
    }
}
