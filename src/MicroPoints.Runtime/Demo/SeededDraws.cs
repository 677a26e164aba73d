using System.Text;

namespace MicroPoints.Runtime.Demo;

/// <summary>Repeatable draws: SplitMix64 of Steele, Lea and Flood (2014), in whole numbers only.</summary>
/// <remarks>
/// Draws belong to a seed and a name, so that each chamber draws alone: what one draws never moves another.
/// Neither the clock, the culture, the order of a hash table nor the run time's own generator has a part in it.
/// </remarks>
internal sealed class SeededDraws
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private ulong _state;

    /// <param name="seed">The demo's seed.</param>
    /// <param name="name">Whose draws they are; its UTF-8 bytes go through 64-bit FNV-1a.</param>
    public SeededDraws(ulong seed, string name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var b in Encoding.UTF8.GetBytes(name)) hash = unchecked((hash ^ b) * 0x100000001B3);
        _state = Mix(unchecked(seed + Gamma)) ^ hash;
    }

    public ulong Next() => Mix(_state = unchecked(_state + Gamma));

    /// <summary>A whole number from 0, below a bound.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A whole number between two, both of which may come.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Whether one of so many in a thousand happened.</summary>
    public bool PerMille(int chance) => Below(1000) < chance;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>A day from one to another, both of which may come.</summary>
    public DateOnly Day(DateOnly first, DateOnly last) => first.AddDays(Below(last.DayNumber - first.DayNumber + 1));

    private static ulong Mix(ulong z)
    {
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
