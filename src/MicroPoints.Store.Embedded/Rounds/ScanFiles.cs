using System.Security.Cryptography;
using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>Signed scans as files in a data directory, each named by the digest of its bytes.</summary>
public sealed class ScanFiles : IScanStore
{
    private const string Folder = "papers";

    private readonly string _directory;
    private readonly Disk _disk;
    private readonly SemaphoreSlim _writing = new(1, 1);

    public ScanFiles(string directory) : this(directory, Disk.Real) { }

    internal ScanFiles(string directory, Disk disk) => (_directory, _disk) = (directory, disk);

    /// <summary>The file's path inside the data directory.</summary>
    public static string Name(Digest digest) => $"{Folder}/{digest}";

    /// <inheritdoc />
    /// <remarks>It is written whole under another name first, then renamed.</remarks>
    public async ValueTask Keep(Digest digest, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        Invariant.Holds(Digest.Of(bytes.Span) == digest, "a scan is kept under its own digest");
        var path = Path.Combine(_directory, Name(digest));
        await _writing.WaitAsync(cancel);
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            _disk.MakeLasting(folder);
            // Whoever wrote what is there may have ended before its name was on the disk.
            if (Fault(_directory, digest, bytes.Length) is null) _disk.FlushNames(folder);
            else _disk.Replace(path, file => file.Write(bytes.Span, 0));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataDirectory.Explain(_directory, e);
        }
        finally { _writing.Release(); }
    }

    /// <inheritdoc />
    public async ValueTask<Stream?> Open(Digest digest, CancellationToken cancel)
    {
        var path = Path.Combine(_directory, Name(digest));
        FileStream file;
        try { file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete); }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException) { return null; }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw DataDirectory.Explain(_directory, e); }
        try
        {
            var kept = Digest.Parse(Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)));
            if (kept != digest) throw new StoreException(
                $"{path} has the digest {kept}: copy it back from a backup, or attach the scan again");
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>What is wrong with a file that an entry names; null where it is there, byte for byte.</summary>
    /// <param name="bytes">How long it is to be.</param>
    internal static string? Fault(string directory, Digest digest, long bytes)
    {
        var path = Path.Combine(directory, Name(digest));
        if (!File.Exists(path)) return "its file is missing";
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (file.Length != bytes) return $"its file has {file.Length} bytes, not {bytes}";
        return Convert.ToHexStringLower(SHA256.HashData(file)) == digest.ToString() ? null : "its file is another: its digest differs";
    }
}
