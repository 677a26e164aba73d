using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MicroPoints.Store.Embedded;

/// <summary>The calls that make bytes and names survive a power loss.</summary>
internal static class Durable
{
    /// <summary>Returns once the file's bytes, and the length needed to read them, are on the disk.</summary>
    public static void Flush(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux()) { RandomAccess.FlushToDisk(file); return; }
        if (fdatasync(file) != 0) throw Failed("fdatasync");
    }

    /// <summary>Returns once the names in a directory are on the disk. Windows writes them through by itself.</summary>
    public static void FlushNames(string directory)
    {
        if (OperatingSystem.IsWindows()) return;
        const int readOnly = 0;
        using var handle = new SafeFileHandle(open(directory, readOnly), ownsHandle: true);
        if (handle.IsInvalid) throw Failed($"open {directory}");
        if (fsync(handle) != 0) throw Failed($"fsync {directory}");
    }

    private static IOException Failed(string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{what} failed: {new Win32Exception(error).Message}", error);
    }

#pragma warning disable IDE1006 // The names are the C library's.
    [DllImport("libc", SetLastError = true)]
    private static extern int fdatasync(SafeFileHandle file);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(SafeFileHandle file);

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi)]
    private static extern int open(string path, int flags);
#pragma warning restore IDE1006
}
