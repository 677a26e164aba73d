using System.Text.Json;

namespace MicroPoints.Cli.Tests.Demo;

/// <summary>The large demo, run twice, one after the other.</summary>
public sealed class Guangxi : IAsyncLifetime
{
    internal string First { get; private set; } = "";
    internal string Second { get; private set; } = "";
    internal JsonElement Json { get; private set; }

    public async Task InitializeAsync()
    {
        (First, Json) = await Run();
        (Second, _) = await Run();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<(string, JsonElement)> Run()
    {
        using var desk = new Desk();
        var ran = (await desk.RunAlone("demo --scale guangxi --data data --output json")).Fine();
        return (ran.Out, ran.Json);
    }
}
