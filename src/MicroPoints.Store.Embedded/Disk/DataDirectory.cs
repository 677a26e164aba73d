using System.Globalization;
using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>The places in a data directory, and the checks before anything in it is touched.</summary>
public sealed class DataDirectory(string path)
{
    private const string Magic = "micropoints-journal/";
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;
    private const int NoSpace = 28;
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int DiskFull = unchecked((int)0x80070070);

    /// <summary>The layout this program writes.</summary>
    public const int Version = 2;

    public string Root { get; } = Path.GetFullPath(path);
    public string Format => Path.Combine(Root, "format");
    public string Lock => Path.Combine(Root, "lock");

    /// <summary>There while a restore is at work.</summary>
    public string Restoring => Path.Combine(Root, "restoring");

    /// <summary>The first segment of the journal.</summary>
    public string Journal => Path.Combine(Root, SegmentFiles.NameOf(1));
    public string Derived => Path.Combine(Root, "derived");
    public string Checkpoint => Path.Combine(Derived, "checkpoint");
    public string Heads => Path.Combine(Derived, "heads");

    /// <summary>A store is there, whole or not: opening it says what is wrong with it.</summary>
    public bool HoldsStore => File.Exists(Format) || File.Exists(Journal);

    /// <summary>Refuses to make a store among files that are somebody else's, before anything is written there.</summary>
    internal void RefuseForeign()
    {
        if (HoldsStore || !Directory.Exists(Root)) return;
        if (Directory.EnumerateFileSystemEntries(Root).FirstOrDefault(IsForeign) is { } file) throw new StoreException(
            $"{Root} holds {Path.GetFileName(file)} and no MicroPoints data: name a new or an empty directory");
    }

    /// <summary>Not what a store, an interrupted making of one or a fresh file system leaves behind.</summary>
    private static bool IsForeign(string path) => Path.GetFileName(path) is not ("lock" or "format.new"
        or "journal-000001.log.new" or "restoring" or "restoring.new" or "derived" or "proofs" or "papers" or "lost+found");

    /// <summary>
    /// Refuses data that is not this product's, or that another version wrote, or whose journal is gone.
    /// </summary>
    public void CheckFormat()
    {
        if (VersionFound() is var version && version != Version)
            throw new StoreException($"{Root} is in format {version}, this program knows {Version}: "
                + (version < Version ? "open it once with 'micropoints chambers list', which converts it."
                    : "use the program version that wrote it, or a newer one."));
        if (!File.Exists(Journal))
            throw new StoreException($"{Journal} is missing, {Format} is there: restore the directory from a backup.");
    }

    /// <summary>The version of the layout found.</summary>
    /// <exception cref="StoreException">It is no data of this product's.</exception>
    internal int VersionFound()
    {
        if (!File.Exists(Format))
            throw new StoreException($"{Root} is not MicroPoints data: it has no file 'format'. Check the path.");
        var text = File.ReadAllText(Format).TrimEnd('\n');
        var number = text.StartsWith(Magic, StringComparison.Ordinal) ? text[Magic.Length..] : null;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
            : throw new StoreException($"{Format} is of another program: it is not {Magic}{Version}. Check the path.");
    }

    /// <summary>
    /// Makes an empty store, durably; an interrupted making is taken up again, existing data is never touched.
    /// </summary>
    internal void CreateIfEmpty(Disk disk, long segmentBytes)
    {
        if (File.Exists(Format)) return;
        if (File.Exists(Restoring))
            throw new StoreException($"{Root} is half restored: run 'micropoints restore' again.");
        if (Directory.Exists(Derived) || File.Exists(Derived) || !HoldsNoGroup())
            throw new StoreException($"{Root} holds data but no file 'format': restore the directory from a backup.");
        SegmentWriter.Make(disk, Root, new SegmentHeader(1, Guid.NewGuid()), segmentBytes);
        WriteFormat(disk);
        if (Path.GetDirectoryName(Root) is { } parent) disk.FlushNames(parent);
    }

    /// <summary>Says that all is there in this program's layout; the last step of whatever makes a directory.</summary>
    internal void WriteFormat(Disk disk) => disk.Replace(Format, $"{Magic}{Version}\n");

    private bool HoldsNoGroup()
    {
        using var files = new SegmentFiles(Root);
        var last = files.Last();
        if (last == 0) return true;
        if (last > 1) return false;
        return files.Length(1) == 0
            || files.Header(1) is { } header && Tail.After(files, header, new Place(1, SegmentHeader.Bytes), 0).BytesTorn == 0;
    }

    /// <summary>Holds the directory for this process alone, until disposed.</summary>
    internal FileStream Hold()
    {
        try { return new FileStream(Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
        catch (IOException e) when (e.HResult is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            throw new StoreInUseException(
                $"{Root} is in use: another process holds {Lock}. Stop it, or give this one another --data.", e);
        }
    }

    /// <summary>Says what a failed access means to whoever runs the program.</summary>
    internal static StoreException Explain(string root, Exception e) => e switch
    {
        UnauthorizedAccessException => new(
            $"{root} cannot be written: {e.Message} Let this user write there, or choose another --data.", e),
        IOException { HResult: NoSpace or DiskFull } => new(
            $"the disk that holds {root} is full. Free some space and start again; nothing acknowledged is lost.", e),
        _ => new($"{root} cannot be used: {e.Message} Check that the disk is mounted, healthy and writable.", e),
    };

}
