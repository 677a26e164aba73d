namespace MicroPoints.Runtime;

/// <summary>Which chambers are asked for.</summary>
/// <param name="Scope">Only those seated in this region.</param>
/// <param name="NameContains">Only those whose name now holds these characters, in either case.</param>
public sealed record ChamberQuery(RegionCode Scope, string? NameContains = null)
{
    /// <summary>Where the page before ended.</summary>
    public ChamberId? After { get; init; }

    /// <summary>Items on the page, 1–<see cref="Limits.PageMax"/>.</summary>
    public int Limit { get; init; } = Limits.PageMax;
}

/// <summary>What the register says of a chamber now.</summary>
/// <param name="EndedOn">The first day on which it is no more.</param>
public sealed record FoundChamber(
    ChamberId Id, string Name, string Kind, RegionCode Seat, DateOnly? Founded, DateOnly? EndedOn)
{
    /// <summary>Alive on a day: founded by then, where that is known, and not ended.</summary>
    public bool IsAliveOn(DateOnly day) => !(Founded > day) && !(EndedOn <= day);
}

/// <summary>Chambers in the order of id.</summary>
/// <param name="Next">Where the next page goes on; null on the last.</param>
/// <param name="CaughtUpTo">All that was acknowledged before this instant was looked through.</param>
/// <param name="Stamp">What stands on every output about these chambers.</param>
public sealed record FoundChambers(
    IReadOnlyList<FoundChamber> Items, ChamberId? Next, DateTimeOffset CaughtUpTo, string? Stamp);
