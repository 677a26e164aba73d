using System.Collections.Concurrent;

namespace MicroPoints.Store.Postgres.Tests.Processes;

/// <summary>Several processes on one database.</summary>
public sealed class ProcessTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _acknowledged = [];
    private TestDatabase _database = null!;
    private PostgresEventLog _log = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.New();
        _log = await _database.Open();
    }

    [Fact]
    public async Task Three_processes_record_the_same_ids_into_the_same_chambers_while_some_are_killed()
    {
        await new Load(_log, 0, _acknowledged.Enqueue).Register();
        var random = new Random(20260710);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async child =>
        {
            foreach (var kill in (int?[])[random.Next(1, 250), random.Next(1, 250), null]) await Run("record", child, kill);
        }));
        await Load.AllThere(_database.Connection, _log, _acknowledged);
        Assert.True(_acknowledged.Count > 3 * Load.Ids, $"{_acknowledged.Count} acknowledged");
    }

    [Fact]
    public async Task Two_processes_never_fork_a_stream()
    {
        var chain = new Chain(Sample.East, Sample.County);
        await TestDatabase.Append(_log, chain.Registration());
        await Task.WhenAll(Run("append", 1, kill: 100), Run("append", 2, kill: 100));
        var sequences = _acknowledged.Select(line => line.Split(' ')[1]).ToList();
        Assert.Equal(sequences.Count, sequences.Distinct().Count());
        var there = await _log.Read(StreamId.Of(Sample.East), 0, CancellationToken.None)
            .Select(e => $"{e.Stream} {e.Sequence} {e.Hash}").ToListAsync();
        Assert.Empty(_acknowledged.Except(there));
        Assert.InRange(there.Count - 1 - _acknowledged.Count, 0, 2);
        Assert.True((await PostgresVerify.Run(_database.Connection)).IsSound);
    }

    public async Task DisposeAsync()
    {
        await _log.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Runs a child to its end, or kills it with signal 9 after so many lines.</summary>
    private async Task Run(string work, int name, int? kill)
    {
        using var child = Child.Start(work, _database.Connection, $"{name}");
        Assert.Equal("open", await child.StandardOutput.ReadLineAsync());
        for (var lines = 0; kill is null || lines < kill; lines++)
        {
            if (await child.StandardOutput.ReadLineAsync() is not { } line) break;
            _acknowledged.Enqueue(line);
        }
        if (kill is not null) child.Kill();
        // What it had printed before it died counts too, but for a last line that is itself torn.
        foreach (var line in (await child.StandardOutput.ReadToEndAsync()).Split('\n')[..^1]) _acknowledged.Enqueue(line);
        await child.WaitForExitAsync();
        if (kill is null) Assert.Equal(0, child.ExitCode);
    }
}
