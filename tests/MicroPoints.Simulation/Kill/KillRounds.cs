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
internal static class KillRounds
{
    private const int Ahead = 2;
    private const int RoundsPerDirectory = 25;
    private const int RoundsPerCheck = 5;

    public static async Task<KillReport> Run(int rounds, int seed)
    {
        var root = Directory.CreateTempSubdirectory("micropoints-kill-").FullName;
        var (random, watch, children) = (new Random(seed), Stopwatch.StartNew(), new Queue<KillProcess>());
        var (done, without, acknowledged, checks) = (0, 0, 0L, 0);
        KillAccount? account = null;
        try
        {
            for (; done < rounds; done++)
            {
                while (children.Count < Ahead && children.Count < rounds - done) children.Enqueue(KillProcess.Start(root));
                var directory = $"d{done / RoundsPerDirectory}";
                if (done % RoundsPerDirectory == 0) account = new KillAccount(Path.Combine(root, directory));
                using var child = children.Dequeue();
                var said = await child.LetLive($"{directory} {done}", TimeSpan.FromMilliseconds(1 + random.Next(60)),
                    lines: random.Next(6) switch { 0 => 0, 1 => 1, _ => 1 + KillChild.Callers });
                var lines = account!.Take(said);
                (acknowledged, without) = (acknowledged + lines, without + (lines == 0 ? 1 : 0));
                var isLast = done % RoundsPerDirectory == RoundsPerDirectory - 1 || done == rounds - 1;
                if (!isLast && done % RoundsPerCheck != RoundsPerCheck - 1) continue;
                checks++;
                await account.CheckAll();
                if (isLast) Directory.Delete(Path.Combine(root, directory), recursive: true);
            }
            Directory.Delete(root, recursive: true);
            return new KillReport(done, without, acknowledged, checks, watch.Elapsed, null);
        }
        catch (Exception e) when (e is AuditException or StoreException)
        {
            return new KillReport(done, without, acknowledged, checks, watch.Elapsed,
                $"round {done} of seed {seed}: {e.Message}; the directories are kept in {root}");
        }
        finally
        {
            foreach (var child in children) child.Dispose();
        }
    }
}
