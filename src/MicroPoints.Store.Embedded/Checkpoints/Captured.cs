using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>The index as it stood between two groups. Taking it copies no list: what grows later grows behind it.</summary>
internal sealed record Captured(LastGroup Last, Place End, CapturedStream[] Streams);

/// <summary>One stream as it was captured.</summary>
/// <param name="Kept">What an older checkpoint has of it, where that is not in the lists.</param>
internal sealed record CapturedStream(
    StreamRecord Record, Head Head, KeptStream? Kept, ReadOnlyMemory<FramePlace> Frames, ReadOnlyMemory<ulong> Ids);
