namespace MicroPoints.Contracts;

/// <summary>Where the chambers of a scope stand; provisional until a round seals it.</summary>
/// <param name="Ranked">How many have a place.</param>
/// <param name="Total">How many stand in the whole list.</param>
/// <param name="Asked">The chamber asked for, wherever in the list it is.</param>
/// <param name="Next">The cursor of the next page; left out on the last.</param>
public sealed record StandingsPage(
    string Ruleset, string RulesetTitle, string Period, string Scope, DateOnly AsOf, DateTimeOffset KnownAt, bool Provisional,
    int Ranked, int Total, IReadOnlyList<StandingRow> Standings, StandingRow? Asked = null, string? Stamp = null,
    string? Next = null);

/// <summary>One chamber's place and points.</summary>
/// <param name="Place">Among the ranked of the scope; equals share it. Left out where it is not ranked.</param>
/// <param name="Categories">Points by category, in the ruleset's order.</param>
/// <param name="Limits">Ids of the limits that are met; left out where none is.</param>
public sealed record StandingRow(
    string Chamber, string Name, string Seat, decimal Points, IReadOnlyList<CategoryTotal> Categories, int? Place = null,
    int? PlaceInCounty = null, string? Grade = null, string? GradeTitle = null, string? Class = null, string? BarredBy = null,
    IReadOnlyList<string>? Limits = null);

/// <summary>Points of one category.</summary>
public sealed record CategoryTotal(string Id, decimal Points);
