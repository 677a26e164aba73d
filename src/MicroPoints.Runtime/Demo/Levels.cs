namespace MicroPoints.Runtime.Demo;

/// <summary>How much a chamber does in one field.</summary>
internal enum Level
{
    None = 0,
    Weak = 1,
    Ordinary = 2,
    Strong = 3,
}

/// <summary>The eight fields of micro-points, in the order of the document they come from.</summary>
internal enum Field
{
    Members = 0,
    Economy = 1,
    Integrity = 2,
    Party = 3,
    Governance = 4,
    Investment = 5,
    Rural = 6,
    Emergency = 7,
}

/// <summary>A chamber's level in each field.</summary>
internal sealed class Levels(IReadOnlyList<Level> levels)
{
    public Level this[Field field] => levels[(int)field];

    /// <summary>Reads one digit for each field, in order: <c>22232212</c>.</summary>
    public static Levels Of(string digits) => new([.. digits.Select(d => (Level)(d - '0'))]);
}

/// <summary>What the demo decides of a chamber before its year begins.</summary>
/// <param name="Coverage">The option of its Party organisation coverage; null where nothing was recorded.</param>
internal sealed record Profile(DemoChamber Chamber, Levels Levels, string? Coverage)
{
    /// <summary>The year its mediation body began; null where it has none.</summary>
    public int? MediatingSince { get; init; }

    /// <summary>Disputes settled before the demo's year, over the years since then.</summary>
    public int DisputesBefore { get; init; }

    /// <summary>The option of its four-good title; null for none.</summary>
    public string? FourGood { get; init; }

    public bool IsStar { get; init; }
    public bool IsPioneer { get; init; }
    public bool IsRegistered => Chamber.RegisteredOn is not null;
}
