using MicroPoints.Ledger;

namespace MicroPoints.Runtime.Demo;

/// <summary>An invented year of chambers, as commands: what a runner sends, on which simulated day.</summary>
/// <remarks>
/// The same seed gives the same commands everywhere. A runner sets its clock to a step's instant and sends each batch;
/// steps may write their batches anew whenever they are enumerated, so that a province never stands in memory at once.
/// </remarks>
/// <param name="Title">What people read above the demo.</param>
/// <param name="Scope">The region that holds every chamber; an actor for it may send everything.</param>
/// <param name="Places">Townships and streets of the scope, with a chamber or without.</param>
/// <param name="Regions">Names of invented regions, which no list of real ones has; none for real regions.</param>
/// <param name="Steps">In time; the last is before <see cref="LockFrom"/>.</param>
public sealed record DemoPlan(
    Title Title, RegionCode Scope, int Places, IReadOnlyList<DemoRegion> Regions,
    IReadOnlyList<DemoChamber> Chambers, IReadOnlyList<DemoStep> Steps)
{
    /// <summary>Stands on every output of the demo.</summary>
    public const string Stamp = "程序生成，非真实数据";

    /// <summary>The attribute with which each chamber's own ledger says <see cref="Stamp"/>.</summary>
    public const string StampAttribute = MicroPoints.Chambers.Chamber.Provenance;

    /// <summary>The year it is about.</summary>
    public static readonly Period Year = Period.Year(2026);

    /// <summary>The first day on which a round may lock what was recorded.</summary>
    public static readonly DateOnly LockFrom = new(2026, 12, 31);
}

/// <summary>An invented region and what it is called.</summary>
public sealed record DemoRegion(RegionCode Code, string Name);

/// <summary>One chamber of the demo.</summary>
/// <param name="Kind"><c>township</c> or <c>street</c>.</param>
/// <param name="Seat">Its township or street.</param>
/// <param name="RegisteredOn">Since when it is registered with civil affairs; null where it is not.</param>
public sealed record DemoChamber(
    ChamberId Id, string Name, string Kind, RegionCode Seat, IReadOnlyList<RegionCode> Serves, DateOnly Founded,
    DateOnly? RegisteredOn)
{
    public const string Township = "township";
    public const string Street = "street";
}

/// <summary>One simulated day of recording.</summary>
/// <param name="At">The instant of every command of the step, in UTC.</param>
/// <param name="Batches">At most one for each chamber, in the chambers' order.</param>
public sealed record DemoStep(DateTimeOffset At, IEnumerable<DemoBatch> Batches);

/// <summary>What one chamber is sent in one step, in order; at most <see cref="Limits.BatchMax"/> commands.</summary>
public sealed record DemoBatch(ChamberId Chamber, IReadOnlyList<LedgerCommand> Commands);
