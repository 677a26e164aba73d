namespace MicroPoints.Orleans;

/// <summary>Where a stream ends, with its last entries: small, bounded, and the only truth about the stream.</summary>
[GenerateSerializer, Alias("micropoints.head/1")]
public sealed class StoredHead
{
    [Id(0)] public long Sequence { get; set; }

    [Id(1)] public byte[] Hash { get; set; } = [];

    /// <summary>The boundaries between the last segments, oldest first: sequence and hash, 40 bytes each.</summary>
    [Id(2)] public byte[] Boundaries { get; set; } = [];

    /// <summary>The entries after the last boundary.</summary>
    [Id(3)] public byte[] Tail { get; set; } = [];
}

/// <summary>Entries between two boundaries of a stream. Written once, by whoever comes first: everybody would write the same.</summary>
[GenerateSerializer, Alias("micropoints.segment/1")]
public sealed class StoredSegment
{
    [Id(0)] public byte[] Entries { get; set; } = [];
}

/// <summary>Names of streams that may exist, each with the region it belongs to.</summary>
[GenerateSerializer, Alias("micropoints.names/1")]
public sealed class StoredNames
{
    [Id(0)] public List<string> Names { get; set; } = [];
}

/// <summary>Streams other than chambers' that were about to be appended to, the latest last.</summary>
[GenerateSerializer, Alias("micropoints.changes/1")]
public sealed class StoredChanges
{
    /// <summary>How many there ever were; the mark of the last one.</summary>
    [Id(0)] public long Mark { get; set; }

    [Id(1)] public List<string> Streams { get; set; } = [];

    /// <summary>When each was, in UTC ticks.</summary>
    [Id(2)] public List<long> Instants { get; set; } = [];
}
