namespace MicroPoints.Runtime.Tests;

/// <summary>Spans cost nothing where nobody listens.</summary>
[Collection(nameof(FigureTests))]
public sealed class TelemetryTests
{
    [Fact]
    public void Where_nobody_listens_commands_and_steps_of_rounds_have_no_span_and_allocate_nothing()
    {
        Spans(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Spans(1_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Spans(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var commands = Telemetry.StartCommands(i);
            using var step = Telemetry.StartRound("lock");
            Assert.True(commands is null && step.Span is null);
        }
    }
}
