namespace MicroPoints.Server;

/// <summary>A file for a key's secret, which only its owner reads.</summary>
internal static class KeyFile
{
    /// <exception cref="IOException">There is one already, which stays as it is.</exception>
    public static StreamWriter Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new StreamWriter(path, options);
    }
}
