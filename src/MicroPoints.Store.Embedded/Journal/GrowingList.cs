namespace MicroPoints.Store.Embedded;

/// <summary>An array that grows at its end. What was taken of it earlier stays valid while it grows.</summary>
internal struct GrowingList<T>
{
    private T[]? _items;

    public int Count { get; private set; }

    public readonly ReadOnlyMemory<T> Items => _items.AsMemory(0, Count);
    public readonly ReadOnlySpan<T> Span => _items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (_items is null || Count == _items.Length) Grow(1);
        _items![Count++] = item;
    }

    public void Add(ReadOnlySpan<T> items)
    {
        if (_items is null || Count + items.Length > _items.Length) Grow(items.Length);
        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    /// <summary>Puts items before all others.</summary>
    public void Prepend(T[] items)
    {
        _items = [.. items, .. Span];
        Count = _items.Length;
    }

    /// <summary>Doubles while it is short: what moves often is costly to a collector that many short lists keep busy.</summary>
    private void Grow(int by) => Array.Resize(ref _items, Math.Max(Count + by, Count switch
    {
        < 8 => 8,
        < 64 => 2 * Count,
        _ => Count + Count / 2,
    }));
}
