using System.Text.Encodings.Web;
using Microsoft.Extensions.Logging.Console;

namespace MicroPoints.Server;

/// <summary>Where the log goes and how its lines are written.</summary>
internal static class Logs
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    public static void Add(ILoggingBuilder logging, ServerOptions options)
    {
        logging.SetMinimumLevel(options.LogLevel)
            .AddFilter("Microsoft", options.LogLevel > LogLevel.Warning ? options.LogLevel : LogLevel.Warning)
            // Its scope and line for every request would cost more than the request; ours says the same in one line.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        if (options.LogsTo is { } other) logging.AddProvider(other);
        // Nobody may be reading what this process writes: then lines are dropped, and the number of them said, and no request waits.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite);
        if ((options.LogFormat ?? Usual) == LogFormat.Text)
            logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, Instant + " "));
        else logging.AddJsonConsole(console =>
        {
            (console.TimestampFormat, console.IncludeScopes) = (Instant, false);
            console.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
    }

    private static LogFormat Usual => Console.IsOutputRedirected ? LogFormat.Json : LogFormat.Text;
}
