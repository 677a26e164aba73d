namespace MicroPoints.Simulation.Tests;

/// <summary>A small county lives through ends of its process, cuts of power and failing disks, and nothing is lost.</summary>
public sealed class SeedTests
{
    private const int Steps = 60;
    private const int SeedsInAll = 40;
    private const int Parts = 2;

    /// <summary>Two parts, so that two cores have something to do.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Nothing_acknowledged_is_lost_doubled_or_changed_whatever_fails(int part)
    {
        var counts = new Counts();
        await Task.Run(() =>
        {
            for (var seed = 1 + part; seed <= SeedsInAll; seed += Parts) counts.Add(Simulation.Run(new SimulationPlan(seed, Steps)).Counts);
        });
        Assert.True(counts is { Recorded: > 500, Exists: > 100, Refused: > 200, Lost: > 100 }, counts.ToString());
        Assert.True(counts is { Mergers: > 0, Rounds: > 0, BrokenOpenings: > 0 }, counts.ToString());
        Assert.True(counts is { PowerCuts: > 40, FailedFlushes: > 5, FullDisks: > 5, Closings: > 5, Backups: > 5 }, counts.ToString());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(10)]
    public async Task The_same_seed_writes_the_same_bytes(int seed)
    {
        var first = await Task.Run(() => Simulation.Run(new SimulationPlan(seed, 50)));
        var second = await Task.Run(() => Simulation.Run(new SimulationPlan(seed, 50)));
        Assert.True(first.Entries > 20);
        Assert.Equal(first.Journal, second.Journal);
        Assert.Equal(first.Counts.ToString(), second.Counts.ToString());
        Assert.NotEqual(first.Journal, (await Task.Run(() => Simulation.Run(new SimulationPlan(seed + 2, 50)))).Journal);
    }

    /// <summary>On a busy machine the journal's writer comes late to everything; that is not the seed's to say.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_writer_that_dawdles_changes_no_byte(int seed)
    {
        var plan = new SimulationPlan(seed, 50);
        var swift = await Task.Run(() => Simulation.Run(plan));
        var slow = await Task.Run(() => Simulation.Run(plan with { Dawdles = TimeSpan.FromMilliseconds(2) }));
        Assert.Equal(swift.Journal, slow.Journal);
        Assert.Equal(swift.Counts.ToString(), slow.Counts.ToString());
    }

    [Fact]
    public void A_failure_names_its_seed_its_step_and_the_command_that_shows_it_again()
    {
        var plan = new SimulationPlan(17, 80) { Break = log => new DoublingLog(log), AuditsEveryStep = true };
        var failure = Assert.Throws<SimulationException>(() => Simulation.Run(plan));
        Assert.Matches("^seed 17, step [0-9]+: ", failure.Message);
        Assert.Contains("run --seed 17 --steps 80", failure.Message, StringComparison.Ordinal);
    }
}
