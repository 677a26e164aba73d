using System.IO.Compression;
using System.Text;
using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>Writes one backup a day of a data directory into a second folder, and keeps the last so many.</summary>
/// <remarks>
/// What was done is read from the folder itself: a file of today's name is a whole backup, because it gets that name last.
/// The folder is never made when a backup is due: a disk that is not plugged in must not be mistaken for an empty folder.
/// </remarks>
public sealed class DailyBackup : IDailyBackup
{
    private readonly DataDirectory _directory;
    private readonly TimeProvider _clock;
    private readonly DailyBackupOptions _options;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile string? _folder;
    private volatile Title? _failure;
    private string? _ours;

    /// <exception cref="StoreException">The folder that the options name is the data directory or lies in it.</exception>
    public DailyBackup(string directory, TimeProvider clock, DailyBackupOptions options)
    {
        (_directory, _clock, _options) = (new DataDirectory(directory), clock, options);
        if (options.Folder is { } named && BackupFolder.IsWithin(named, directory)) throw new StoreException(
            $"{named}: {BackupWords.WithinData.Zh} {BackupWords.WithinData.En}");
        _folder = options.Folder is { } folder ? Path.GetFullPath(folder) : Written();
    }

    public string? Folder => _folder;
    public bool IsFixed => _options.Folder is not null;
    public int Keeps => _options.Keeps;
    public Title? Failure => _failure;

    private string SettingPath => Path.Combine(_directory.Root, "backup-folder");

    private DateOnly Today => MicroPoints.Calendar.DayOf(_clock.GetUtcNow());

    public IReadOnlyList<KeptBackup> Kept()
    {
        try { return _folder is { } folder ? new BackupFolder(folder).List() : []; }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return []; }
    }

    public Title? SendTo(string folder)
    {
        if (IsFixed) return BackupWords.Fixed;
        if (!IsWhole(folder)) return BackupWords.NotWhole;
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (BackupFolder.IsWithin(full, _directory.Root)) return BackupWords.WithinData;
        try
        {
            if (!Directory.Exists(Path.GetDirectoryName(full) ?? full)) return BackupWords.Missing(Path.GetDirectoryName(full) ?? full);
            Directory.CreateDirectory(full);
            if (ForeignIn(full) is { } foreign) return foreign;
            _options.Disk.Replace(SettingPath, full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return BackupWords.Of(e); }
        (_folder, _failure) = (full, null);
        return null;
    }

    public Task<bool> RunIfDue(CancellationToken cancel) => InTurn(again: false, cancel);

    public Task<bool> RunNow(CancellationToken cancel) => InTurn(again: true, cancel);

    private async Task<bool> InTurn(bool again, CancellationToken cancel)
    {
        if (_folder is null) return false;
        await _turn.WaitAsync(cancel);
        try { return await Task.Run(() => Run(again), CancellationToken.None); }
        finally { _turn.Release(); }
    }

    private bool Run(bool again)
    {
        try
        {
            if (_folder is not { } path) return false;
            if (!Directory.Exists(path)) return Failed(BackupWords.Missing(path));
            if (BackupFolder.IsWithin(path, _directory.Root)) return Failed(BackupWords.WithinData);
            if (ForeignIn(path) is { } foreign) return Failed(foreign);
            var (folder, today) = (new BackupFolder(path), Today);
            var isThere = folder.List().Any(b => b.Day == today);
            var isDue = again || !isThere;
            if (isDue)
            {
                folder.DeleteUnfinished();
                // The earlier one of today stays until the new one is whole.
                var target = isThere ? folder.NewOf(today) : folder.PathOf(today);
                JournalBackup.Run(_directory.Root, target, _clock.GetUtcNow(), new BackupOptions { Disk = _options.Disk });
                if (isThere) File.Move(target, folder.PathOf(today), overwrite: true);
                folder.Keep(Keeps);
            }
            _failure = null;
            return isDue;
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException) { return Failed(BackupWords.Of(e)); }
    }

    private bool Failed(Title why)
    {
        _failure = why;
        return false;
    }

    /// <summary>What keeps backups of these data out of a folder in which those of others lie: a day has one name for all.</summary>
    private Title? ForeignIn(string path)
    {
        if (new BackupFolder(path).List() is not [var latest, ..]) return null;
        var file = Path.Combine(path, latest.Name);
        if (_ours == file) return null;
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var first = new byte[SegmentHeader.Bytes];
            using var segment = zip.GetEntry(SegmentFiles.NameOf(1))?.Open();
            segment?.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
            using var files = new SegmentFiles(_directory.Root);
            if (!SegmentHeader.TryRead(first, out var header) || header.Journal != files.Header(1)?.Journal)
                return BackupWords.OfOtherData(latest.Name);
        }
        catch (InvalidDataException) { return BackupWords.Damaged(latest.Name); }
        _ours = file;
        return null;
    }

    private string? Written() => File.Exists(SettingPath) && File.ReadAllText(SettingPath, Encoding.UTF8).Trim() is { Length: > 0 } folder
        ? folder : null;

    private static bool IsWhole(string folder) =>
        folder.Length is > 0 and <= 400 && !folder.Any(char.IsControl) && Path.IsPathFullyQualified(folder);
}

/// <summary>What was said of daily backups when the program was started.</summary>
public sealed record DailyBackupOptions
{
    /// <summary>The second folder; null: the one that was named at the desk.</summary>
    public string? Folder { get; init; }

    public int Keeps { get; init; } = 30;

    /// <summary>Puts another disk under the backups, for tests.</summary>
    internal Disk Disk { get; init; } = Disk.Real;
}
