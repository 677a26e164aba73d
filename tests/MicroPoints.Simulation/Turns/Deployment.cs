namespace MicroPoints.Simulation;

/// <summary>One data directory and the process over it, which ends and starts again.</summary>
internal sealed class Deployment(string root, SimulationPlan plan, SimulatedClock clock, TurnContext turns)
{
    private JournalEventLog? _journal;

    public string Root { get; } = root;
    public SimulatedDisk Disk { get; } = new(root, plan.IsQuiet, plan.Dawdles) { LiesAboutFlushes = plan.LiesAboutFlushes };
    public TurnLog Log { get; private set; } = null!;
    public Workspace Workspace { get; private set; } = null!;

    /// <summary>A group waits for its turn.</summary>
    /// <remarks>
    /// Once the process has ended its turn never comes. Nobody waits for its answer any more, so whether it had reached the
    /// disk before the next process starts would be for the machine to say.
    /// </remarks>
    public bool IsHeld => Disk.Turnstile.IsHeld && !Log.HasEnded;

    /// <summary>What the callers use: the log, broken where a test wants to see that it is found.</summary>
    public IEventLog Served { get; private set; } = null!;

    /// <summary>Makes an empty directory whose journal is named by the seed, so that the same seed writes the same bytes.</summary>
    public void Make()
    {
        var name = new byte[16];
        new Random(plan.Seed).NextBytes(name);
        Disk.NextProcess();
        SegmentWriter.Make(Disk, Root, new SegmentHeader(1, new Guid(name)), plan.Options.SegmentBytes);
        new DataDirectory(Root).WriteFormat(Disk);
    }

    /// <exception cref="StoreException">The store does not open.</exception>
    public void OpenStore()
    {
        _journal = JournalEventLog.Open(Root, plan.Options with { Disk = Disk });
        Disk.IsServing = true;
        Disk.Turnstile.Set(isOpen: false);
        Log = new TurnLog(_journal, Disk.Turnstile);
        Served = plan.Break?.Invoke(Log) ?? Log;
    }

    public async Task OpenWorkspace() => Workspace = await Workspace.Open(
        new WorkspaceParts(Served, TinyRules.Format, clock, new SeededSalts($"seed {plan.Seed}")),
        TinyRules.Shipped, County.Setup, CancellationToken.None);

    /// <summary>The process ends without a word.</summary>
    public void Kill()
    {
        Disk.HasEnded = true;
        Log?.End();
        Disk.Turnstile.Set(isOpen: true);
        Release();
        turns.Clear();
    }

    /// <summary>Lets everything go after a failure.</summary>
    public void Abandon()
    {
        if (_journal is not null) Kill();
    }

    /// <summary>Closes cleanly, unless a fault comes in between.</summary>
    public void Close()
    {
        Disk.IsServing = false;
        Disk.Turnstile.Set(isOpen: true);
        Release();
        turns.Clear();
    }

    private void Release()
    {
        if (_journal is not { } journal) return;
        _journal = null;
        // Nobody waits for the one who ended: what the store says at its own end is of no account to anybody.
        try { Task.Run(async () => await journal.DisposeAsync()).GetAwaiter().GetResult(); }
        catch (StoreException) when (Disk.HasEnded || Disk.Faults.Fired is not null) { }
    }
}

/// <summary>A clock that only the simulation moves.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    public DateOnly Today => Calendar.DayOf(Now);
    public override DateTimeOffset GetUtcNow() => Now;
}
