namespace MicroPoints.Store.Embedded;

/// <summary>The frames of a group, one after the other, each by its own length and check sum.</summary>
internal ref struct FramesIn(ReadOnlySpan<byte> group, bool checkSums)
{
    private readonly ReadOnlySpan<byte> _group = group;

    /// <summary>Where the frame last found begins, from the first.</summary>
    public int Offset { get; private set; }

    public int PayloadLength { get; private set; } = -Frame.PrefixBytes;

    public readonly ReadOnlySpan<byte> Payload => _group.Slice(Offset + Frame.PrefixBytes, PayloadLength);

    /// <summary>Goes to the next frame; false behind the last.</summary>
    /// <exception cref="Streams.CanonicalException">The frames do not fill the group, or one is damaged.</exception>
    public bool MoveNext()
    {
        Offset += Frame.PrefixBytes + PayloadLength;
        PayloadLength = -Frame.PrefixBytes;
        if (Offset == _group.Length) return false;
        var rest = _group[Offset..];
        if (rest.Length < Frame.PrefixBytes || !Frame.TryLength(rest, rest.Length, out var length))
            throw new Streams.CanonicalException("a frame states a length that its group does not have");
        if (checkSums && !Frame.IsIntact(rest, rest.Slice(Frame.PrefixBytes, length)))
            throw new Streams.CanonicalException("the frame is damaged");
        PayloadLength = length;
        return true;
    }
}
