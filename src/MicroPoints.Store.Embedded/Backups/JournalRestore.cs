using System.Text.RegularExpressions;
using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>Makes a data directory from a backup; it counts as one only once everything in it has been verified.</summary>
public sealed partial class JournalRestore
{
    private readonly BackupFile _backup;
    private readonly DataDirectory _directory;
    private readonly RestoreOptions _options;
    private readonly Disk _disk;

    private JournalRestore(BackupFile backup, DataDirectory directory, RestoreOptions options) =>
        (_backup, _directory, _options, _disk) = (backup, directory, options, options.Disk);

    /// <param name="directory">An empty directory, a new one, or one whose restore was interrupted.</param>
    /// <exception cref="StoreException">The backup is damaged, or the directory holds something; the message names it.</exception>
    public static BackupManifest Run(string file, string directory, RestoreOptions? options = null)
    {
        var places = new DataDirectory(directory);
        try
        {
            using var backup = BackupFile.Open(file);
            new JournalRestore(backup, places, options ?? new RestoreOptions()).Run(file);
            return backup.Manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataDirectory.Explain(places.Root, e);
        }
    }

    private void Run(string file)
    {
        var manifest = _backup.Manifest;
        if (manifest.Format != DataDirectory.Version)
            throw new StoreException($"{file} is of format {manifest.Format}, this program knows {DataDirectory.Version}: "
                + "use the program version that wrote it, or a newer one.");
        foreach (var entry in manifest.Files)
            if (!IsPlain().IsMatch(entry.Name) || entry.Name is "lock" or "restoring")
                throw new StoreException($"{file}: {entry.Name} in it would not lie in the directory. Take another backup.");
        _backup.Check(_options.Progress);

        _disk.MakeLasting(_directory.Root);
        using var held = _directory.Hold();
        Begin();
        foreach (var entry in manifest.Files)
            if (entry.Name != BackupFile.FormatName) Unpack(entry);
        Verify(file, manifest);
        _directory.WriteFormat(_disk);
        _disk.Delete(_directory.Restoring);
        _disk.FlushNames(_directory.Root);
    }

    /// <summary>Marks the directory, so that an interrupted restore is never taken for data, and may begin again.</summary>
    private void Begin()
    {
        if (!File.Exists(_directory.Restoring))
        {
            var there = Directory.EnumerateFileSystemEntries(_directory.Root)
                .FirstOrDefault(f => f != _directory.Lock && f != $"{_directory.Restoring}.new");
            if (there is not null)
                throw new StoreException($"{_directory.Root} is not empty, it holds {Path.GetFileName(there)}: name a new directory.");
        }
        else if (File.Exists(_directory.Format))
            throw new StoreException($"{_directory.Root} holds data that was restored already: name a new directory.");
        _disk.Replace(_directory.Restoring, "a restore is at work\n");
        foreach (var earlier in Directory.EnumerateFiles(_directory.Root, "journal-*.log*")) _disk.Delete(earlier);
    }

    private void Unpack(BackupEntry entry)
    {
        var path = entry.Name == BackupFile.HeadsName ? _directory.Heads : Path.Combine(_directory.Root, entry.Name);
        var folder = Path.GetDirectoryName(path)!;
        _disk.MakeLasting(folder);
        _disk.Replace(path, file => _backup.Copy(entry, new DiskStream(file)));
    }

    private void Verify(string file, BackupManifest manifest)
    {
        var report = JournalVerify.Unchecked(_directory, headsFile: null, _options.Progress);
        if (report.Broken is { } broken) throw new StoreException($"{file}: its journal is damaged: {broken}. Take another backup.");
        if (report.Entries != manifest.Entries || report.Heads.Count != manifest.Streams)
            throw new StoreException($"{file}: its journal has {report.Entries} entries of {report.Heads.Count} streams, "
                + $"not {manifest.Entries} of {manifest.Streams}. Take another backup.");
    }

    /// <summary>A file of the directory, or of a directory right below it.</summary>
    [GeneratedRegex(@"^([A-Za-z0-9][A-Za-z0-9._-]*/)?[\w()-][\w .()-]*$")]
    private static partial Regex IsPlain();
}

/// <summary>Who hears of a restore's progress.</summary>
public sealed record RestoreOptions
{
    /// <summary>Told how many bytes were read, first of the backup and then of the journal.</summary>
    public IProgress<(long Done, long Total)>? Progress { get; init; }

    /// <summary>Puts another disk under the restore, for tests.</summary>
    internal Disk Disk { get; init; } = Disk.Real;
}
