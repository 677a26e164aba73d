using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>How far a checkpoint covers the journal.</summary>
/// <param name="Header">Names the journal.</param>
/// <param name="Last">The last group covered; the checkpoint fits only where the journal has it.</param>
/// <param name="End">Where the next group goes.</param>
/// <param name="SegmentBytes">The least length of each segment before that.</param>
internal sealed record Covered(SegmentHeader Header, LastGroup Last, Place End, long[] SegmentBytes);

/// <summary>What a checkpoint says of one stream; its blocks lie elsewhere in the file.</summary>
/// <param name="Offset">Where its frames' places lie, then its ids, then its state.</param>
/// <param name="IndexSum">The check sum of places and ids.</param>
/// <param name="State">Its folded state, where one was kept.</param>
internal sealed record KeptStream(
    StreamId Stream, RegionCode Region, Head Head, long Offset, int Frames, uint IndexSum, KeptState? State)
{
    public int IndexBytes => checked(Frames * FramePlace.Bytes + (int)Head.Sequence * sizeof(ulong));
    public long StateOffset => Offset + IndexBytes;
}

/// <summary>A folded state in a checkpoint.</summary>
/// <param name="Sequence">The entry through which it was folded.</param>
internal readonly record struct KeptState(long Sequence, int Bytes, uint Sum, Digest Digest);

/// <summary>A checkpoint's table of contents, canonical.</summary>
internal sealed record CheckpointDirectory(Covered Covered, KeptStream[] Streams)
{
    public byte[] ToBytes()
    {
        var writer = new CanonicalWriter();
        var (header, last, end, lengths) = Covered;
        writer.Text(header.Journal.ToString()).Whole(last.Number).Whole((long)last.Place.Packed).Whole(last.Sum)
            .Whole((long)end.Packed).List(lengths, (w, length) => w.Whole(length));
        return writer.List(Streams, Write).ToArray();
    }

    /// <exception cref="CanonicalException">The bytes are no table of contents.</exception>
    public static CheckpointDirectory Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new CanonicalReader(bytes);
        if (!Guid.TryParse(reader.Text(), out var journal)) throw new CanonicalException("it names no journal");
        var last = new LastGroup(reader.Whole(), Place.Unpack((ulong)reader.Whole()), (uint)reader.Whole());
        var end = Place.Unpack((ulong)reader.Whole());
        var lengths = new long[reader.Count()];
        for (var i = 0; i < lengths.Length; i++) lengths[i] = reader.Whole();
        var streams = new KeptStream[reader.Count()];
        for (var i = 0; i < streams.Length; i++) streams[i] = ReadStream(ref reader);
        reader.Ends();
        return new CheckpointDirectory(new Covered(new SegmentHeader(1, journal), last, end, lengths), streams);
    }

    private static void Write(CanonicalWriter writer, KeptStream kept)
    {
        writer.Text(kept.Stream.ToString()).Text(kept.Region.Value).Whole(kept.Head.Sequence).Digest(kept.Head.Hash)
            .Whole(kept.Offset).Whole(kept.Frames).Whole(kept.IndexSum).Digest(kept.State?.Digest);
        if (kept.State is { } state) writer.Whole(state.Sequence).Whole(state.Bytes).Whole(state.Sum);
    }

    private static KeptStream ReadStream(ref CanonicalReader reader)
    {
        var (name, region) = (reader.Text(), reader.Text());
        if (!StreamId.TryParse(name, out var stream)) throw new CanonicalException($"'{name}' is not a stream");
        if (!RegionCode.IsValid(region)) throw new CanonicalException($"'{region}' is not a region");
        var head = new Head(reader.Whole(), reader.Digest());
        var (offset, frames, sum) = (reader.Whole(), (int)reader.Whole(), (uint)reader.Whole());
        var state = reader.DigestOrNull() is { } digest
            ? new KeptState(reader.Whole(), (int)reader.Whole(), (uint)reader.Whole(), digest) : (KeptState?)null;
        return new KeptStream(stream, new RegionCode(region), head, offset, frames, sum, state);
    }
}
