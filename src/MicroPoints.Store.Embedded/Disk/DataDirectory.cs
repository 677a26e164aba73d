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
    public const int Version = 1;

    public string Root { get; } = Path.GetFullPath(path);
    public string Format => Path.Combine(Root, "format");
    public string Lock => Path.Combine(Root, "lock");
    public string Journal => Path.Combine(Root, "journal-000001.log");
    public string Derived => Path.Combine(Root, "derived");
    public string Heads => Path.Combine(Derived, "heads");

    /// <summary>
    /// Refuses data that is not this product's, or that a newer version wrote, or whose journal is gone.
    /// </summary>
    public void CheckFormat()
    {
        if (!File.Exists(Format))
            throw new StoreException($"{Root} is not MicroPoints data: it has no file 'format'. Check the path.");
        var text = File.ReadAllText(Format).TrimEnd('\n');
        var number = text.StartsWith(Magic, StringComparison.Ordinal) ? text[Magic.Length..] : null;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            throw new StoreException($"{Format} is of another program: it is not {Magic}{Version}. Check the path.");
        if (version != Version)
            throw new StoreException($"{Root} is in format {version}, this program knows {Version}: "
                + "use the program version that wrote it, or a newer one.");
        if (!File.Exists(Journal))
            throw new StoreException($"{Journal} is missing, {Format} is there: restore the directory from a backup.");
    }

    /// <summary>
    /// Makes an empty store, durably; an interrupted making is taken up again, existing data is never touched.
    /// </summary>
    internal void CreateIfEmpty()
    {
        if (File.Exists(Format)) return;
        if (File.Exists(Derived) || Directory.Exists(Derived) || new FileInfo(Journal) is { Exists: true, Length: > 0 })
            throw new StoreException($"{Root} holds data but no file 'format': restore the directory from a backup.");
        File.OpenHandle(Journal, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
        Durable.FlushNames(Root);
        Durable.Replace(Format, $"{Magic}{Version}\n");
    }

    /// <summary>Holds the directory for this process alone, until disposed.</summary>
    internal FileStream Hold()
    {
        try { return new FileStream(Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
        catch (IOException e) when (e.HResult is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            throw new StoreException(
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
