namespace MicroPoints.Store.Embedded;

/// <summary>A segment that is written.</summary>
internal sealed class Segment(int number, DiskFile file)
{
    public int Number { get; } = number;
    public DiskFile File { get; } = file;

    /// <summary>How far the file holds groups or zeros: a flush before this need not write the file's length.</summary>
    public long Allocated { get; set; } = file.Length;
}
