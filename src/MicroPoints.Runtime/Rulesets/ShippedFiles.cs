using System.Reflection;

namespace MicroPoints.Runtime;

/// <summary>The rules that ship with a program: files in a folder beside it, or inside a program that is a single file.</summary>
public static class ShippedFiles
{
    private const string FolderName = "rulesets", ActivitiesName = "activities.yaml";
    private static readonly string[] Adopted = ["micro-points"];

    /// <summary>Where a program that was built has them.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, FolderName);

    public static string ActivitiesPath => Path.Combine(Folder, ActivitiesName);

    /// <summary>Reads <c>activities.yaml</c> and each folder's ruleset of the folder's own name.</summary>
    public static ShippedRules Read(string folder) => new(
        File.ReadAllBytes(Path.Combine(folder, ActivitiesName)),
        [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .Select(d => Path.Combine(d, Path.GetFileName(d) + ".yaml"))
            .Where(File.Exists).Select(f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f))],
        Adopted);

    /// <summary>Reads the same from inside a program that carries them, else from beside it.</summary>
    public static ShippedRules Of(Assembly program)
    {
        var inside = program.GetManifestResourceNames().ToDictionary(name => name.Replace('\\', '/'));
        if (!inside.ContainsKey($"{FolderName}/{ActivitiesName}")) return Read(Folder);
        return new(Bytes($"{FolderName}/{ActivitiesName}"),
            [.. inside.Keys.Order(StringComparer.Ordinal).Where(IsRuleset).Select(Bytes)], Adopted);

        ReadOnlyMemory<byte> Bytes(string name)
        {
            using var stream = program.GetManifestResourceStream(inside[name])!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    private static bool IsRuleset(string name) =>
        name.Split('/') is [FolderName, var folder, var file] && file == $"{folder}.yaml";
}
