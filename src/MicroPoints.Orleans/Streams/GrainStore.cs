using MicroPoints.Runtime;
using Orleans.Storage;

namespace MicroPoints.Orleans;

/// <summary>One Orleans grain storage as a place of named states with ETags.</summary>
/// <param name="place">
/// Keeps several stores apart in one storage: letters, digits and hyphens. It stands in both names that a state has, for some storages
/// look only at one of them.
/// </param>
public sealed class GrainStore(IGrainStorage storage, string place = "micropoints")
{
    private const int AtOnceMax = 3, PauseMillisecondsMax = 20;

    /// <summary>Reads a state with its ETag; a fresh one without where there is none.</summary>
    public async Task<(T State, string? ETag)> Read<T>(string kind, string name) where T : class, new()
    {
        var state = new GrainState<T>(new T());
        try { await storage.ReadStateAsync($"{place}-{kind}", IdOf(kind, name), state); }
        catch (Exception e) { throw new StoreException($"grain storage does not give {kind} {name}: {e.Message}", e); }
        return state is { RecordExists: true, State: { } known } ? (known, state.ETag) : (new T(), null);
    }

    /// <summary>Writes a state where its ETag is still this one, null for none yet.</summary>
    /// <returns>The new ETag; null where another was faster, and nothing was written.</returns>
    /// <exception cref="AppendUnknownException">Whether it was written is unknown.</exception>
    public async Task<string?> Write<T>(string kind, string name, T state, string? etag) where T : class, new()
    {
        var written = new GrainState<T>(state, etag!) { RecordExists = etag is not null };
        try
        {
            await storage.WriteStateAsync($"{place}-{kind}", IdOf(kind, name), written);
            return written.ETag ?? throw new InvariantException($"grain storage gives no ETag for {kind} {name}");
        }
        catch (InconsistentStateException) { return null; }
        catch (Exception e) when (e is not InvariantException)
        {
            throw new AppendUnknownException($"whether grain storage took {kind} {name} is unknown: {e.Message}", e);
        }
    }

    /// <summary>Changes a state that many write, again and again until it fits; null leaves it as it is.</summary>
    public async Task Change<T>(string kind, string name, Func<T, T?> change, CancellationToken cancel) where T : class, new()
    {
        for (var attempt = 0; ; attempt++)
        {
            cancel.ThrowIfCancellationRequested();
            var (state, etag) = await Read<T>(kind, name);
            if (change(state) is not { } changed || await Write(kind, name, changed, etag) is not null) return;
            if (attempt >= AtOnceMax) await Task.Delay(Random.Shared.Next(1, PauseMillisecondsMax), cancel);
        }
    }

    private GrainId IdOf(string kind, string name) => GrainId.Create($"{place}-{kind}", name);
}
