using System.Diagnostics;

namespace MicroPoints.Simulation;

/// <summary>What many kills came to.</summary>
/// <param name="WithoutLines">Rounds whose child was killed before it acknowledged anything, most of them while opening.</param>
/// <param name="Failure">What was found, with its round; null where all is well.</param>
internal sealed record KillReport(int Rounds, int WithoutLines, long Acknowledged, int Checks, TimeSpan Took, string? Failure)
{
    public override string ToString() =>
        $"{Rounds} rounds of kill -9 in {Took.TotalSeconds:F1} s: {Acknowledged} acknowledgements, {WithoutLines} rounds without one, "
        + $"{Checks} full checks; " + (Failure ?? "nothing was lost or doubled");
}

/// <summary>Kills a process that writes with all its might, opens what it left, and looks for what it had acknowledged.</summary>
internal sealed class KillRounds
{
    /// <summary>Lines beside each other, each with a directory of its own: while one child is killed another one starts.</summary>
    private const int Lanes = 2;
    private const int RoundsPerDirectory = 25;
    private const int RoundsPerCheck = 5;

    private readonly string _root = Directory.CreateTempSubdirectory("micropoints-kill-").FullName;
    private int _done;
    private int _without;
    private int _checks;
    private long _acknowledged;

    public static async Task<KillReport> Run(int rounds, int seed)
    {
        var (kills, watch) = (new KillRounds(), Stopwatch.StartNew());
        var failures = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane =>
            Task.Run(() => kills.RunLane(lane, (rounds + lane) / Lanes, seed))));
        var failure = Array.Find(failures, f => f is not null);
        if (failure is null) Directory.Delete(kills._root, recursive: true);
        return new KillReport(kills._done, kills._without, kills._acknowledged, kills._checks, watch.Elapsed, failure);
    }

    private async Task<string?> RunLane(int lane, int rounds, int seed)
    {
        var (random, round) = (new Random(seed * Lanes + lane), 0);
        KillProcess? next = null;
        KillAccount? account = null;
        try
        {
            for (; round < rounds; round++)
            {
                var name = $"lane{lane}-{round / RoundsPerDirectory}";
                if (round % RoundsPerDirectory == 0) account = new KillAccount(Path.Combine(_root, name));
                using var child = next ?? KillProcess.Start(_root);
                next = round + 1 < rounds ? KillProcess.Start(_root) : null;
                var life = TimeSpan.FromMilliseconds(1 + random.Next(60));
                var lines = random.Next(6) switch { 0 => 0, 1 => 1, _ => 1 + KillChild.Callers };
                Count(account!.Take(await child.LetLive($"{name} {round}", life, lines)));
                var isLast = round % RoundsPerDirectory == RoundsPerDirectory - 1 || round == rounds - 1;
                if (!isLast && round % RoundsPerCheck != RoundsPerCheck - 1) continue;
                await account.CheckAll();
                Interlocked.Increment(ref _checks);
            }
            return null;
        }
        catch (Exception e) when (e is AuditException or StoreException)
        {
            return $"round {round} of lane {lane}, seed {seed}: {e.Message}; the directories are kept in {_root}";
        }
        finally { next?.Dispose(); }
    }

    private void Count(int lines)
    {
        Interlocked.Increment(ref _done);
        Interlocked.Add(ref _acknowledged, lines);
        if (lines == 0) Interlocked.Increment(ref _without);
    }
}
