using System.Security.Cryptography;

namespace MicroPoints.Simulation;

/// <summary>What a whole run came to.</summary>
/// <param name="Journal">The digest of the journal's bytes, equal for equal seeds.</param>
internal sealed record SimulationResult(Digest Journal, long Entries, Counts Counts);

/// <summary>A run found something; the message says where and how to see it again.</summary>
internal sealed class SimulationException(SimulationPlan plan, int step, Exception why)
    : Exception($"seed {plan.Seed}, step {step}: {why.Message}\n  again: {plan.Replay}", why);

/// <summary>Runs a small county from one seed: callers at the same time, a failing disk, ends and restarts, and audits.</summary>
internal sealed class Simulation
{
    private readonly SimulationPlan _plan;
    private readonly Random _random;
    private readonly SimulatedClock _clock = new();
    private readonly TurnContext _turns;
    private readonly Deployment _deployment;
    private readonly Auditor _auditor = new();
    private readonly County _county = new();
    private readonly Callers _callers;
    private int _step;

    private Simulation(SimulationPlan plan, string root)
    {
        (_plan, _random) = (plan, new Random(plan.Seed));
        _turns = new TurnContext(_random);
        _deployment = new Deployment(root, plan, _clock, _turns);
        _callers = new Callers(_random, _clock, _county);
    }

    /// <exception cref="SimulationException">The auditor, or the product itself, found something.</exception>
    public static SimulationResult Run(SimulationPlan plan)
    {
        var root = Directory.CreateTempSubdirectory($"micropoints-seed-{plan.Seed}-").FullName;
        var simulation = new Simulation(plan, root);
        var before = SynchronizationContext.Current;
        try
        {
            SynchronizationContext.SetSynchronizationContext(simulation._turns);
            return simulation.Run();
        }
        catch (Exception e)
        {
            simulation._deployment.Abandon();
            throw new SimulationException(plan, simulation._step, e);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
            if (plan.Keep) Console.WriteLine($"the data directory is kept in {root}");
            else Directory.Delete(root, recursive: true);
        }
    }

    private SimulationResult Run()
    {
        _deployment.Make();
        Reopen();
        for (_step = 1; _step <= _plan.Steps; _step++)
        {
            Step();
            if (_plan.AuditsEveryStep) Audit();
        }
        return Finish();
    }

    private void Step()
    {
        _clock.Now += _random.Next(20) == 0 ? TimeSpan.FromHours(-_random.Next(30))
            : TimeSpan.FromMilliseconds(_random.NextInt64(1L << _random.Next(30)));
        switch (_random.Next(100))
        {
            case < 4: End(cutsPower: false); break;
            case < 8: End(cutsPower: true); break;
            case < 11: CloseAndReopen(); break;
            case < 12: Audit(); break;
            case < 14: Restore(); break;
            default: Work(); break;
        }
    }

    /// <summary>Some callers at once, perhaps on a disk that fails meanwhile.</summary>
    private void Work()
    {
        if (_random.Next(5) == 0) Arm(1 + _random.Next(12));
        var desk = new Desk(_deployment.Workspace, _auditor, _county);
        Pump(_callers.Draw().Select(deed => (Func<Task>)(() => deed.Do(desk, hears: _random.Next(12) > 0))).ToList());
        if (_deployment.Disk.Faults.Fired is not null || _deployment.Log.HasEnded) End(cutsPower: _random.Next(2) == 0);
    }

    private void Pump(IReadOnlyList<Func<Task>> callers)
    {
        var running = new List<Task>();
        while (running.Count < callers.Count || running.Exists(t => !t.IsCompleted))
        {
            var (canStart, isReady, isHeld) = (running.Count < callers.Count, _turns.IsReady, _deployment.IsHeld);
            if (isReady && (_random.Next(3) > 0 || !canStart && !isHeld)) _turns.RunOne();
            else if (canStart && (_random.Next(2) == 0 || !isHeld)) running.Add(callers[running.Count]());
            else if (isHeld) PassGroup();
            else if (!_deployment.Log!.Answer()) Auditor.Demand(running.TrueForAll(t => t.IsCompleted), "a caller waits for ever");
            if (!_deployment.IsHeld) _deployment.Log?.Answer();
        }
        foreach (var task in running) task.GetAwaiter().GetResult();
    }

    private void PassGroup()
    {
        _deployment.Disk.Turnstile.LetPass();
        _deployment.Log.Settle();
        if (_random.Next(60) == 0) _deployment.Log.End();
        _deployment.Log.Answer();
    }

    private void Arm(int effects) => _deployment.Disk.Faults.Arm((Fault)_random.Next(4), effects);

    private void CloseAndReopen()
    {
        // While helpers work beside the writer, how many effects a closing has is not the seed's to say.
        if (_plan.IsQuiet && _random.Next(3) == 0) Arm(1 + _random.Next(8));
        _auditor.Counts.Closings++;
        _deployment.Close();
        if (_deployment.Disk.Faults.Fired is not null) CountFault();
        if (_deployment.Disk.Faults.Fired is not null && _random.Next(2) == 0) CutPower();
        Reopen();
    }

    /// <summary>Goes on from a backup that was taken of the open store.</summary>
    private void Restore()
    {
        var (file, root) = ($"{_deployment.Root}.backup", $"{_deployment.Root}.restored");
        try
        {
            JournalBackup.Run(_deployment.Root, file, _clock.Now, new BackupOptions { Disk = new CarelessDisk() });
            _auditor.Counts.Backups++;
            _deployment.Close();
            JournalRestore.Run(file, root, new RestoreOptions { Disk = new CarelessDisk() });
            Directory.Delete(_deployment.Root, recursive: true);
            Directory.Move(root, _deployment.Root);
        }
        finally { File.Delete(file); }
        _deployment.Disk.TakeUp();
        Reopen();
    }

    private void End(bool cutsPower)
    {
        if (_deployment.Disk.Faults.Fired is not null) CountFault();
        _auditor.Counts.ProcessEnds++;
        _deployment.Kill();
        if (cutsPower) CutPower();
        Reopen();
    }

    private void CountFault()
    {
        if (_deployment.Disk.Faults.Fired == Fault.FlushFails) _auditor.Counts.FailedFlushes++;
        if (_deployment.Disk.Faults.Fired == Fault.DiskFull) _auditor.Counts.FullDisks++;
    }

    private void CutPower()
    {
        _auditor.Counts.PowerCuts++;
        var names = _plan.IsQuiet ? _random.NextDouble() : _random.Next(2);
        _deployment.Disk.CutPower(new Tearing((Keeps)_random.Next(6), names, _random.Next()));
    }

    /// <summary>Starts a process over what is there; a fault may end the opening itself, and then it is tried again.</summary>
    private void Reopen()
    {
        for (var attempt = 0; ; attempt++)
        {
            _deployment.Disk.NextProcess();
            if (attempt < 2 && _step > 0 && _plan.IsQuiet && _random.Next(4) == 0) Arm(1 + _random.Next(6));
            try
            {
                _deployment.OpenStore();
                Pump([_deployment.OpenWorkspace]);
                break;
            }
            catch (StoreException) when ((_deployment.Disk.Faults.Fired is not null || _deployment.Log?.HasEnded == true) && attempt < 8)
            {
                _auditor.Counts.BrokenOpenings++;
                _deployment.Kill();
                if (_random.Next(2) == 0) CutPower();
            }
        }
        Audit();
    }

    private void Audit()
    {
        Inspection? inspection = null;
        Pump([async () => inspection = await Inspection.Run(_deployment, _auditor, _clock)]);
        Auditor.Demand(inspection is not null, "an audit has no end");
    }

    private SimulationResult Finish()
    {
        _deployment.Disk.Faults.Disarm();
        Audit();
        _deployment.Close();
        var rebuilt = Task.Run(async () => await JournalRebuild.Run(_deployment.Root)).GetAwaiter().GetResult();
        Auditor.Demand(rebuilt.Differences.Count == 0, $"a rebuild finds {string.Join("; ", rebuilt.Differences)}");
        var verified = JournalVerify.Run(_deployment.Root);
        Auditor.Demand(verified.IsSound && verified.Entries == rebuilt.Entries, $"verify finds {verified.Broken}");
        _deployment.Disk.TakeUp();
        Reopen();
        _deployment.Close();
        return new SimulationResult(DigestOf(_deployment.Root), verified.Entries, _auditor.Counts);
    }

    /// <summary>Of all segments that hold groups, without the zeros that lie behind them.</summary>
    private static Digest DigestOf(string root)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(root, "journal-*.log").Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            var end = bytes.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
            if (end > SegmentHeader.Bytes) sha.AppendData(bytes, 0, end);
        }
        return Digest.Read(sha.GetHashAndReset());
    }
}
