using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>A backup that is read: its manifest, and each file only together with its digest.</summary>
internal sealed class BackupFile : IDisposable
{
    public const string HeadsName = "heads";
    public const string FormatName = "format";

    private readonly string _path;
    private readonly ZipArchive _zip;

    private BackupFile(string path, ZipArchive zip)
    {
        (_path, _zip) = (path, zip);
        var (manifest, digest) = (Bytes(BackupManifest.FileName), Bytes(BackupManifest.DigestName));
        if (!digest.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(manifest)))))
            throw Damaged(BackupManifest.FileName, "its digest is not the one that was written");
        Manifest = BackupManifest.Read(path, manifest);
    }

    public BackupManifest Manifest { get; }

    /// <exception cref="StoreException">It is missing, no backup, or damaged; the message names the file in it.</exception>
    public static BackupFile Open(string path)
    {
        if (!File.Exists(path)) throw new StoreException($"there is no backup {path}: check the name.");
        ZipArchive? zip = null;
        try { return new BackupFile(path, zip = ZipFile.OpenRead(path)); }
        catch (InvalidDataException e)
        {
            zip?.Dispose();
            throw new StoreException($"{path} is no backup, or it is damaged at its end: {e.Message} Take another backup.", e);
        }
        catch { zip?.Dispose(); throw; }
    }

    /// <summary>Reads every file and compares it with the manifest, so that nothing is unpacked from a damaged backup.</summary>
    public void Check(IProgress<(long Done, long Total)>? progress)
    {
        var strange = _zip.Entries.Select(e => e.FullName).Except(Manifest.Files.Select(f => f.Name))
            .FirstOrDefault(name => name is not (BackupManifest.FileName or BackupManifest.DigestName));
        if (strange is not null) throw Damaged(strange, $"{BackupManifest.FileName} does not name it");
        var (done, total) = (0L, Manifest.Files.Sum(f => f.Bytes));
        foreach (var file in Manifest.Files)
        {
            Copy(file, Stream.Null);
            progress?.Report((done += file.Bytes, total));
        }
    }

    /// <summary>Copies a file out, comparing its length and digest.</summary>
    public void Copy(BackupEntry file, Stream into)
    {
        var entry = _zip.GetEntry(file.Name) ?? throw Damaged(file.Name, "it is missing");
        try
        {
            using var content = entry.Open();
            var (bytes, sha) = Hashed.Copy(content, into);
            if (bytes != file.Bytes) throw Damaged(file.Name, $"it has {bytes} bytes, not {file.Bytes}");
            if (sha != file.Sha256) throw Damaged(file.Name, "its digest is not the one that was written");
        }
        catch (InvalidDataException e) { throw Damaged(file.Name, e.Message); }
    }

    public void Dispose() => _zip.Dispose();

    private byte[] Bytes(string name)
    {
        var entry = _zip.GetEntry(name) ?? throw new StoreException($"{_path} is no backup: it has no {name}. Take another file.");
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private StoreException Damaged(string name, string why) =>
        new($"{_path}: {name} in it is damaged: {why}. Nothing was restored; take another backup.");
}

/// <summary>Copies bytes and digests them on the way.</summary>
internal static class Hashed
{
    private const int BufferBytes = 1 << 20;

    public static (long Bytes, string Sha256) Copy(Stream from, Stream into, long most = long.MaxValue)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var total = 0L;
        while (total < most && from.Read(buffer, 0, (int)Math.Min(buffer.Length, most - total)) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            into.Write(buffer, 0, read);
            total += read;
        }
        return (total, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
