using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>Writes a whole data directory into one file, while a log may be open and written.</summary>
/// <remarks>
/// It holds the journal through some whole group, so it is the directory of an instant: nothing acknowledged before the
/// call is missing. What is derived is left out; the heads go along, so that a restore can tell that all is there.
/// </remarks>
public sealed class JournalBackup
{
    private readonly DataDirectory _directory;
    private readonly DateTimeOffset _at;
    private readonly BackupOptions _options;
    private readonly SegmentFiles _files;
    private readonly List<BackupEntry> _written = [];
    private readonly StreamIndex _index = new();
    private readonly List<long> _lengths = [];

    private JournalBackup(DataDirectory directory, SegmentFiles files, DateTimeOffset at, BackupOptions options) =>
        (_directory, _files, _at, _options) = (directory, files, at, options);

    /// <summary>Writes the backup and reads it back.</summary>
    /// <param name="target">A file that is not there yet.</param>
    /// <param name="at">The instant that the backup names.</param>
    /// <exception cref="StoreException">There is nothing to back up, it is damaged, or the target cannot be written.</exception>
    public static BackupManifest Run(string directory, string target, DateTimeOffset at, BackupOptions? options = null)
    {
        var places = new DataDirectory(directory);
        try
        {
            places.CheckFormat();
            if (File.Exists(target)) throw new StoreException($"{target} is there already: name a new file.");
            using var files = new SegmentFiles(places.Root);
            return new JournalBackup(places, files, at, options ?? new BackupOptions()).Run(Path.GetFullPath(target));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the backup {target} of {directory} could not be written: {e.Message} "
                + "Free some space or name another place.", e);
        }
    }

    private BackupManifest Run(string target)
    {
        ReadThrough();
        BackupManifest? manifest = null;
        try
        {
            _options.Disk.Replace(target, file => manifest = Write(file), fresh => Check(fresh));
        }
        catch
        {
            File.Delete(target + ".new");
            throw;
        }
        return manifest!;
    }

    /// <summary>Finds the last whole group, and where each stream ends by then.</summary>
    private void ReadThrough()
    {
        var header = _files.Header(1) ?? throw Damaged(new Place(1, 0), "the segment's header is damaged");
        var live = new LiveReader(_files, header);
        var (indexing, reporting) = (new Indexing(_index), new Reporting(_options.Progress, _files));
        _lengths.Add(SegmentHeader.Bytes);
        Found found;
        while ((found = live.Find()) == Found.Intact)
        {
            indexing.Add(live.Groups, Damaged);
            while (_lengths.Count < live.Groups.At.Segment) _lengths.Add(SegmentHeader.Bytes);
            _lengths[^1] = live.Groups.Next.Offset;
            reporting.At(live.Groups.Next);
        }
        if (found == Found.Broken) throw Damaged(live.Groups.At, live.Why);
    }

    private BackupManifest Write(DiskFile file)
    {
        var heads = _index.Cut(RegionCode.Nation);
        using (var zip = new ZipArchive(new DiskStream(file), ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, BackupFile.FormatName, File.ReadAllBytes(_directory.Format));
            for (var i = 0; i < _lengths.Count; i++)
            {
                using var segment = new FileStream(_files.PathOf(i + 1), FileMode.Open, FileAccess.Read,
                    FileShare.ReadWrite | FileShare.Delete);
                Add(zip, SegmentFiles.NameOf(i + 1), segment, _lengths[i]);
            }
            Add(zip, BackupFile.HeadsName, Encoding.UTF8.GetBytes(HeadsFile.Text(heads)));
            foreach (var name in Included())
            {
                using var included = File.OpenRead(Path.Combine(_directory.Root, name));
                Add(zip, name, included, long.MaxValue);
            }
            var manifest = new BackupManifest(DataDirectory.Version, _at, heads.Count, heads.Sum(h => h.Head.Sequence), [.. _written]);
            var json = manifest.ToJson();
            Add(zip, BackupManifest.FileName, json);
            Add(zip, BackupManifest.DigestName, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json))));
            return manifest;
        }
    }

    /// <summary>The other files that go along, as paths with slashes.</summary>
    /// <remarks>What is being written is not there yet, and may be gone under that name at once.</remarks>
    private IEnumerable<string> Included() =>
        from pattern in _options.Include
        let folder = Path.Combine(_directory.Root, Path.GetDirectoryName(pattern) ?? "")
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder, Path.GetFileName(pattern)).Order(StringComparer.Ordinal)
        where !file.EndsWith(".new", StringComparison.Ordinal)
        select Path.GetRelativePath(_directory.Root, file).Replace('\\', '/');

    private void Add(ZipArchive zip, string name, byte[] bytes) => Add(zip, name, new MemoryStream(bytes), bytes.Length);

    private void Add(ZipArchive zip, string name, Stream content, long most)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = _at;
        using var into = entry.Open();
        var (bytes, sha) = Hashed.Copy(content, into, most);
        _written.Add(new BackupEntry(name, bytes, sha));
    }

    private void Check(string written)
    {
        using var backup = BackupFile.Open(written);
        backup.Check(_options.Progress);
    }

    private StoreException Damaged(Place place, string why) => new(
        $"{_files.PathOf(place)}: {why}. No backup was written: run 'micropoints verify', then restore an earlier backup.");
}

/// <summary>What a backup takes along, and who hears of its progress.</summary>
public sealed record BackupOptions
{
    /// <summary>Files of the data directory beside the journal, as patterns below it.</summary>
    public IReadOnlyList<string> Include { get; init; } = ["proofs/*", "papers/*"];

    /// <summary>Told how many bytes were read, first of the journal and then of the backup.</summary>
    public IProgress<(long Done, long Total)>? Progress { get; init; }

    /// <summary>Puts another disk under the backup, for tests.</summary>
    internal Disk Disk { get; init; } = Disk.Real;
}
