using System.Diagnostics;

namespace MicroPoints.Store.Postgres.Tests;

/// <summary>This assembly as another process: it records or appends, printing what was acknowledged.</summary>
internal static class Child
{
    /// <summary>The entry point of the child: what it does, the database, its name.</summary>
    public static async Task<int> Main(string[] args)
    {
        await using var log = await PostgresEventLog.Open(args[1]);
        await Console.Out.WriteLineAsync("open");
        if (args[0] == "record") await new Load(log, int.Parse(args[2]), Console.Out.WriteLine).Record();
        else await AppendTo(log, args[2]);
        return 0;
    }

    public static Process Start(string work, string connection, string name)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, work, connection, name]);
        start.RedirectStandardOutput = true;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
    }

    /// <summary>Appends to one stream without a session, from whatever head it finds, until it is killed.</summary>
    private static async Task AppendTo(PostgresEventLog log, string name)
    {
        var stream = StreamId.Of(Sample.East);
        for (var i = 0; ; i++)
        {
            var loaded = await log.Load(stream, 2026, [], CancellationToken.None);
            var chain = new Chain(Sample.East, Sample.County, loaded.Head);
            // Both go on from the same head where they can; one of them must learn that it moved.
            if (await log.Append(stream, loaded.Head, [chain.Visit($"{name}-{i}")], CancellationToken.None)
                is AppendResult.Appended appended) Console.Out.WriteLine($"{stream} {appended.Head.Sequence} {appended.Head.Hash}");
        }
    }
}
