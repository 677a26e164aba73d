using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>Asks what another ruleset would have done to the chambers of a scope in a period.</summary>
public sealed class ImpactToWorkOut
{
    /// <summary>The region whose chambers are replayed.</summary>
    [JsonRequired] public string Scope { get; set; } = "";

    /// <summary><c>2026</c>, <c>2026Q3</c> or <c>2025-2026</c>; the last one that is over where left out.</summary>
    public string? Period { get; set; }

    /// <summary>What it would take the place of; where left out, the version in force of the same ruleset, else that of the annual
    /// rounds.</summary>
    public RulesToCompare? Before { get; set; }

    [JsonRequired] public RulesToCompare After { get; set; } = new();
}

/// <summary>Either a published version, or the text of a draft.</summary>
public sealed class RulesToCompare
{
    /// <summary>The published ruleset's id.</summary>
    public string? Ruleset { get; set; }

    public string? Version { get; set; }

    /// <summary>A draft's text, YAML, at most 1 MB in UTF-8; nothing of it is kept.</summary>
    public string? Rules { get; set; }

    /// <summary>By id, as an adoption sets them; what the scope's adoption of this ruleset sets where left out.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Settings { get; set; }
}

/// <summary>What another ruleset would have done. Nothing of it counts, and nothing is kept.</summary>
/// <param name="Before">The name of the one, such as <c>micro-points@2026.1</c>.</param>
/// <param name="AsOf">Through which day facts were read.</param>
/// <param name="Rising">Chambers whose place would be better.</param>
/// <param name="Chambers">Those that either ruleset ranks or bars, in order of id.</param>
/// <param name="HasData">Whether anything of the period is on record; where not, the figures say nothing.</param>
/// <param name="Recorded">How many chambers have anything recorded in the period.</param>
/// <param name="DatedBack">Values that begin only after the period were taken as if they had held in it.</param>
/// <param name="Round">The sealed round whose facts were replayed; left out where the ledgers were read as they stand.</param>
public sealed record ImpactDetails(
    string Before, string After, string Scope, string Period, DateOnly AsOf, int Rising, int Falling, int ChangingGrade,
    int WinningOutcome, int LosingOutcome, IReadOnlyList<ImpactOnChamber> Chambers, IReadOnlyList<ImpactOnCategory> Categories,
    ImpactSpread SpreadBefore, ImpactSpread SpreadAfter, bool HasData, int Recorded, bool DatedBack, string? Round = null,
    string? Stamp = null);

/// <summary>One chamber under both.</summary>
/// <param name="Won">Outcomes that only the second would give it.</param>
/// <param name="Lost">Outcomes that only the first would give it.</param>
public sealed record ImpactOnChamber(
    string Chamber, string Name, ImpactPlace Before, ImpactPlace After, IReadOnlyList<string> Won, IReadOnlyList<string> Lost);

/// <summary>Where one of the two puts a chamber.</summary>
/// <param name="Grade">The grade's id, else the class's.</param>
/// <param name="Place">Left out where it is not ranked.</param>
/// <param name="Barred">A limit keeps it from being ranked.</param>
public sealed record ImpactPlace(decimal Points, bool Barred, string? Grade = null, int? Place = null);

/// <summary>A category's mean points among ranked chambers, left out where a ruleset has no such category.</summary>
public sealed record ImpactOnCategory(string Category, string Title, decimal? Before = null, decimal? After = null);

/// <summary>How the totals of ranked chambers lie.</summary>
public sealed record ImpactSpread(
    int Ranked, decimal Mean, decimal Median, decimal Least, decimal Most, IReadOnlyList<GradeCounted> Grades);

/// <summary>How many chambers are in a grade or class, in the ruleset's order.</summary>
public sealed record GradeCounted(string Id, string Title, int Chambers);
