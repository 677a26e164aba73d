using System.Buffers;
using System.Globalization;
using System.Text.Json;
using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>One file in a backup.</summary>
/// <param name="Name">Its path in the data directory, with slashes.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);

/// <summary>
/// What a backup says of itself in <c>manifest.json</c>, whose own digest is its last file, <c>manifest.sha256</c>.
/// </summary>
/// <param name="At">When it was made, as the caller said.</param>
public sealed record BackupManifest(
    int Format, DateTimeOffset At, int Streams, long Entries, IReadOnlyList<BackupEntry> Files)
{
    internal const string FileName = "manifest.json";
    internal const string DigestName = "manifest.sha256";
    private const string ProductName = "MicroPoints";
    private const string InstantFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    internal byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("product", ProductName);
            json.WriteNumber("format", Format);
            json.WriteString("at", At.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture));
            json.WriteNumber("streams", Streams);
            json.WriteNumber("entries", Entries);
            json.WriteStartArray("files");
            foreach (var file in Files)
            {
                json.WriteStartObject();
                json.WriteString("name", file.Name);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteString("sha256", file.Sha256);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="StoreException">The bytes are no manifest of this product's.</exception>
    internal static BackupManifest Read(string backup, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            if (root.GetProperty("product").GetString() != ProductName)
                throw new StoreException($"{backup} is a backup of another program: its {FileName} does not name {ProductName}.");
            return new BackupManifest(root.GetProperty("format").GetInt32(), root.GetProperty("at").GetDateTimeOffset(),
                root.GetProperty("streams").GetInt32(), root.GetProperty("entries").GetInt64(),
                [.. root.GetProperty("files").EnumerateArray().Select(Entry)]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new StoreException($"{backup}: {FileName} in it is damaged: {e.Message} Take another backup.", e);
        }
    }

    private static BackupEntry Entry(JsonElement file) => new(
        file.GetProperty("name").GetString() ?? "", file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString() ?? "");
}
