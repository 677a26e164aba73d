namespace MicroPoints.Rulesets;

/// <summary>One thing that was credited, for what a cap leaves over.</summary>
public readonly record struct CreditedItem(string? Key, DateOnly Day, Fraction Size, Points Each);

/// <summary>What a scoring function came to, before floor, zeroing and cap.</summary>
/// <param name="Counted">The amount counted, exactly.</param>
/// <param name="Points">The raw points.</param>
/// <param name="Because">What is to be said about it.</param>
/// <param name="Items">What was credited one by one, where the function credits things one by one.</param>
internal sealed record Raw(Fraction Counted, Points Points, IReadOnlyList<Because> Because, IReadOnlyList<CreditedItem> Items)
{
    public static readonly Raw Nothing = new(Fraction.Zero, Points.Zero, [Rulesets.Because.NoFacts], []);
    public static Raw Of(Fraction counted, Points points, params IReadOnlyList<Because> because) => new(counted, points, because, []);
}

/// <summary>Sums amounts that share a value in force, multiplies once and rounds once.</summary>
internal sealed class ValuedSum
{
    private readonly SortedDictionary<long, Fraction> _byValue = [];
    private readonly List<CreditedItem> _items = [];

    public Fraction Counted { get; private set; }
    public bool IsEmpty { get; private set; } = true;
    public bool SomeNotInForce { get; private set; }

    public void Add(Amount amount, long? value)
    {
        IsEmpty = false;
        if (value is not { } hundredths) { SomeNotInForce = true; return; }
        Counted += amount.Size;
        _byValue[hundredths] = _byValue.GetValueOrDefault(hundredths) + amount.Size;
        _items.Add(new CreditedItem(amount.Key, amount.Day, amount.Size, new Points(hundredths)));
    }

    public Points Total()
    {
        var total = Points.Zero;
        foreach (var (value, size) in _byValue) total += (size * new Fraction(value, 100)).ToPoints();
        return total;
    }

    public Raw ToRaw() => IsEmpty
        ? Raw.Nothing
        : new Raw(Counted, Total(), SomeNotInForce ? [Because.NotInForce] : [], _items);
}
