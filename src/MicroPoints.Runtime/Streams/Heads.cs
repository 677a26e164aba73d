using System.Collections;
using System.Collections.Immutable;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Where one stream ends.</summary>
public readonly record struct StreamHead(StreamId Stream, Head Head);

/// <summary>
/// Heads of streams, one each, in the streams' order. Any such list is a valid cut: chambers share no invariant.
/// </summary>
public sealed class Heads : IReadOnlyList<StreamHead>, IEquatable<Heads>
{
    private readonly ImmutableArray<StreamHead> _heads;

    private Heads(ImmutableArray<StreamHead> heads) => _heads = heads;

    public static readonly Heads None = new([]);

    public int Count => _heads.Length;
    public StreamHead this[int index] => _heads[index];

    /// <summary>Puts heads in order; a stream stands once.</summary>
    public static Heads Of(IEnumerable<StreamHead> heads)
    {
        ImmutableArray<StreamHead> ordered = [.. heads.OrderBy(h => h.Stream)];
        for (var i = 1; i < ordered.Length; i++)
            Invariant.Holds(ordered[i].Stream != ordered[i - 1].Stream, "a cut names a stream once");
        return new Heads(ordered);
    }

    /// <summary>Where a stream ends in this cut; empty where the cut does not name it.</summary>
    public Head Find(StreamId stream)
    {
        var (low, high) = (0, _heads.Length - 1);
        while (low <= high)
        {
            var middle = low + (high - low) / 2;
            var order = _heads[middle].Stream.CompareTo(stream);
            if (order == 0) return _heads[middle].Head;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return Head.Empty;
    }

    /// <summary>The heads of one type of stream.</summary>
    public Heads Of(StreamType type) => new([.. _heads.Where(h => h.Stream.Type == type)]);

    public bool Equals(Heads? other) => other is not null && _heads.SequenceEqual(other._heads);
    public override bool Equals(object? obj) => Equals(obj as Heads);
    public override int GetHashCode() => _heads.Aggregate(0, HashCode.Combine);
    public override string ToString() => string.Join('\n', _heads.Select(h => $"{h.Stream} {h.Head}"));

    public IEnumerator<StreamHead> GetEnumerator() => _heads.AsEnumerable().GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
