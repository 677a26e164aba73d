using System.ComponentModel;
using System.Diagnostics;

namespace MicroPoints.Server;

/// <summary>Opens a link in whatever browser the person uses. That none opens is no fault: the link is always printed as well.</summary>
internal static class Browser
{
    // A browser that writes to the terminal or reads from it would take it from the person.
    private const string InBackground = "exec xdg-open \"$1\" </dev/null >/dev/null 2>&1";

    public static void Open(string link)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(link) { UseShellExecute = true }
            : OperatingSystem.IsMacOS() ? new ProcessStartInfo("open", [link])
            : new ProcessStartInfo("/bin/sh", ["-c", InBackground, "sh", link]);
        try { Process.Start(start)?.Dispose(); }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException) { }
    }
}
