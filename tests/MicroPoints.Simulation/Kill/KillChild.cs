namespace MicroPoints.Simulation;

/// <summary>
/// The process that is killed: once told to go it opens the directory, and from then on callers record without pause,
/// printing each acknowledgement after they have it.
/// </summary>
internal static class KillChild
{
    public const int Callers = 64;
    private const int Chambers = 16;

    /// <summary>Small, so that segments end and checkpoints are written within the milliseconds that a child lives.</summary>
    public static readonly JournalOptions Options = new() { SegmentBytes = 64 << 10, CheckpointEveryBytes = 128 << 10 };

    private static readonly KindId Visited = new("member.visited");
    private static readonly KindCatalogue Kinds = new("kill", Digest.OfText("kill"),
        [new ActivityKind(Visited, new Title("走访", "visit"), Nature.Event, MeasureType.Count, null, [], false, null, null, null, [])]);

    private static readonly On Day = On.Parse("2026-03-01");

    public static async Task<int> Run(string directory)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        await WarmUp();
        await output.WriteLineAsync("ready");
        // The parent's word for it is a directory of its own and the number of the round; without one it has gone away.
        if ((await Console.In.ReadLineAsync())?.Split(' ') is not [var name, var number]) return 0;
        await using var log = JournalEventLog.Open(
            Path.Combine(directory, name), Options with { OnFatal = why => Environment.FailFast(why.Message) });
        foreach (var (stream, head) in await log.Cut(RegionCode.Nation, CancellationToken.None))
            await output.WriteLineAsync($"head {stream} {head.Sequence} {head.Hash}");
        await output.WriteLineAsync("open");
        var host = HostOver(log);
        // Every second round sends the ids of the round before once more, and so meets what its end left unknown.
        var round = int.Parse(number, CultureInfo.InvariantCulture) / 2;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => Task.Run(() => Call(host, i, round, int.MaxValue, output))));
        return 0;
    }

    /// <summary>Compiles what the callers run before anybody waits for it.</summary>
    private static async Task WarmUp()
    {
        var host = HostOver(new MemoryEventLog());
        await Task.WhenAll(Call(host, 0, 0, 3, StreamWriter.Null), Call(host, Chambers, 0, 3, StreamWriter.Null));
    }

    private static ChamberHost HostOver(IEventLog log) =>
        new(log, new KindsInForce(Kinds), TimeProvider.System, new RandomSalts(), new NoRulesInForce());

    private static async Task Call(ChamberHost host, int caller, int round, int times, TextWriter output)
    {
        var chamber = new ChamberId($"c{caller % Chambers}");
        await Send(host, chamber, output, new ChangeChamber(
            new RegisterChamber(new EntryId("register"), chamber.Value, "township", County.Region, [], null)));
        for (var n = 0; n < times; n++)
            await Send(host, chamber, output, new RecordActivity(
                new EntryId($"{round}-{caller}-{n}"), Visited, Day, new Measured.Count(1 + n % 5), Reason: n % 3 == 0 ? "走访记录" : null));
    }

    private static async Task Send(ChamberHost host, ChamberId chamber, TextWriter output, LedgerCommand command)
    {
        var entry = await host.Run(chamber, County.Clerk, command, CancellationToken.None) switch
        {
            Answer.Recorded recorded => recorded.Entries[0],
            Answer.Exists exists => exists.First,
            var other => throw new AuditException($"{chamber} {command.Id}: {other}"),
        };
        if (output == StreamWriter.Null) return;
        var line = $"{entry.Stream} {entry.Sequence} {entry.Hash} {entry.Id}";
        lock (output) output.WriteLine(line);
    }
}
