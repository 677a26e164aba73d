namespace MicroPoints.Rulesets.NRules.Scoring;

/// <summary>What a scoring function came to before floor, zeroing and cap.</summary>
/// <param name="Lots">The things credited one by one, with the value of each; empty where the function knows no single things.</param>
internal sealed record Worth(Fraction Counted, Points Points, IReadOnlyList<Because> Because, IReadOnlyList<(Thing Thing, Points Each)> Lots)
{
    public static Worth Of(Fraction counted, Points points, params Because[] because) => new(counted, points, because, []);

    /// <summary>Nothing, for a reason.</summary>
    public static Worth None(Because why = Rulesets.Because.NoFacts) => Of(Fraction.Zero, Points.Zero, why);
}

/// <summary>Things with the value in force for each.</summary>
internal sealed class Tariff
{
    private readonly List<(Thing Thing, long? Value)> _things = [];

    public Tariff() { }

    public Tariff(IEnumerable<Thing> things, Func<DateOnly, long?> value)
    {
        foreach (var thing in things) Add(thing, value(thing.Day));
    }

    public void Add(Thing thing, long? value) => _things.Add((thing, value));

    public bool IsEmpty => _things.Count == 0;

    /// <summary>Something was of a day on which no value was in force yet.</summary>
    public bool SomeWithoutValue => _things.Any(t => t.Value is null);

    public Fraction Counted => Sum(Valued.Select(t => t.Thing));

    /// <summary>All that share a value are summed exactly, multiplied by it and rounded once.</summary>
    public Points Points => Valued.GroupBy(t => t.Each)
        .Select(same => (Sum(same.Select(t => t.Thing)) * Fraction.OfPoints(same.Key)).ToPoints())
        .Aggregate(Points.Zero, (sum, points) => sum + points);

    public Worth Total => IsEmpty ? Worth.None()
        : new Worth(Counted, Points, SomeWithoutValue ? [Because.NotInForce] : [], [.. Valued]);

    private IEnumerable<(Thing Thing, Points Each)> Valued =>
        _things.Where(t => t.Value is not null).Select(t => (t.Thing, new Points(t.Value!.Value)));

    public static Fraction Sum(IEnumerable<Thing> things) => things.Aggregate(Fraction.Zero, (sum, t) => sum + t.Size);
}
