namespace MicroPoints.Store.Embedded;

/// <summary>Where a frame lies and which of its stream's entries it begins with; 16 bytes, for there are millions.</summary>
internal readonly record struct FramePlace(uint First, int PayloadLength, ulong Packed)
{
    public const int Bytes = 16;

    public FramePlace(long first, int payloadLength, Place place)
        : this(checked((uint)first), payloadLength, place.Packed) { }

    public Place Place => Place.Unpack(Packed);
}
