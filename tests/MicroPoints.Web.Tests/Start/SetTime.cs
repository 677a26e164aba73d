using System.Globalization;
using System.Runtime.Versioning;

namespace MicroPoints.Web.Tests;

/// <summary>Has a program believe that it is another day, by Debian's <c>faketime</c>: its clock starts there and runs on.</summary>
[SupportedOSPlatform("linux")]
internal static class SetTime
{
    private const string Library = "libfaketime.so.1";

    public static IEnumerable<KeyValuePair<string, string?>> At(DateTimeOffset start) =>
    [
        new("LD_PRELOAD", Where()),
        new("FAKETIME", start.UtcDateTime.ToString("@yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        new("TZ", "UTC"),
        // Waits and timers go on by the real clock.
        new("DONT_FAKE_MONOTONIC", "1"),
        new("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
        // Else the library takes every wait for one that is over, and the program's waiting threads spin on both processors.
        new("FAKETIME_FORCE_MONOTONIC_FIX", "0"),
    ];

    private static string Where() =>
        Directory.EnumerateDirectories("/usr/lib").Select(d => Path.Combine(d, "faketime", Library)).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"{Library} is not here: install Debian's package 'faketime'");
}
