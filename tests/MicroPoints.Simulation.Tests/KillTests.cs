namespace MicroPoints.Simulation.Tests;

/// <summary>Alone: whatever runs beside it would take the milliseconds in which a child is to write.</summary>
[CollectionDefinition(nameof(KillTests), DisableParallelization = true)]
public sealed class KillCollection;

[Collection(nameof(KillTests))]
public sealed class KillTests
{
    private const int Rounds = 500;

    [Fact]
    public async Task Whatever_64_callers_were_told_survives_500_rounds_of_kill_9()
    {
        var report = await KillRounds.Run(Rounds, seed: 20261122);
        Assert.True(report.Failure is null, report.ToString());
        Assert.Equal(Rounds, report.Rounds);
        Assert.True(report.Acknowledged > 50 * Rounds && report.WithoutLines < Rounds / 2, report.ToString());
    }
}
