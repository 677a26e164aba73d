using System.Buffers.Binary;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>Walks over a frame's payload for its stream, its head and its entries' ids, without building entries.</summary>
internal ref struct FrameWalk
{
    private ReadOnlySpan<byte> _rest;

    public FrameWalk(ReadOnlySpan<byte> payload)
    {
        _rest = payload;
        Stream = Field();
        First = Whole();
        Previous = Digest.Read(Field(Digest.Bytes));
        var count = Whole();
        if (First < 1 || count < 1 || count > _rest.Length / 4 || First > long.MaxValue - count)
            throw new CanonicalException("a frame holds no entry");
        (Count, Hash) = ((int)count, Previous);
    }

    /// <summary>The stream's text.</summary>
    public ReadOnlySpan<byte> Stream { get; }

    public long First { get; }
    public Digest Previous { get; }
    public int Count { get; }

    /// <summary>The hash of the entry last walked over, as stored.</summary>
    public Digest Hash { get; private set; }

    /// <summary>The head after the whole frame.</summary>
    public readonly Head Head => new(First + Count - 1, Hash);

    /// <summary>Goes over the next entry and tells its id's bytes.</summary>
    public ReadOnlySpan<byte> NextId()
    {
        var own = Field();
        Hash = Digest.Read(Field(Digest.Bytes));
        Field();
        FieldOrMissing();
        return Take(ref own, Length(own));
    }

    public readonly void Ends()
    {
        if (_rest.Length > 0) throw new CanonicalException($"{_rest.Length} bytes follow the last field");
    }

    private long Whole() => BinaryPrimitives.ReadInt64BigEndian(Field(8));

    private ReadOnlySpan<byte> Field(int length)
    {
        var field = Field();
        return field.Length == length ? field : throw new CanonicalException($"a field is not {length} bytes");
    }

    private ReadOnlySpan<byte> Field() => Take(ref _rest, Length(_rest));

    private void FieldOrMissing()
    {
        var length = Length(_rest);
        Take(ref _rest, Math.Max(length, 0));
    }

    private static int Length(ReadOnlySpan<byte> bytes) => bytes.Length >= 4
        ? BinaryPrimitives.ReadInt32BigEndian(bytes) : throw new CanonicalException("the bytes end inside a field");

    private static ReadOnlySpan<byte> Take(scoped ref ReadOnlySpan<byte> bytes, int length)
    {
        if (length < 0 || length > bytes.Length - 4) throw new CanonicalException("a field is longer than the bytes");
        var field = bytes.Slice(4, length);
        bytes = bytes[(4 + length)..];
        return field;
    }
}
