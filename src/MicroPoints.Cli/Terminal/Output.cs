using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace MicroPoints.Cli.Terminal;

/// <summary>How a verb answers.</summary>
internal enum OutputFormat
{
    Table = 1,
    Json = 2,
}

/// <summary>Writes a verb's answer as tables for people or as one JSON document for programs.</summary>
internal sealed class Output(OutputFormat format)
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly IAnsiConsole Console = MakeConsole();

    public OutputFormat Format { get; } = format;
    public bool IsJson => Format == OutputFormat.Json;

    /// <summary>One JSON object on one line.</summary>
    public static void Object(Action<Utf8JsonWriter> write) => Write(json =>
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    });

    /// <summary>What the HTTP API would send, on one line.</summary>
    public static void Document<T>(T value, JsonTypeInfo<T> type) => Write(json => JsonSerializer.Serialize(json, value, type));

    private static void Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Json)) write(json);
        using var stream = System.Console.OpenStandardOutput();
        // The encoder leaves marks of direction as they are; written by number they are the same text in JSON.
        stream.Write(Encoding.UTF8.GetBytes(Shown.Of(Encoding.UTF8.GetString(buffer.WrittenSpan))));
        stream.Write("\n"u8);
    }

    public static void Line(string text = "") => Console.WriteLine(Shown.Of(text));

    public static void Heading(string text) => Console.MarkupLine($"[bold]{Markup.Escape(Shown.Of(text))}[/]");

    /// <summary>A table of plain texts; a column whose title begins with <c>&gt;</c> is aligned to the right.</summary>
    public static void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(column.StartsWith('>') ? new TableColumn(Markup.Escape(column[1..])).RightAligned()
                : new TableColumn(Markup.Escape(column)));
        foreach (var row in rows) table.AddRow([.. row.Select(cell => Markup.Escape(Shown.Of(cell)))]);
        Console.Write(table);
    }

    /// <summary>How many columns fit on a line of the terminal; many where there is none.</summary>
    public static int Width => System.Console.IsOutputRedirected ? RedirectedWidth : AnsiConsole.Profile.Width;

    private const int RedirectedWidth = 160, TableWidth = 400;

    /// <summary>A table is never squeezed: Spectre breaks wide characters badly, so a narrow terminal breaks the line itself.</summary>
    private static IAnsiConsole MakeConsole()
    {
        var console = AnsiConsole.Create(System.Console.IsOutputRedirected
            ? new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors }
            : new AnsiConsoleSettings());
        console.Profile.Width = TableWidth;
        return console;
    }
}
