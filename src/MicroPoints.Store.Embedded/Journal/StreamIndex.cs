using System.Collections.Concurrent;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>What is known of each stream without reading the journal.</summary>
internal sealed class StreamIndex
{
    private readonly ConcurrentDictionary<StreamId, StreamRecord> _streams = [];

    public StreamRecord? Find(StreamId stream) => _streams.GetValueOrDefault(stream);

    public Head HeadOf(StreamId stream) => Find(stream)?.Head ?? Head.Empty;

    /// <summary>The record of a stream; a new one has no entries yet and stands in no cut.</summary>
    public StreamRecord GetOrAdd(StreamId stream, RegionCode region) =>
        _streams.GetOrAdd(stream, static (id, region) => new StreamRecord(id, region), region);

    /// <summary>Begins with what a checkpoint has.</summary>
    public void Begin(CheckpointFile checkpoint)
    {
        foreach (var kept in checkpoint.Directory.Streams) _streams[kept.Stream] = new StreamRecord(checkpoint, kept);
    }

    /// <summary>The streams as they stand, for the writer between two groups.</summary>
    public CapturedStream[] Capture() =>
        [.. _streams.Select(s => s.Value.Capture()).Where(s => s.Head.Sequence > 0)];

    /// <summary>Takes the streams one by one: whatever was acknowledged before the call is in it.</summary>
    public Heads Cut(RegionCode scope) => Heads.Of(_streams
        .Where(s => StreamScope.Covers(scope, s.Value.Region))
        .Select(s => new StreamHead(s.Key, s.Value.Head))
        .Where(h => h.Head.Sequence > 0));
}
