namespace MicroPoints.Rulesets;

public sealed record OptionPoints(string Option, Number Points);
public sealed record Tier(Number AtLeast, Number Points);
public sealed record ChecklistItem(KindId Kind, Number? Points);

public enum PeriodPart
{
    Month = 1,
    Quarter = 2,
}

/// <summary>The scoring functions. A new one is a record here, an arm in <c>Scoring</c>, a sentence in prose and a
/// parser arm: the compiler names each.</summary>
public abstract record Score
{
    private Score() { }

    /// <summary>Points where the flag is true.</summary>
    public sealed record Flag(Number Points) : Score;

    /// <summary>A state: its option's points; events: the sum.</summary>
    public sealed record Option(IReadOnlyList<OptionPoints> Options) : Score;

    /// <summary>Points for each; a keyed kind counts keys.</summary>
    public sealed record PerCount(Number Points) : Score;

    /// <summary>Points once for each month or quarter with a fact.</summary>
    public sealed record PerPeriod(Number Points, PeriodPart Each) : Score;

    /// <summary>Points for every so much, in whole steps by the named rounding.</summary>
    public sealed record PerQuantity(Number Points, Number Every, Rounding Rounding) : Score;

    /// <summary>Full points, less so much for each fact.</summary>
    public sealed record FromFull(Number Points, Number Minus) : Score;

    /// <summary>Points in proportion to the latest rate or share.</summary>
    public sealed record InProportion(Number Points, Number? ParticipationAtLeast) : Score;

    /// <summary>The points of the highest tier reached, by the latest percent or the weighted sum.</summary>
    public sealed record ByTier(IReadOnlyList<Tier> Tiers, Number? ParticipationAtLeast) : Score;

    /// <summary>The best option over all counted kinds.</summary>
    public sealed record Highest(IReadOnlyList<OptionPoints> Options) : Score;

    /// <summary>Each key at its best option; across periods only the increase.</summary>
    public sealed record OncePerKey(IReadOnlyList<OptionPoints> Options, bool AcrossPeriods) : Score;

    /// <summary>Points as awarded, each fact within bounds and with a reason.</summary>
    public sealed record Discretionary(Number From, Number To) : Score;

    /// <summary>Between base and points, by place between the least and the most among peers.</summary>
    public sealed record AgainstPeers(Number Points, Number Base, Number Fallback) : Score;

    /// <summary>Points of each true item, and the share of plain items that are true.</summary>
    public sealed record Checklist(IReadOnlyList<ChecklistItem> Items, Number? Points) : Score;

    /// <summary>Every number it names.</summary>
    public IEnumerable<Number> Numbers => this switch
    {
        Flag s => [s.Points],
        Option s => s.Options.Select(o => o.Points),
        PerCount s => [s.Points],
        PerPeriod s => [s.Points],
        PerQuantity s => [s.Points, s.Every],
        FromFull s => [s.Points, s.Minus],
        InProportion s => [s.Points, .. Given(s.ParticipationAtLeast)],
        ByTier s => [.. s.Tiers.SelectMany(t => (Number[])[t.AtLeast, t.Points]), .. Given(s.ParticipationAtLeast)],
        Highest s => s.Options.Select(o => o.Points),
        OncePerKey s => s.Options.Select(o => o.Points),
        Discretionary s => [s.From, s.To],
        AgainstPeers s => [s.Points, s.Base, s.Fallback],
        Checklist s => s.Items.Select(i => i.Points).Append(s.Points).OfType<Number>(),
        _ => throw new InvalidOperationException("unknown scoring function"),
    };

    private static Number[] Given(Number? number) => number is { } given ? [given] : [];
}
