using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>So many more occurrences of an event are needed, of some options or of any.</summary>
internal sealed record EventDemand(KindId Kind, IReadOnlyList<string>? Is, Fraction More);

/// <summary>A state must come to be one of some options, or must not be.</summary>
internal sealed record StateDemand(KindId Kind, IReadOnlyList<string> Is, bool Wanted);

/// <summary>One way to meet a condition: everything in it must hold together.</summary>
internal sealed record AdviceDemand
{
    public static readonly AdviceDemand Nothing = new();

    public Points? Total { get; init; }
    public IReadOnlyDictionary<string, Points> Categories { get; init; } = new Dictionary<string, Points>();
    public IReadOnlyDictionary<string, Points> Indicators { get; init; } = new Dictionary<string, Points>();
    public IReadOnlyList<EventDemand> Events { get; init; } = [];
    public IReadOnlyList<StateDemand> States { get; init; } = [];

    public AdviceDemand And(AdviceDemand other) => new()
    {
        Total = Total is { } a && other.Total is { } b ? Points.Max(a, b) : Total ?? other.Total,
        Categories = Most(Categories, other.Categories),
        Indicators = Most(Indicators, other.Indicators),
        Events = [.. Events, .. other.Events],
        States = [.. States, .. other.States],
    };

    private static IReadOnlyDictionary<string, Points> Most(
        IReadOnlyDictionary<string, Points> one, IReadOnlyDictionary<string, Points> other)
    {
        if (one.Count == 0) return other;
        var all = new Dictionary<string, Points>(one);
        foreach (var (id, points) in other) all[id] = all.TryGetValue(id, out var known) ? Points.Max(known, points) : points;
        return all;
    }
}

/// <summary>All ways to meet a condition, and what stands in the way of those that the chamber cannot take.</summary>
internal sealed record AdviceWays(IReadOnlyList<AdviceDemand> Ways, IReadOnlyList<Finding> Hindrances)
{
    /// <summary>Conditions can branch without end; nobody is helped by the hundredth way.</summary>
    private const int WaysMax = 64;

    public static readonly AdviceWays Open = new([AdviceDemand.Nothing], []);

    public static AdviceWays Of(AdviceDemand demand) => new([demand], []);

    public static AdviceWays None(Finding hindrance) => new([], [hindrance]);

    public bool IsWhole { get; init; } = true;

    public AdviceWays And(AdviceWays other)
    {
        var ways = (from a in Ways from b in other.Ways select a.And(b)).Take(WaysMax + 1).ToList();
        return new AdviceWays([.. ways.Take(WaysMax)], [.. Hindrances, .. other.Hindrances])
        {
            IsWhole = IsWhole && other.IsWhole && ways.Count <= WaysMax,
        };
    }

    public AdviceWays Or(AdviceWays other)
    {
        var ways = Ways.Concat(other.Ways).ToList();
        // What hinders one way matters only where no way is open.
        return new AdviceWays([.. ways.Take(WaysMax)], ways.Count > 0 ? [] : [.. Hindrances, .. other.Hindrances])
        {
            IsWhole = IsWhole && other.IsWhole && ways.Count <= WaysMax,
        };
    }
}
