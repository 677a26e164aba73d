#if CLUSTER
namespace MicroPoints.Benchmarks;

/// <summary>What one writes first in the bare framework: a list in the grain's state, written whole at every record.</summary>
public interface IBareGrain : IGrainWithStringKey
{
    Task Fill(int entries);
    Task Record(BareEntry entry);
    Task Touch();
}

/// <summary>The same record as an activity.</summary>
[GenerateSerializer]
public sealed record BareEntry(
    [property: Id(0)] string Id, [property: Id(1)] string Kind, [property: Id(2)] string On, [property: Id(3)] long Count,
    [property: Id(4)] string By, [property: Id(5)] DateTimeOffset At, [property: Id(6)] string? Reason);

public interface IBareBinaryGrain : IBareGrain;

[GenerateSerializer]
public sealed class BareState
{
    [Id(0)] public List<BareEntry> Entries { get; set; } = [];
    [Id(1)] public HashSet<string> Ids { get; set; } = [];
}

public abstract class BareGrainBase(IPersistentState<BareState> state) : Grain
{
    public async Task Fill(int entries)
    {
        for (var i = 0; i < entries; i++) Add(GrainBench.Bare($"filled-{i}"));
        await state.WriteStateAsync();
    }

    public async Task Record(BareEntry entry)
    {
        if (Add(entry)) await state.WriteStateAsync();
    }

    public Task Touch() => Task.CompletedTask;

    private bool Add(BareEntry entry)
    {
        if (!state.State.Ids.Add(entry.Id)) return false;
        state.State.Entries.Add(entry);
        return true;
    }
}

/// <summary>As the framework comes: the storage's own serializer, which writes JSON.</summary>
public sealed class BareGrain([PersistentState("ledger", GrainBench.BareStorage)] IPersistentState<BareState> state)
    : BareGrainBase(state), IBareGrain;

/// <summary>With the framework's binary serializer, which somebody has to know of.</summary>
public sealed class BareBinaryGrain([PersistentState("ledger-binary", GrainBench.Storage)] IPersistentState<BareState> state)
    : BareGrainBase(state), IBareBinaryGrain;
#endif
