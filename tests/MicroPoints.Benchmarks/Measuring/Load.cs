using System.Diagnostics;

namespace MicroPoints.Benchmarks;

/// <summary>What one turn of one contender came to.</summary>
/// <param name="PerSecond">Activities, questions or runs a second.</param>
/// <param name="P50">Microseconds of the median call.</param>
/// <param name="P99">Microseconds that 99 of 100 calls do not exceed.</param>
/// <param name="Cpu">Microseconds of this program's processor time for each: all of ours in process, else only the client's.</param>
public sealed record Turn(double PerSecond, double P50, double P99, double Cpu = 0)
{
    public bool IsSane => PerSecond > 0 && double.IsFinite(PerSecond);
}

/// <summary>Callers that each wait for an answer before they send the next.</summary>
public static class Load
{
    /// <param name="each">What one call counts for.</param>
    /// <param name="once">One call of a caller, by the caller's number.</param>
    public static async Task<Turn> Run(int callers, TimeSpan duration, int each, Func<int, ValueTask> once)
    {
        var (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var end = began + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var running = Enumerable.Range(0, callers).Select(caller => Task.Run(() => Call(caller, end, once))).ToList();
        var all = new Latencies();
        foreach (var latencies in await Task.WhenAll(running)) all.Add(latencies);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var spent = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds;
        return new Turn(all.Count * each / seconds, all.Percentile(0.5), all.Percentile(0.99), spent / Math.Max(1, all.Count * each));
    }

    private static async Task<Latencies> Call(int caller, long end, Func<int, ValueTask> once)
    {
        var latencies = new Latencies();
        for (var now = Stopwatch.GetTimestamp(); now < end;)
        {
            await once(caller);
            var after = Stopwatch.GetTimestamp();
            latencies.Add(after - now);
            now = after;
        }
        return latencies;
    }
}
