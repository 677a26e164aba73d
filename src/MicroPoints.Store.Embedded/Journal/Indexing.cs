using System.Text;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>Puts the frames of groups into an index, without building their entries.</summary>
/// <param name="part">Of several that share the work, the one that this is: it leaves the other streams to the others.</param>
internal sealed class Indexing(StreamIndex index, int part = 0, int parts = 1)
{
    private readonly Dictionary<byte[], StreamRecord>.AlternateLookup<ReadOnlySpan<byte>> _records =
        new Dictionary<byte[], StreamRecord>(new NameComparer()).GetAlternateLookup<ReadOnlySpan<byte>>();

    private ulong[] _ids = new ulong[1024];

    /// <param name="refuse">Makes the refusal of a frame that cannot be, from its place and why.</param>
    public void Add(GroupReader group, Func<Place, string, StoreException> refuse)
    {
        var frames = new FramesIn(group.Frames, checkSums: false);
        try
        {
            while (frames.MoveNext()) Add(frames.Payload, group.FramesAt.Plus(frames.Offset));
        }
        catch (CanonicalException e) { throw refuse(group.FramesAt.Plus(frames.Offset), e.Message); }
    }

    public void Add(ReadOnlySpan<byte> payload, Place place)
    {
        var walk = new FrameWalk(payload);
        if (parts > 1 && Crc32C.Of(walk.Stream) % parts != part) return;
        if (walk.Count > _ids.Length) _ids = new ulong[Math.Max(walk.Count, 2 * _ids.Length)];
        for (var i = 0; i < walk.Count; i++) _ids[i] = EntryHash.Of(walk.NextId());
        walk.Ends();
        var known = _records.TryGetValue(walk.Stream, out var record);
        if (!known) record = _records[walk.Stream] = RecordOf(walk, payload);
        var head = record!.Head;
        if (head.Sequence != walk.First - 1 || head.Hash != walk.Previous)
            throw new CanonicalException($"{record.Stream} goes on at sequence {walk.First}, but stood at {head}");
        record.Add(new FramePlace(walk.First, payload.Length, place), walk.Head, _ids.AsSpan(0, walk.Count));
    }

    private StreamRecord RecordOf(FrameWalk walk, ReadOnlySpan<byte> payload)
    {
        var text = Encoding.UTF8.GetString(walk.Stream);
        if (!StreamId.TryParse(text, out var stream)) throw new CanonicalException($"'{text}' is not a stream");
        return index.Find(stream)
            ?? index.GetOrAdd(stream, walk.First == 1 ? StreamScope.Of(Frame.Decode(payload)[0]) : RegionCode.Nation);
    }

    private sealed class NameComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);
        public int GetHashCode(byte[] name) => GetHashCode(name.AsSpan());
        public bool Equals(ReadOnlySpan<byte> name, byte[] other) => name.SequenceEqual(other);
        public int GetHashCode(ReadOnlySpan<byte> name) => (int)Crc32C.Of(name);
        public byte[] Create(ReadOnlySpan<byte> name) => name.ToArray();
    }
}
