namespace MicroPoints.Simulation;

/// <summary>One file: what surely is on the disk, and what was only written to it since.</summary>
internal sealed class Inode(byte[] flushed)
{
    /// <summary>Bytes written at an offset, or a length set where there are none.</summary>
    public readonly record struct Change(long Offset, byte[]? Bytes);

    public byte[] Flushed { get; private set; } = flushed;
    public List<Change> Since { get; } = [];

    public void Flush()
    {
        foreach (var change in Since) Flushed = With(Flushed, change);
        Since.Clear();
    }

    /// <summary>Settles what of the changes reached the disk; nobody may flush them any more.</summary>
    public void Settle(byte[] content)
    {
        Flushed = content;
        Since.Clear();
    }

    /// <summary>The content with a change; the array given may be changed.</summary>
    public static byte[] With(byte[] content, Change change)
    {
        if (change.Bytes is null)
        {
            Array.Resize(ref content, (int)change.Offset);
            return content;
        }
        if (change.Offset + change.Bytes.Length > content.Length)
            Array.Resize(ref content, (int)change.Offset + change.Bytes.Length);
        change.Bytes.CopyTo(content, change.Offset);
        return content;
    }
}
