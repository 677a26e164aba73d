namespace MicroPoints.Cli.Tests.Demo;

/// <summary>One county demo that several tests look at.</summary>
public sealed class CountyDemo : IAsyncLifetime
{
    internal Desk Desk { get; } = new();
    internal Ran Table { get; private set; } = null!;
    internal byte[] Proof { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Table = (await Desk.RunAlone("demo --data data")).Fine();
        Proof = await File.ReadAllBytesAsync(Desk.PathOf("data/proofs/demo-2026.zip"));
    }

    public Task DisposeAsync()
    {
        Desk.Dispose();
        return Task.CompletedTask;
    }
}
