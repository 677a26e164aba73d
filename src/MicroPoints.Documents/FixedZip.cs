using System.IO.Compression;

namespace MicroPoints.Documents;

/// <summary>An office file packed so that the same content gives the same bytes.</summary>
internal static class FixedZip
{
    /// <summary>The earliest that a zip knows.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same entries in one order, all of one time.</summary>
    public static byte[] Of(MemoryStream made)
    {
        made.Position = 0;
        using var written = new MemoryStream();
        using (var from = new ZipArchive(made, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName,
                StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Always;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        return written.ToArray();
    }
}
