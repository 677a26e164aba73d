namespace MicroPoints.Store.Embedded.Tests;

/// <summary>
/// Alone, because a process that is being started holds for a moment whatever locks the tests beside it hold.
/// </summary>
[CollectionDefinition(nameof(Processes), DisableParallelization = true)]
public sealed class Processes;

[Collection(nameof(Processes))]
public sealed class KillTests : IDisposable
{
    private const int Rounds = 20;
    private readonly TempStore _store = new();

    [Fact]
    public async Task Whatever_was_acknowledged_before_kill_9_is_there_after_it()
    {
        var random = new Random(20260710);
        for (var round = 0; round < Rounds; round++)
        {
            var lines = await RunAndKill(afterLines: random.Next(1, 400));
            await AllAreThere(lines, round);
        }
        Assert.True(JournalVerify.Run(_store.Root).IsSound);
    }

    [Fact]
    public async Task A_second_process_is_refused_and_told_what_to_do()
    {
        await using var log = _store.Open();
        using var child = Child.Start(_store.Root);
        var said = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        Assert.Equal(1, child.ExitCode);
        Assert.Contains("in use", said, StringComparison.Ordinal);
        Assert.Contains("Stop it", said, StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();

    private async Task<List<string[]>> RunAndKill(int afterLines)
    {
        using var child = Child.Start(_store.Root);
        Assert.Equal("open", await child.StandardOutput.ReadLineAsync());
        var lines = new List<string>();
        while (lines.Count < afterLines)
            lines.Add(await child.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("it ended"));
        child.Kill();
        // What it had printed before it died counts too, but for a last line that is itself torn.
        lines.AddRange((await child.StandardOutput.ReadToEndAsync()).Split('\n')[..^1]);
        await child.WaitForExitAsync();
        return [.. lines.Select(line => line.Split(' '))];
    }

    private async Task AllAreThere(List<string[]> acknowledged, int round)
    {
        await using var log = _store.Open();
        foreach (var stream in acknowledged.GroupBy(line => line[0]))
        {
            var hashes = await log.Read(StreamId.Parse(stream.Key), 0, CancellationToken.None)
                .Select(e => e.Hash.ToString()).ToListAsync();
            foreach (var line in stream)
                Assert.True(hashes.ElementAtOrDefault(int.Parse(line[1]) - 1) == line[2],
                    $"lost in round {round}: {line[0]} {line[1]}");
        }
    }
}
