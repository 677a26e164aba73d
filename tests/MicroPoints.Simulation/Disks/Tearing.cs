namespace MicroPoints.Simulation;

/// <summary>What a power cut keeps of what was written and not flushed.</summary>
internal enum Keeps
{
    Nothing,
    All,
    Prefix,
    Sectors,
    SectorsWithinTheOldLength,
    AllButOneSector,
}

/// <summary>Decides from a seed what is left of a file; the same seed, file and write give the same bytes.</summary>
/// <param name="NamesPart">How much of the names given or taken since they were last flushed is kept, from 0 to 1.</param>
internal sealed record Tearing(Keeps Keeps, double NamesPart, int Seed)
{
    private const int Sector = 512;

    public byte[] Leave(string path, Inode file)
    {
        var content = (byte[])file.Flushed.Clone();
        foreach (var change in file.Since)
            content = change.Bytes is null ? Inode.With(content, change) : Write(content, change, RandomFor(path, change.Offset));
        return Keeps == Keeps.SectorsWithinTheOldLength && content.Length > file.Flushed.Length
            ? content[..file.Flushed.Length] : content;
    }

    private byte[] Write(byte[] content, Inode.Change change, Random random) => Keeps switch
    {
        Keeps.Nothing => content,
        Keeps.All => Inode.With(content, change),
        Keeps.Prefix => Inode.With(content, change with { Bytes = change.Bytes![..random.Next(change.Bytes.Length)] }),
        Keeps.Sectors or Keeps.SectorsWithinTheOldLength => Some(content, change, random),
        Keeps.AllButOneSector => Garbled(content, change, random),
        _ => throw new InvalidOperationException("unknown way to tear"),
    };

    /// <summary>Some sectors of a write; where the file grew, the others read as zeros.</summary>
    private static byte[] Some(byte[] content, Inode.Change change, Random random)
    {
        var bytes = change.Bytes!;
        content = Inode.With(content, new Inode.Change(Math.Max(content.Length, change.Offset + bytes.Length), null));
        for (var at = 0; at < bytes.Length;)
        {
            var next = Math.Min(bytes.Length, at + Sector - (int)((change.Offset + at) % Sector));
            if (random.Next(2) == 0) bytes.AsSpan(at..next).CopyTo(content.AsSpan((int)change.Offset + at));
            at = next;
        }
        return content;
    }

    private static byte[] Garbled(byte[] content, Inode.Change change, Random random)
    {
        content = Inode.With(content, change);
        // Zeros ahead of the journal come from a thread of their own: whether they are there must not decide anything.
        if (!change.Bytes.AsSpan().ContainsAnyExcept((byte)0)) return content;
        var at = (int)(change.Offset + random.Next(change.Bytes!.Length)) / Sector * Sector;
        random.NextBytes(content.AsSpan(at, Math.Min(Sector, content.Length - at)));
        return content;
    }

    private Random RandomFor(string path, long offset) =>
        new(BitConverter.ToInt32(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes($"{Seed} {path} {offset}")), 0));
}
