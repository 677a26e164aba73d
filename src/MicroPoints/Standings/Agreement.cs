namespace MicroPoints.Standings;

/// <summary>The first thing in which two engines' scorecards differ.</summary>
/// <param name="Where">The field, with the line it is of, such as <c>Card.Lines[M1].Points</c>.</param>
/// <param name="First">What the first engine says.</param>
/// <param name="Second">What the second says.</param>
public sealed record Disagreement(ChamberId? Chamber, string Where, string First, string Second)
{
    public override string ToString() => Between("the first engine", "the second");

    /// <summary>The difference as a sentence that names both engines.</summary>
    public string Between(string first, string second) =>
        $"{(Chamber is { } chamber ? $"{chamber}: " : "")}{Where} is {First} by {first} and {Second} by {second}";
}

/// <summary>Compares scorecards of two engines in all that they say, every reason and sentence included.</summary>
public static class Agreement
{
    /// <summary>The first difference in order of chamber; null where there is none.</summary>
    public static Disagreement? FirstDifference(IReadOnlyList<Scorecard> first, IReadOnlyList<Scorecard> second)
    {
        for (var i = 0; i < Math.Min(first.Count, second.Count); i++)
        {
            if (first[i].Id != second[i].Id)
                return new Disagreement(null, $"chamber {i + 1} in order", first[i].Id.ToString(), second[i].Id.ToString());
            if (StructuralComparison.FirstDifference(first[i], second[i]) is { } found)
                return new Disagreement(first[i].Id, found.Where, found.First, found.Second);
        }
        return first.Count == second.Count ? null
            : new Disagreement(null, "the number of chambers", $"{first.Count}", $"{second.Count}");
    }
}
