using System.Collections.Concurrent;
using Orleans.Runtime;
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

    /// <summary>The state's name as the storage has it, which begins with the store's place.</summary>
    public string NameOf(GrainId id) => _names[id];

    private readonly ConcurrentDictionary<GrainId, string> _names = [];

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (Before is { } before) await before(KindOf(stateName));
        await storage.WriteStateAsync(stateName, grainId, grainState);
        _names[grainId] = stateName;
        lock (Written) Written.Add((KindOf(stateName), grainId, grainState.State!));
        if (After is { } after) await after(KindOf(stateName));
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.ClearStateAsync(stateName, grainId, grainState);

    private static string KindOf(string stateName) => stateName[(stateName.LastIndexOf('-') + 1)..];
}
