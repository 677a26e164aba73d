using System.Data.Common;

namespace MicroPoints.Server;

/// <summary>
/// What a desk's cookies are told apart by: browsers send a machine's cookies to every port of it, so that a demo beside a county's own
/// desk, or two counties', would sign each other out.
/// </summary>
internal static class CookieMark
{
    private const int Digits = 8;

    /// <summary>The same after every start, and for all processes over one database.</summary>
    public static string Of(ServerOptions options) =>
        Digest.OfText($"{(options.Demo ? "demo" : "desk")}\n{Place(options)}").ToString()[..Digits];

    private static string Place(ServerOptions options)
    {
        if (options.Database is { } database) return DatabaseOf(database);
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Data));
        // One folder is written in several ways there.
        return OperatingSystem.IsWindows() ? folder.ToLowerInvariant() : folder;
    }

    /// <summary>Where it is, without who comes and the password: anybody may read the name of a cookie.</summary>
    private static string DatabaseOf(ConnectionText database)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = database.Reveal() };
        string[] places = ["Host", "Server", "Port", "Database"];
        return string.Join('\n', places.Select(p => parts.TryGetValue(p, out var value) ? value : ""));
    }
}
