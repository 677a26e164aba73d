namespace MicroPoints.Benchmarks;

/// <summary>One who does the work: ours or a peer.</summary>
public sealed record Contender(string Name, Func<TimeSpan, Task<Turn>> Run);

/// <summary>The medians over all turns of one contender, with the least and the most.</summary>
public sealed record Median(string Name, double PerSecond, double Least, double Most, double P50, double P99, double Cpu)
{
    public static Median Of(string name, IReadOnlyList<Turn> turns) => new(name, Middle(turns.Select(t => t.PerSecond)),
        turns.Min(t => t.PerSecond), turns.Max(t => t.PerSecond), Middle(turns.Select(t => t.P50)),
        Middle(turns.Select(t => t.P99)), Middle(turns.Select(t => t.Cpu)));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>Runs contenders in turn, A B C A B C: a machine that slows down meanwhile slows all of them.</summary>
public static class Alternately
{
    /// <param name="warm">Whether each runs once, unmeasured, before.</param>
    public static async Task<IReadOnlyList<Median>> Run(
        IReadOnlyList<Contender> contenders, int rounds, TimeSpan turn, Action<string> say, bool warm = true)
    {
        var turns = contenders.ToDictionary(c => c, _ => new List<Turn>());
        if (warm)
            foreach (var contender in contenders) await contender.Run(turn / 2);
        for (var round = 1; round <= rounds; round++)
            foreach (var contender in contenders)
            {
                var measured = await contender.Run(turn);
                if (!measured.IsSane) throw new InvalidOperationException($"{contender.Name} gave no sane number: {measured}");
                var cpu = measured.Cpu > 0 ? $", processor time here {Shown.Time(measured.Cpu)} each" : "";
                say($"  {round}/{rounds} {contender.Name}: {Shown.Rate(measured.PerSecond)}, p99 {Shown.Time(measured.P99)}{cpu}");
                turns[contender].Add(measured);
            }
        return [.. contenders.Select(c => Median.Of(c.Name, turns[c]))];
    }
}
