namespace MicroPoints.Cli.Tests;

/// <summary>The source tree that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Ruleset { get; } = Path.Combine(Root, "rulesets", "micro-points", "micro-points.yaml");

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "src", "Directory.Packages.props")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("the tests do not run inside the source tree");
    }
}
