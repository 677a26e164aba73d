using System.Collections.Concurrent;
using MicroPoints.Server;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Api.Tests;

/// <summary>One line of the log, with the values it names.</summary>
public sealed record LogLine(
    LogLevel Level, string Category, string Text, IReadOnlyDictionary<string, object?> Values, Exception? Exception)
{
    public string? this[string name] => Values.GetValueOrDefault(name)?.ToString();
}

/// <summary>A server whose log is kept line by line.</summary>
public sealed class LoggedServer : TestServer
{
    private readonly KeptLog _log = new();

    internal override ServerOptions Options => base.Options with { LogLevel = LogLevel.Information, LogsTo = _log };

    internal IReadOnlyList<LogLine> Lines => [.. _log.Lines];

    /// <summary>The lines of one request; the last is written after its answer was sent.</summary>
    internal async Task<IReadOnlyList<LogLine>> LinesOf(string request)
    {
        for (var attempt = 0; attempt < 500 && !Lines.Any(l => l["RequestId"] == request); attempt++) await Task.Delay(10);
        return [.. Lines.Where(l => l["RequestId"] == request)];
    }

    private sealed class KeptLog : ILoggerProvider
    {
        public ConcurrentQueue<LogLine> Lines { get; } = [];
        public ILogger CreateLogger(string categoryName) => new Kept(categoryName, Lines);
        public void Dispose() { }
    }

    private sealed class Kept(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => lines.Enqueue(new LogLine(logLevel, category, formatter(state, exception),
                (state as IReadOnlyList<KeyValuePair<string, object?>> ?? []).ToDictionary(v => v.Key, v => v.Value), exception));
    }
}
