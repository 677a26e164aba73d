namespace MicroPoints.Store.Embedded;

/// <summary>A segment that is written.</summary>
internal sealed class Segment(int number, DiskFile file, Func<DiskFile> again) : IDisposable
{
    private DiskFile? _ahead;

    public int Number { get; } = number;
    public DiskFile File { get; } = file;

    /// <summary>
    /// The same file for whoever writes zeros ahead. The system tells of a failed write once for each time a file was
    /// opened: through one handle the flush of zeros could hear what the group's flush had to hear.
    /// </summary>
    public DiskFile Ahead => _ahead ??= again();

    /// <summary>How far the file holds groups or zeros: a flush before this need not write the file's length.</summary>
    public long Allocated { get; set; } = file.Length;

    public void Dispose()
    {
        File.Dispose();
        _ahead?.Dispose();
    }
}
