namespace MicroPoints.Standings;

/// <summary>What was chosen in one group, and what was chosen before it.</summary>
internal sealed record AdvicePick(AdviceGroup Group, AdviceChoice Choice, AdvicePick? Before);

/// <summary>So many activities of so many kinds, and the most points they can bring.</summary>
internal readonly record struct AdviceEntry(int Activities, int Kinds, Points Points, AdvicePick? Picks);

/// <summary>The best that can be had for every number of activities and kinds: none of its entries is beaten by another.</summary>
internal sealed class AdviceTable(IReadOnlyList<AdviceEntry> entries)
{
    public static readonly AdviceTable Impossible = new([]);

    public IReadOnlyList<AdviceEntry> Entries => entries;

    public static AdviceTable Fixed(Points points) => new([new AdviceEntry(0, 0, points, null)]);

    public static AdviceTable Best(IEnumerable<AdviceEntry> all)
    {
        var best = new List<AdviceEntry>();
        foreach (var entry in all.OrderBy(e => e.Activities).ThenBy(e => e.Kinds).ThenByDescending(e => e.Points))
            if (!best.Exists(b => b.Kinds <= entry.Kinds && b.Points >= entry.Points)) best.Add(entry);
        return new AdviceTable(best);
    }

    /// <summary>Both together, with no more activities than the most that are advised.</summary>
    public AdviceTable And(AdviceTable other, int most) => Best(
        from a in entries
        from b in other.Entries
        where a.Activities + b.Activities <= most
        select new AdviceEntry(a.Activities + b.Activities, a.Kinds + b.Kinds, a.Points + b.Points, Joined(a.Picks, b.Picks)));

    /// <summary>The points turned into others by what never turns more into less.</summary>
    public AdviceTable Through(Func<Points, Points> turned, Points? atLeast) => Best(
        entries.Select(e => e with { Points = turned(e.Points) }).Where(e => atLeast is not { } least || e.Points >= least));

    private static AdvicePick? Joined(AdvicePick? one, AdvicePick? other) =>
        other is null ? one : Joined(one is null ? new AdvicePick(other.Group, other.Choice, null)
            : new AdvicePick(other.Group, other.Choice, one), other.Before);
}
