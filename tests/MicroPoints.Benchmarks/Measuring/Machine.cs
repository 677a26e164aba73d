using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MicroPoints.Benchmarks;

/// <summary>What the machine is and how fast its disk makes bytes durable: no figure means anything without.</summary>
public static class Machine
{
    private const int RecordBytes = 100;
    private const int FileBytes = 32 << 20;

    public static IReadOnlyList<string> Facts(string folder, TimeSpan diskFor) =>
    [
        $"{DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC; "
            + $"{Environment.ProcessorCount} cores ({Processor()}), {Memory()} memory, load {LoadAverage()} at the start",
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
        $"disk: {Shown.Rate(FlushesPerSecond(folder, diskFor))} fdatasync, each after {RecordBytes} bytes into a preallocated file",
    ];

    /// <summary>The ceiling of a lone durable writer.</summary>
    private static double FlushesPerSecond(string folder, TimeSpan duration)
    {
        var path = Path.Combine(folder, "disk-limit");
        try
        {
            using var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            // Zeros are written, not only room reserved: else the first write of a block changes the file system's maps.
            var zeros = new byte[1 << 20];
            for (var at = 0; at < FileBytes; at += zeros.Length) RandomAccess.Write(file, zeros, at);
            RandomAccess.FlushToDisk(file);
            return Flush(file, duration);
        }
        finally { File.Delete(path); }
    }

    private static double Flush(SafeFileHandle file, TimeSpan duration)
    {
        var record = new byte[RecordBytes];
        var (began, count) = (Stopwatch.GetTimestamp(), 0L);
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            record[count % RecordBytes]++;
            RandomAccess.Write(file, record, count++ * RecordBytes % (FileBytes - RecordBytes));
            if (!OperatingSystem.IsLinux()) RandomAccess.FlushToDisk(file);
            else if (fdatasync(file) != 0) throw new IOException("fdatasync failed");
        }
        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static string Processor() => FirstOf("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Memory() =>
        $"{Shown.Number(Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9))} GB";

    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string? FirstOf(string file, string key) => !File.Exists(file) ? null
        : File.ReadLines(file).FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal))?.Split(':')[^1].Trim();

    [DllImport("libc", SetLastError = true)]
    private static extern int fdatasync(SafeFileHandle file);
}
