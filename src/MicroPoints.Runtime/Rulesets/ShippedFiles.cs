namespace MicroPoints.Runtime;

/// <summary>The rules that ship beside a program, as files in a folder.</summary>
public static class ShippedFiles
{
    /// <summary>Where a program that was built has them.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "rulesets");

    public static string ActivitiesPath => Path.Combine(Folder, "activities.yaml");

    /// <summary>The holidays that were published so far, as a calendar's table.</summary>
    public static string HolidaysPath => Path.Combine(Folder, "holidays.csv");

    /// <summary>Reads <c>activities.yaml</c> and each folder's ruleset of the folder's own name.</summary>
    public static ShippedRules Read(string folder) => new(
        File.ReadAllBytes(Path.Combine(folder, "activities.yaml")),
        [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .Select(d => Path.Combine(d, Path.GetFileName(d) + ".yaml"))
            .Where(File.Exists).Select(f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f))],
        ["micro-points"]);
}
