using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>
/// What a clean close keeps in <c>derived/heads</c>: every stream's head, and each chamber's tally as a digest.
/// </summary>
internal static class Checkpoint
{
    /// <summary>Folds only chambers that went on since the last checkpoint.</summary>
    public static async ValueTask Write(DataDirectory directory, Disk disk, IEventLog log)
    {
        var known = File.Exists(directory.Heads)
            ? HeadsFile.Read(directory.Heads).ToDictionary(l => new StreamHead(l.Stream, l.Head))
            : [];
        var lines = new List<HeadsLine>();
        foreach (var head in await log.Cut(RegionCode.Nation, CancellationToken.None))
            lines.Add(known.TryGetValue(head, out var line) ? line : await Line(head, log));
        Save(directory, disk, lines);
    }

    public static void Save(DataDirectory directory, Disk disk, IReadOnlyCollection<HeadsLine> lines)
    {
        disk.MakeLasting(directory.Derived);
        disk.Replace(directory.Heads, HeadsFile.Text(lines));
    }

    private static async ValueTask<HeadsLine> Line(StreamHead head, IEventLog log)
    {
        if (head.Stream.Type != StreamType.Chamber) return new HeadsLine(head.Stream, head.Head, null);
        var loaded = await log.Load(head.Stream, 0, [], CancellationToken.None);
        return new HeadsLine(head.Stream, loaded.Head, ((LedgerState)loaded.State).Tally.Digest());
    }
}
