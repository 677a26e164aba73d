namespace MicroPoints.Tests.Streams;

/// <summary>Golden files: compared byte for byte, renewed only where MICROPOINTS_RENEW_GOLDEN=1, and reviewed as
/// diffs.</summary>
internal static class Golden
{
    private static string Folder => Path.Combine(Repository.Tests, "Golden");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Order(StringComparer.Ordinal);

    public static void Check(string name, string actual)
    {
        var path = Path.Combine(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("MICROPOINTS_RENEW_GOLDEN") == "1") File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{path} is missing: renew with MICROPOINTS_RENEW_GOLDEN=1 and review it");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
