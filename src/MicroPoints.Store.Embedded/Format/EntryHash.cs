namespace MicroPoints.Store.Embedded;

/// <summary>64 bits for an entry's id. Checkpoints keep them, so the function never changes.</summary>
/// <remarks>FNV-1a, its bits then mixed. Two ids may share a hash: who finds one compares the entry's own id.</remarks>
internal static class EntryHash
{
    public static ulong Of(EntryId id)
    {
        Span<byte> bytes = stackalloc byte[Limits.IdLengthMax];
        return Of(bytes[..System.Text.Encoding.ASCII.GetBytes(id.Value, bytes)]);
    }

    public static ulong Of(ReadOnlySpan<byte> id)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var one in id) hash = (hash ^ one) * 0x100000001B3UL;
        hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ hash >> 33;
    }
}
