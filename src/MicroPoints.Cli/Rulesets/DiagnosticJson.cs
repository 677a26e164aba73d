using System.Text.Json;
using MicroPoints.Rulesets.Yaml;

namespace MicroPoints.Cli;

/// <summary>Diagnostics and their codes as JSON.</summary>
internal static class DiagnosticJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", diagnostic.SeverityWord);
            json.WriteString("file", diagnostic.File);
            json.WriteNumber("line", diagnostic.Line);
            json.WriteNumber("column", diagnostic.Column);
            json.WriteString("message", diagnostic.Message);
            json.WriteString("fix", diagnostic.Fix);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, IEnumerable<DiagnosticCode> codes)
    {
        json.WriteStartArray("codes");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("code", code.Id);
            json.WriteString("severity", code.SeverityWord);
            json.WriteString("summary", code.Summary);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
