using System.Diagnostics;

namespace MicroPoints.Store.Embedded.Tests;

/// <summary>This assembly as another process: it appends until it is killed, printing what was acknowledged.</summary>
internal static class Child
{
    private const int Senders = 8;

    /// <summary>The entry point of the child.</summary>
    public static async Task<int> Main(string[] args)
    {
        try
        {
            await using var log = JournalEventLog.Open(args[0]);
            await Console.Out.WriteLineAsync("open");
            await Task.WhenAll(Enumerable.Range(0, Senders).Select(i => Task.Run(() => Send(log, $"c{i}"))));
            return 0;
        }
        catch (StoreException e)
        {
            await Console.Out.WriteLineAsync(e.Message);
            return 1;
        }
    }

    public static Process Start(string directory)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, directory]);
        start.RedirectStandardOutput = true;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
    }

    private static async Task Send(JournalEventLog log, string name)
    {
        var stream = StreamId.Of(new ChamberId(name));
        var loaded = await log.Load(stream, 2026, [], CancellationToken.None);
        var chain = new Chain(new ChamberId(name), Sample.County, loaded.Head);
        while (true)
        {
            var before = chain.Head;
            var entry = before == Head.Empty ? chain.Registration() : chain.Visit($"visit-{before.Sequence}");
            await log.Append(stream, before, [entry], CancellationToken.None);
            Console.Out.WriteLine($"{stream} {entry.Sequence} {entry.Hash}");
        }
    }
}
