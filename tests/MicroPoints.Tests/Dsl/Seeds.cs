namespace MicroPoints.Tests;

/// <summary>Runs a property for many seeds. A failure names its seed; MICROPOINTS_SEED runs that one alone.</summary>
internal static class Seeds
{
    private static readonly string? Only = Environment.GetEnvironmentVariable("MICROPOINTS_SEED");

    public static bool IsOne => Only is not null;

    public static void ForEach(int count, Action<Random> property)
    {
        foreach (var seed in Only is null ? Enumerable.Range(1, count) : [int.Parse(Only)])
        {
            try { property(new Random(seed)); }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw new SeedException($"seed {seed} (replay with MICROPOINTS_SEED={seed}): {e.Message}", e);
            }
        }
    }

    public static T Pick<T>(this Random random, params IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public static bool Often(this Random random, double chance = 0.5) => random.NextDouble() < chance;

    public static DateOnly Day(this Random random, int from = 2024, int until = 2027) =>
        new DateOnly(from, 1, 1).AddDays(random.Next((until - from) * 365));

    private sealed class SeedException(string message, Exception inner) : Exception(message, inner);
}
