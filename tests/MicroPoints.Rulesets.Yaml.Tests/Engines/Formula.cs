namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

public enum Relation
{
    AtLeast = 1,
    AtMost = 2,
    Below = 3,
}

/// <summary>What every rule engine can say: a condition over plain facts (numbers, texts, lists, nothing), known by their places.</summary>
public abstract record Formula
{
    private Formula() { }

    public sealed record Always(bool Value) : Formula;
    public sealed record All(IReadOnlyList<Formula> Of) : Formula;
    public sealed record Any(IReadOnlyList<Formula> Of) : Formula;
    public sealed record Not(Formula Of) : Formula;
    public sealed record Some(int N, IReadOnlyList<Formula> Of) : Formula;

    /// <summary>A whole number within a bound; not where there is none.</summary>
    public sealed record Compare(int Fact, Relation Relation, long Bound) : Formula;

    /// <summary>A text that is one of some.</summary>
    public sealed record OneOf(int Fact, IReadOnlyList<string> Of) : Formula;

    /// <summary>A list that has one of some texts.</summary>
    public sealed record Holds(int Fact, IReadOnlyList<string> AnyOf) : Formula;

    /// <summary>Anything but nothing.</summary>
    public sealed record Known(int Fact) : Formula;
}

/// <summary>A condition in two values: met, and met if whatever cannot be decided were met. Between them lies an error.</summary>
public readonly record struct Decidable(Formula Met, Formula Possible)
{
    public static Decidable Sure(Formula formula) => new(formula, formula);

    public bool CanErr => !ReferenceEquals(Met, Possible);
}
