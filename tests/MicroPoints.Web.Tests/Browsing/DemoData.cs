using MicroPoints.Server;

namespace MicroPoints.Web.Tests;

/// <summary>The fictional county's data, made once for all tests of this process: a server takes up a copy of them.</summary>
internal static class DemoData
{
    private static readonly Lazy<Task<string>> Made = new(Make);

    public static async Task CopyTo(string directory)
    {
        var made = await Made.Value;
        foreach (var file in Directory.EnumerateFiles(made, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(directory, Path.GetRelativePath(made, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<string> Make()
    {
        var directory = Path.Combine(Directory.CreateTempSubdirectory("micropoints-demo-").FullName, "demo");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(directory)!, recursive: true);
        await DemoCounty.Prepare(directory, CancellationToken.None);
        return directory;
    }
}
