using System.Text.Json;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>What is said of a backup.</summary>
internal static class BackupText
{
    public static string Of(BackupManifest made) =>
        $"{Calendar.Text(made.At)}，{made.Streams} 条链、{made.Entries} 条记录、{made.Files.Count} 个文件";

    public static void Write(Utf8JsonWriter json, BackupManifest made)
    {
        json.WriteString("at", Calendar.Text(made.At));
        json.WriteNumber("streams", made.Streams);
        json.WriteNumber("entries", made.Entries);
        json.WriteStartArray("files");
        foreach (var file in made.Files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
