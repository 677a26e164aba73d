namespace MicroPoints.Store.Embedded.Tests;

public sealed class KillTests : IDisposable
{
    private const int Rounds = 20;
    private readonly TempStore _store = new();

    [Fact]
    public async Task Whatever_was_acknowledged_before_kill_9_is_there_after_it()
    {
        var random = new Random(20260710);
        var acknowledged = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var lines = await RunAndKill(TimeSpan.FromMilliseconds(random.Next(1, 120)));
            acknowledged += lines.Count;
            await AllAreThere(lines, round);
        }
        Assert.True(acknowledged > Rounds, $"only {acknowledged} appends were acknowledged: the test proved nothing");
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

    private async Task<List<string[]>> RunAndKill(TimeSpan after)
    {
        using var child = Child.Start(_store.Root);
        Assert.Equal("open", await child.StandardOutput.ReadLineAsync());
        var reading = child.StandardOutput.ReadToEndAsync();
        await Task.Delay(after);
        child.Kill();
        await child.WaitForExitAsync();
        // The last line may itself be torn; without its line end it acknowledged nothing.
        return [.. (await reading).Split('\n')[..^1].Select(line => line.Split(' '))];
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
