#if CLUSTER
namespace MicroPoints.Benchmarks;

/// <summary>What one writes first in the bare framework: a list in the grain's state, written whole at every record.</summary>
public interface IBareGrain : IGrainWithStringKey
{
    Task Fill(int entries);
    Task Record(BareEntry entry);
}

/// <summary>The same record as an activity.</summary>
[GenerateSerializer]
public sealed record BareEntry(
    [property: Id(0)] string Id, [property: Id(1)] string Kind, [property: Id(2)] string On, [property: Id(3)] long Count,
    [property: Id(4)] string By, [property: Id(5)] DateTimeOffset At, [property: Id(6)] string? Reason);

[GenerateSerializer]
public sealed class BareState
{
    [Id(0)] public List<BareEntry> Entries { get; set; } = [];
    [Id(1)] public HashSet<string> Ids { get; set; } = [];
}

public sealed class BareGrain([PersistentState("ledger", GrainBench.Storage)] IPersistentState<BareState> state) : Grain, IBareGrain
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

    private bool Add(BareEntry entry)
    {
        if (!state.State.Ids.Add(entry.Id)) return false;
        state.State.Entries.Add(entry);
        return true;
    }
}
#endif
