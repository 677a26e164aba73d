namespace MicroPoints.Rulesets.Yaml.RuleTests;

/// <summary>What a case expects. It is complete: what is not listed must be zero, absent or empty, unless <see
/// cref="Only"/> narrows it.</summary>
public sealed record Expected
{
    /// <summary>In <c>grade</c> or <c>class</c>: the chamber has none.</summary>
    public const string None = "none";

    public IReadOnlyDictionary<string, Points> Points { get; init; } = new Dictionary<string, Points>();
    public IReadOnlyDictionary<string, Points> Categories { get; init; } = new Dictionary<string, Points>();
    public IReadOnlyDictionary<string, Points> Deductions { get; init; } = new Dictionary<string, Points>();
    public Points? Total { get; init; }
    public string? Grade { get; init; }
    public string? Class { get; init; }
    public int? Rank { get; init; }

    /// <summary>Limits that hold; null where the file does not say.</summary>
    public IReadOnlyList<string>? Limits { get; init; }

    /// <summary>Outcomes for which the chamber is proposed; null where the file does not say.</summary>
    public IReadOnlyList<string>? Outcomes { get; init; }

    /// <summary>Outcomes for which it is eligible; null where the file does not say.</summary>
    public IReadOnlyList<string>? Eligible { get; init; }

    /// <summary>For a line: the codes that its explanation must hold.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Because { get; init; } = new Dictionary<string,
        IReadOnlyList<string>>();

    /// <summary>The lines and headings that are compared; null: all.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    public AnyOneRemoved? AnyOneRemoved { get; init; }
}

/// <summary>What holds after any single fact is taken away.</summary>
/// <param name="Grade">The grade each time.</param>
/// <param name="LowestTotal">The lowest total of all times.</param>
public sealed record AnyOneRemoved(string? Grade, Points? LowestTotal);
