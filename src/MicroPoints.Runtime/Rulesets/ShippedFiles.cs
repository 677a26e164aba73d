using System.Reflection;

namespace MicroPoints.Runtime;

/// <summary>The rules that ship with a program: files in a folder beside it, or inside a program that is a single file.</summary>
public static class ShippedFiles
{
    private const string FolderName = "rulesets", ActivitiesName = "activities.yaml", HolidaysName = "holidays.csv";
    private static readonly string[] Adopted = ["micro-points"];

    /// <summary>Whether a new deployment adopts a ruleset for everyone.</summary>
    public static bool IsAdopted(string ruleset) => Adopted.Contains(ruleset);

    /// <summary>Where a program that was built has them.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, FolderName);

    public static string ActivitiesPath => Path.Combine(Folder, ActivitiesName);

    /// <summary>The holidays that were published so far, as a calendar's table.</summary>
    public static byte[] Holidays =>
        Inside(Assembly.GetEntryAssembly(), HolidaysName) ?? File.ReadAllBytes(Path.Combine(Folder, HolidaysName));

    /// <summary>Reads <c>activities.yaml</c> and each folder's ruleset of the folder's own name.</summary>
    public static ShippedRules Read(string folder) => new(
        File.ReadAllBytes(Path.Combine(folder, ActivitiesName)),
        [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .Select(d => Path.Combine(d, Path.GetFileName(d) + ".yaml"))
            .Where(File.Exists).Select(f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f))],
        Adopted);

    /// <summary>Reads the same from inside a program that carries them, else from beside it.</summary>
    public static ShippedRules Of(Assembly program) => Inside(program, ActivitiesName) is not { } activities ? Read(Folder) : new(
        activities, [.. program.GetManifestResourceNames().Select(Slashed).Where(IsRuleset).Order(StringComparer.Ordinal)
            .Select(name => (ReadOnlyMemory<byte>)Inside(program, name[(FolderName.Length + 1)..])!)], Adopted);

    /// <summary>A file that a program carries; null where it carries none of that name.</summary>
    private static byte[]? Inside(Assembly? program, string file)
    {
        var name = program?.GetManifestResourceNames().FirstOrDefault(n => Slashed(n) == $"{FolderName}/{file}");
        if (name is null) return null;
        using var stream = program!.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A name as it is everywhere, whatever system the program was built on.</summary>
    private static string Slashed(string name) => name.Replace('\\', '/');

    private static bool IsRuleset(string name) =>
        name.Split('/') is [FolderName, var folder, var file] && file == $"{folder}.yaml";
}
