namespace MicroPoints.Simulation;

/// <summary>What goes wrong with a disk.</summary>
internal enum Fault
{
    /// <summary>The process ends before an effect.</summary>
    EndBefore,

    /// <summary>The process ends after an effect, before its caller hears of it.</summary>
    EndAfter,

    /// <summary>A flush fails, and nobody knows what of it is on the disk.</summary>
    FlushFails,

    /// <summary>There is room for half of a write.</summary>
    DiskFull,
}

/// <summary>Which fault comes, and after how many effects that count.</summary>
internal sealed class FaultPlan
{
    private Fault? _armed;
    private int _left;

    /// <summary>The fault that came.</summary>
    public Fault? Fired { get; private set; }

    public void Arm(Fault fault, int effects) => (_armed, _left, Fired) = (fault, effects, null);

    public void Disarm() => (_armed, Fired) = (null, null);

    /// <summary>Counts an effect; the fault, if it comes now.</summary>
    public Fault? Next(Effect effect)
    {
        if (_armed is not { } fault || --_left > 0) return null;
        if (fault == Fault.FlushFails && effect != Effect.Flush || fault == Fault.DiskFull && effect != Effect.Write) return null;
        (_armed, Fired) = (null, fault);
        return fault;
    }
}

/// <summary>A lasting effect that a store has on its disk.</summary>
internal enum Effect
{
    Create,
    Write,
    SetLength,
    Flush,
    Rename,
    Delete,
    MakeDirectory,
    FlushNames,
}
