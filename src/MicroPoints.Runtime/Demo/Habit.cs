namespace MicroPoints.Runtime.Demo;

/// <summary>How often a chamber does a thing that is counted, by its level in the thing's field.</summary>
/// <param name="Amounts">Times in the year for each <see cref="Level"/>.</param>
/// <param name="Most">The most times that one record names.</param>
internal sealed record Habit(KindId Kind, Field Field, IReadOnlyList<int> Amounts, int Most = 1);

/// <summary>The counted habits of a county's chambers, some 50 records a year each.</summary>
internal static class CountyHabits
{
    public static readonly IReadOnlyList<Habit> All =
    [
        new(DemoKinds.Visited, Field.Members, [2, 6, 12, 14], 3),
        new(DemoKinds.Resolved, Field.Members, [0, 2, 4, 4], 2),
        new(DemoKinds.Session, Field.Members, [0, 2, 4, 4]),
        new(DemoKinds.Matched, Field.Economy, [0, 1, 2, 2]),
        new(DemoKinds.Secured, Field.Economy, [0, 2, 5, 7], 3),
        new(DemoKinds.Function, Field.Economy, [0, 0, 0, 1]),
        new(DemoKinds.Education, Field.Party, [0, 1, 2, 2]),
        new(DemoKinds.Dispute, Field.Governance, [0, 2, 5, 8], 3),
        new(DemoKinds.Community, Field.Governance, [0, 2, 4, 5], 2),
        new(DemoKinds.Forum, Field.Governance, [0, 1, 2, 2]),
        new(DemoKinds.Promotion, Field.Investment, [0, 1, 3, 3]),
        new(DemoKinds.RuralProject, Field.Rural, [0, 1, 1, 2]),
        new(DemoKinds.Donation, Field.Rural, [0, 1, 2, 2]),
        new(DemoKinds.Emergency, Field.Emergency, [0, 0, 1, 2]),
    ];
}

/// <summary>The counted habits of a province's chambers, up to some 150 records a year before filling in.</summary>
internal static class ProvinceHabits
{
    /// <summary>Disputes a mediation body settles in the demo's year, by level.</summary>
    public static readonly IReadOnlyList<int> DisputesOfYear = [1, 2, 5, 8];

    public static readonly IReadOnlyList<Habit> All =
    [
        new(DemoKinds.Visited, Field.Members, [6, 10, 36, 44], 2),
        new(DemoKinds.Resolved, Field.Members, [1, 3, 12, 16]),
        new(DemoKinds.Session, Field.Members, [0, 2, 5, 8]),
        new(DemoKinds.Matched, Field.Economy, [0, 1, 3, 5]),
        new(DemoKinds.Secured, Field.Economy, [1, 3, 16, 22]),
        new(DemoKinds.Function, Field.Economy, [0, 0, 0, 2]),
        new(DemoKinds.Education, Field.Party, [0, 1, 3, 6]),
        new(DemoKinds.Community, Field.Governance, [1, 2, 14, 22], 2),
        new(DemoKinds.Forum, Field.Governance, [0, 1, 3, 5]),
        new(DemoKinds.Promotion, Field.Investment, [0, 1, 3, 6]),
        new(DemoKinds.RuralProject, Field.Rural, [0, 1, 1, 3]),
        new(DemoKinds.Donation, Field.Rural, [0, 1, 3, 5]),
        new(DemoKinds.Emergency, Field.Emergency, [0, 0, 1, 3]),
        new(DemoKinds.Dispute, Field.Governance, DisputesOfYear),
    ];
}
