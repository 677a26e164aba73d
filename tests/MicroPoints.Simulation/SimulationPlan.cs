namespace MicroPoints.Simulation;

/// <summary>Everything that one seed decides before the first step, and what a test may break.</summary>
internal sealed record SimulationPlan(int Seed, int Steps)
{
    public bool IsQuiet { get; init; } = Seed % 2 == 0;
    public JournalOptions Options { get; init; } = OptionsOf(Seed);

    /// <summary>Keeps the data directory for whoever wants to look at it.</summary>
    public bool Keep { get; init; }

    /// <summary>Audits after every step and not only now and then.</summary>
    public bool AuditsEveryStep { get; init; }

    /// <summary>Puts a broken log between the callers and the store, for tests of the auditor.</summary>
    public Func<IEventLog, IEventLog>? Break { get; init; }

    /// <summary>Puts the store on a disk that acknowledges flushes and flushes nothing.</summary>
    public bool LiesAboutFlushes { get; init; }

    /// <summary>How long the journal's writer dawdles before and after each group: nothing may come of it.</summary>
    public TimeSpan Dawdles { get; init; }

    public string Replay => $"dotnet run -c Release --project tests/MicroPoints.Simulation -- run --seed {Seed} --steps {Steps} --keep";

    private static JournalOptions OptionsOf(int seed)
    {
        var random = new Random(seed);
        return new JournalOptions
        {
            SegmentBytes = (8 << 10) << random.Next(4),
            GroupMax = random.Next(2) == 0 ? 1 + random.Next(4) : 4096,
            CheckpointEveryBytes = seed % 2 == 0 ? long.MaxValue : (4 << 10) << random.Next(4),
        };
    }
}
