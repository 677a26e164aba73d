namespace MicroPoints.Benchmarks;

/// <summary>One run of the program: its folder, the peers started so far, and the lines of the table.</summary>
public sealed class Bench : IAsyncDisposable
{
    private readonly Lazy<Task<Postgres>> _postgres;
    private readonly Lazy<Task<Redis>> _redis;
    private readonly Lazy<Task<string>> _journal;
    private readonly List<Line> _lines = [];
    private int _disposed;
    private readonly SortedSet<string> _versions = [];
    private readonly SortedSet<string> _conditions = [];

    public Bench(BenchOptions options)
    {
        Options = options;
        Folder = Path.Combine(Path.GetFullPath(options.Folder), $"micropoints-bench-{Guid.NewGuid():n}");
        Directory.CreateDirectory(Folder);
        _postgres = new Lazy<Task<Postgres>>(() => Postgres.Start(Folder));
        _redis = new Lazy<Task<Redis>>(() => Redis.Start(Folder));
        Country = new Country(options.Chambers);
        Year = new Year(Country, options.Activities);
        _journal = new Lazy<Task<string>>(WriteJournal);
    }

    public BenchOptions Options { get; }
    public Country Country { get; }

    /// <summary>The activities of the great journal.</summary>
    public Year Year { get; }

    /// <summary>Everything that is written lies here and is removed at the end.</summary>
    public string Folder { get; }

    /// <summary>The verbs and what they run, in the order of the table.</summary>
    private static readonly Dictionary<string, Func<Bench, Task>> Verbs = new()
    {
        ["record"] = b => RecordBench.Run(b, b.Options.Callers),
        ["one"] = b => RecordBench.Run(b, 1),
        ["http"] = HttpBench.Run,
        ["batch"] = BatchBench.Run,
        ["round"] = RoundBench.Run,
        ["restart"] = RestartBench.Run,
        ["standings"] = StandingsBench.Run,
        ["flat"] = FlatBench.Run,
        ["credit"] = CreditBench.Run,
        ["explain"] = ExplainBench.Run,
        ["rules"] = RulesBench.Run,
        ["pages"] = PagesBench.Run,
        ["grains"] = GrainBench.Run,
    };

    /// <summary>Runs the verbs asked for; 1 where one broke down, which a missing peer is not.</summary>
    public async Task<int> Run()
    {
        var conditions = Machine.Facts(Folder, TimeSpan.FromSeconds(Options.Short ? 0.1 : 1)).ToList();
        var broken = 0;
        foreach (var verb in Options.Run)
        {
            Say($"{verb}:");
            try { await Verbs[verb](this); }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                broken++;
                Say($"  BROKEN: {e}");
                Add(Line.Absent(verb, "–", null, $"broken, {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}"));
            }
        }
        conditions.Add($"{Options.Rounds} turns of {Shown.Number(Options.Seconds)} s each, alternately; medians"
            + (Options.Short ? "; short form, nothing is judged" : ""));
        conditions.AddRange(_conditions);
        if (_versions.Count > 0) conditions.Add($"peers: {string.Join(", ", _versions)}");
        var table = Table.Of(conditions, _lines, judged: !Options.Short);
        Console.WriteLine($"\n{table}");
        if (Options.Out is { } file) await File.WriteAllTextAsync(file, table);
        return broken == 0 ? 0 : 1;
    }

    public void Say(string text) => Console.WriteLine(text);

    public void Add(Line line) => _lines.Add(line);

    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(Folder, $"{name}-{Guid.NewGuid():n}")).FullName;

    public Task<IReadOnlyList<Median>> Alternate(params IReadOnlyList<Contender> contenders) =>
        Alternately.Run(contenders, Options.Rounds, Options.Turn, Say, warm: !Options.Short);

    /// <summary>What a peer gives, or null after lines that say why it is absent.</summary>
    public async Task<T?> Peer<T>(
        Func<Task<T>> start, params IReadOnlyList<(string What, string Peer, double? Wanted)> lines) where T : class
    {
        try { return await start(); }
        catch (PeerAbsentException e)
        {
            foreach (var (what, peer, wanted) in lines) Add(Line.Absent(what, peer, wanted, e.Message));
            Say($"  not run: {e.Message}");
            return null;
        }
    }

    public async Task<Postgres> StartedPostgres()
    {
        var postgres = await _postgres.Value;
        _versions.Add(postgres.Version);
        return postgres;
    }

    public async Task<Redis> StartedRedis()
    {
        var redis = await _redis.Value;
        _versions.Add(redis.Version);
        return redis;
    }

    public void Used(string version) => _versions.Add(version);

    /// <summary>What a figure's name has no room for.</summary>
    public void Condition(string text) => _conditions.Add(text);

    /// <summary>The journal of a whole country's year, made once a run and closed.</summary>
    /// <exception cref="PeerAbsentException">The disk has no room for it.</exception>
    public Task<string> GreatJournal() => _journal.Value;

    private async Task<string> WriteJournal()
    {
        if (Benchmarks.GreatJournal.RefuseFolder(Folder, Options.Activities) is { } refused) throw new PeerAbsentException(refused);
        var directory = NewFolder("great-journal");
        await Benchmarks.GreatJournal.Write(directory, Country, Year, Options.PerFrame, Say);
        Condition($"great journal: {Shown.Count(Year.Activities)} activities of {Country.Chambers} chambers, "
            + $"{Options.PerFrame} to a frame, {new DirectoryInfo(directory).GetFiles().Sum(f => f.Length) >> 20} MB");
        return directory;
    }

    /// <summary>Ends every server and removes every file, also where the program is stopped amid a run.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        Child.StopAll();
        if (_redis is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await _redis.Value).DisposeAsync();
        if (_postgres is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await _postgres.Value).DisposeAsync();
        try { Directory.Delete(Folder, recursive: true); }
        catch (IOException e) { Say($"{Folder} could not be removed whole: {e.Message}"); }
    }
}
