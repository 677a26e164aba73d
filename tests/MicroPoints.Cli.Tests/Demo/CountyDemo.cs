namespace MicroPoints.Cli.Tests.Demo;

/// <summary>One county demo that several tests look at: made once, with a copy for each class of tests.</summary>
public sealed class CountyDemo : IAsyncLifetime
{
    private static readonly Lazy<Task<(Desk Desk, Ran Table)>> Made = new(async () =>
    {
        var desk = new Desk().DeletedAtTheEnd();
        return (desk, (await desk.RunAlone("demo --data data")).Fine());
    });

    internal Desk Desk { get; private set; } = null!;
    internal Ran Table { get; private set; } = null!;
    internal byte[] Proof { get; private set; } = [];

    public async Task InitializeAsync()
    {
        (var made, Table) = await Made.Value;
        Desk = made.Copy();
        Proof = await File.ReadAllBytesAsync(Desk.PathOf("data/proofs/demo-2026.zip"));
    }

    public Task DisposeAsync()
    {
        Desk.Dispose();
        return Task.CompletedTask;
    }
}
