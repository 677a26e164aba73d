using Orleans.Storage;

namespace MicroPoints.Orleans.Tests;

/// <summary>A storage whose writes a test watches, loses on the way back, or never lets begin. Reading is as it is.</summary>
internal sealed class SteeredStorage(IGrainStorage storage) : IGrainStorage
{
    /// <summary>Called before a write, with the kind of state.</summary>
    public Func<string, Task>? Before { get; set; }

    /// <summary>Called after a write, with the kind of state.</summary>
    public Func<string, Task>? After { get; set; }

    public List<(string Kind, GrainId Id, object State)> Written { get; } = [];

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var kind = KindOf(stateName);
        if (Before is { } before) await before(kind);
        await storage.WriteStateAsync(stateName, grainId, grainState);
        lock (Written) Written.Add((kind, grainId, grainState.State!));
        if (After is { } after) await after(kind);
    }

    /// <summary>A state's name begins with the place of its store.</summary>
    private static string KindOf(string stateName) => stateName[(stateName.LastIndexOf('-') + 1)..];

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.ClearStateAsync(stateName, grainId, grainState);
}
