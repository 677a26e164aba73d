namespace MicroPoints.Store.Embedded;

/// <summary>Finds ids by their hashes, which stand in the order of their entries: open addressing, 4 bytes a slot.</summary>
internal sealed class IdTable
{
    private int[] _slots = new int[16];
    private int _counted;

    /// <summary>The positions, from 0, that have a hash: almost always none or one.</summary>
    public List<int> Find(ReadOnlySpan<ulong> ids, ulong hash)
    {
        TakeUp(ids);
        var found = new List<int>(1);
        for (var slot = (uint)hash & Mask; _slots[slot] is > 0 and var position; slot = (slot + 1) & Mask)
            if (ids[position - 1] == hash) found.Add(position - 1);
        return found;
    }

    private uint Mask => (uint)_slots.Length - 1;

    private void TakeUp(ReadOnlySpan<ulong> ids)
    {
        if (ids.Length > _slots.Length / 3 * 2)
        {
            var size = _slots.Length;
            while (ids.Length > size / 3 * 2) size *= 2;
            (_slots, _counted) = (new int[size], 0);
        }
        for (; _counted < ids.Length; _counted++)
        {
            var slot = (uint)ids[_counted] & Mask;
            while (_slots[slot] != 0) slot = (slot + 1) & Mask;
            _slots[slot] = _counted + 1;
        }
    }
}
