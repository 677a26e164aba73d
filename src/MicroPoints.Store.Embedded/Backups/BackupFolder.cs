using System.Globalization;
using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>The folder of daily backups: one file a day, known by its name.</summary>
internal sealed class BackupFolder(string path)
{
    private const string Before = "micropoints-", After = ".zip", DayFormat = "yyyy-MM-dd";

    /// <summary>What a backup that was broken off leaves behind.</summary>
    private const string Unfinished = ".new";

    private static readonly StringComparison Names =
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public string PathOf(DateOnly day) => Path.Combine(path, Before + day.ToString(DayFormat, CultureInfo.InvariantCulture) + After);

    /// <summary>Where a day's is written that takes the place of an earlier one.</summary>
    public string NewOf(DateOnly day) => PathOf(day) + Unfinished;

    /// <summary>The backups in it, the latest first; files of any other name are nobody's business here.</summary>
    public IReadOnlyList<KeptBackup> List() => !Directory.Exists(path) ? [] :
        [.. from file in new DirectoryInfo(path).EnumerateFiles(Before + "*" + After)
            let day = DayOf(file.Name)
            where day is not null
            orderby day descending
            select new KeptBackup(day.Value, file.Name, file.Length)];

    public void DeleteUnfinished()
    {
        foreach (var file in Directory.EnumerateFiles(path, $"{Before}*{After}{Unfinished}*"))
            if (DayOf(Path.GetFileName(file).Split(Unfinished)[0]) is not null) File.Delete(file);
    }

    /// <summary>Deletes the oldest until so many are left.</summary>
    public void Keep(int most)
    {
        foreach (var old in List().Skip(most)) File.Delete(Path.Combine(path, old.Name));
    }

    /// <summary>Whether a folder is a directory or lies below it, whatever links lead there.</summary>
    public static bool IsWithin(string folder, string directory)
    {
        var (inner, outer) = (Real(folder) + Path.DirectorySeparatorChar, Real(directory) + Path.DirectorySeparatorChar);
        return inner.StartsWith(outer, Names);
    }

    private static DateOnly? DayOf(string name) =>
        name.StartsWith(Before, StringComparison.Ordinal) && name.EndsWith(After, StringComparison.Ordinal)
        && DateOnly.TryParseExact(name[Before.Length..^After.Length], DayFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var day) ? day : null;

    private static string Real(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.GetDirectoryName(full) is not { } parent) return full.TrimEnd(Path.DirectorySeparatorChar);
        var here = new DirectoryInfo(Path.Combine(Real(parent) + Path.DirectorySeparatorChar, Path.GetFileName(full)));
        return here.Exists && here.ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? Real(target.FullName) : Path.TrimEndingDirectorySeparator(here.FullName);
    }
}
