using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>What a host may set on an open journal.</summary>
public sealed record JournalOptions
{
    /// <summary>Appends in one durable write, at most.</summary>
    public int GroupMax { get; init; } = 4096;

    /// <summary>Bytes in one durable write, unless one append alone is larger.</summary>
    public int GroupBytesMax { get; init; } = 8 << 20;

    /// <summary>Bytes of one segment of the journal, unless one group alone is larger.</summary>
    public long SegmentBytes { get; init; } = 64 << 20;

    /// <summary>Bytes of the journal after which a checkpoint is written while the log is open; a clean close writes one too.</summary>
    public long CheckpointEveryBytes { get; init; } = 256 << 20;

    /// <summary>
    /// A journal of so many bytes is read through at opening although a checkpoint covers it, so that a small store learns of
    /// damage at its start. A larger one learns of it when it reads the place, or from <c>verify</c>.
    /// </summary>
    public long CheckedAtOpeningBytes { get; init; } = 64 << 20;

    /// <summary>So many bytes to index at opening are shared among threads.</summary>
    internal long IndexedApartBytes { get; init; } = 64 << 20;

    /// <summary>Told how many bytes of the journal were read while opening.</summary>
    public IProgress<(long Done, long Total)>? Progress { get; init; }

    /// <summary>
    /// Called once if a write or flush fails. What the disk then holds is unknown, so the host must end the process
    /// (a server calls <see cref="Environment.FailFast(string, Exception)"/>) and open the journal anew.
    /// </summary>
    public Action<StoreException>? OnFatal { get; init; }

    /// <summary>Puts another disk under the store, for tests.</summary>
    internal Disk Disk { get; init; } = Disk.Real;
}
