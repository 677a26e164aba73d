namespace MicroPoints.Store.Embedded;

/// <summary>A byte of the journal: in which segment, and where in it.</summary>
internal readonly record struct Place(int Segment, long Offset) : IComparable<Place>
{
    /// <summary>Both in one number, as the disk keeps them: the segment above, 32 bits of offset below.</summary>
    public ulong Packed => (ulong)Segment << 32 | (uint)Offset;

    public static Place Unpack(ulong packed) => new((int)(packed >> 32), (uint)packed);

    public Place Plus(long bytes) => this with { Offset = Offset + bytes };

    public int CompareTo(Place other) => Packed.CompareTo(other.Packed);

    public override string ToString() => $"{SegmentFiles.NameOf(Segment)}, byte {Offset}";
}
