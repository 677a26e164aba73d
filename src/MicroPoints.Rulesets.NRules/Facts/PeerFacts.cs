using MicroPoints.Standings;

namespace MicroPoints.Rulesets.NRules.Facts;

/// <summary>All chambers are in the session: what compares them may begin.</summary>
internal sealed class Roster
{
}

/// <summary>A ranked chamber to which compared lines may apply.</summary>
internal sealed class Peer(ChamberFacts chamber)
{
    public ChamberFacts Chamber { get; } = chamber;
}

/// <summary>What a peer is compared by under one line.</summary>
internal sealed class PeerAmount(string line, Fraction amount)
{
    public string Line { get; } = line;
    public Fraction Amount { get; } = amount;
}

/// <summary>A ranked chamber with what it is ordered by, step by step; the greater comes first.</summary>
internal sealed class Contender(ChamberFacts chamber, IReadOnlyList<long> steps)
{
    public ChamberId Id => Chamber.Id;
    public ChamberFacts Chamber { get; } = chamber;
    public IReadOnlyList<long> Steps { get; } = steps;

    /// <summary>The region of a level that it competes in.</summary>
    public string RegionOf(Within level) => RegionOf(Chamber, level);

    public static string RegionOf(ChamberFacts chamber, Within level) => level switch
    {
        Within.Scope => "",
        Within.Province => chamber.Seat.Enclosing(RegionLevel.Province).Value,
        Within.City => chamber.Seat.Enclosing(RegionLevel.City).Value,
        Within.County => chamber.Seat.Enclosing(RegionLevel.County).Value,
        _ => throw new InvalidOperationException("unknown level"),
    };
}

/// <summary>One region's contenders in order, with their places.</summary>
internal sealed class RegionPlaces(Within level, IReadOnlyList<(Contender Contender, int Place)> order)
{
    public Within Level { get; } = level;
    public IReadOnlyList<(Contender Contender, int Place)> Order { get; } = order;
}

/// <summary>Everyone's grade after the quotas of so many grades, the highest first.</summary>
internal sealed class GradesLeft(int quotas, IReadOnlyDictionary<ChamberId, string?> grades)
{
    public int Quotas { get; } = quotas;
    public IReadOnlyDictionary<ChamberId, string?> Grades { get; } = grades;
}

/// <summary>A ranked chamber before an outcome's quota.</summary>
internal sealed class Candidate(string outcome, string region, ChamberId id, DateOnly day, bool isEligible, int place)
{
    public string Outcome { get; } = outcome;
    public string Region { get; } = region;
    public ChamberId Id { get; } = id;
    public DateOnly Day { get; } = day;
    public bool IsEligible { get; } = isEligible;
    public int Place { get; } = place;
}

/// <summary>What a quota leaves of an outcome in one region.</summary>
internal sealed class Drawn(string outcome, IReadOnlyDictionary<ChamberId, OutcomeStatus> statuses)
{
    public string Outcome { get; } = outcome;
    public IReadOnlyDictionary<ChamberId, OutcomeStatus> Statuses { get; } = statuses;
}
