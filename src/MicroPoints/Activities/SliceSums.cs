namespace MicroPoints.Activities;

/// <summary>One kind's sums in a short sorted list: most chambers have a few slices of a kind, and there are very many chambers.</summary>
internal sealed class SliceSums
{
    private readonly List<KeyValuePair<Tally.Slice, Tally.Sum>> _items;

    public SliceSums() : this([]) { }

    private SliceSums(List<KeyValuePair<Tally.Slice, Tally.Sum>> items) => _items = items;

    public int Count => _items.Count;

    /// <summary>By month, precision and option.</summary>
    public IReadOnlyList<KeyValuePair<Tally.Slice, Tally.Sum>> Items => _items;

    /// <summary>What a slice comes to. A sum of no facts is not kept.</summary>
    public Tally.Sum this[Tally.Slice slice]
    {
        get => At(slice, out var at) ? _items[at].Value : default;
        set
        {
            var known = At(slice, out var at);
            if (value.Facts > 0 && known) _items[at] = KeyValuePair.Create(slice, value);
            else if (value.Facts > 0) _items.Insert(at, KeyValuePair.Create(slice, value));
            else if (known) _items.RemoveAt(at);
        }
    }

    /// <summary>The same sums through a month.</summary>
    public SliceSums Through(DateOnly monthEnd)
    {
        var count = _items.Count;
        while (count > 0 && _items[count - 1].Key.MonthEnd > monthEnd) count--;
        return new SliceSums(_items.GetRange(0, count));
    }

    /// <summary>Whether a slice is there, and where it is or belongs.</summary>
    private bool At(Tally.Slice slice, out int at)
    {
        var (low, high) = (0, _items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = Compare(_items[middle].Key, slice);
            if (order == 0) { at = middle; return true; }
            if (order < 0) low = middle + 1;
            else high = middle;
        }
        at = low;
        return false;
    }

    private static int Compare(Tally.Slice x, Tally.Slice y)
    {
        var months = x.MonthEnd.CompareTo(y.MonthEnd);
        if (months != 0) return months;
        var precisions = ((int)x.Precision).CompareTo((int)y.Precision);
        return precisions != 0 ? precisions : string.CompareOrdinal(x.Option, y.Option);
    }
}
