namespace MicroPoints.Simulation;

/// <summary>The small county that the callers know: its people, and what they sent and heard of so far.</summary>
internal sealed class County
{
    public static readonly RegionCode Region = new("990102");
    public static readonly Actor Setup = new(new ActorId("setup"), Role.Approver, RegionCode.Nation);
    public static readonly Actor Clerk = new(new ActorId("clerk"), Role.Clerk, Region);
    public static readonly Actor Approver = new(new ActorId("approver"), Role.Approver, Region);
    public static readonly Actor Reader = new(new ActorId("reader"), Role.Reader, Region);

    private readonly Dictionary<ChamberId, List<EntryId>> _activities = [];
    private int _ids;

    /// <summary>Everything that was sent, to be sent again.</summary>
    public List<Deed> Past { get; } = [];

    /// <summary>Chambers that somebody tried to register.</summary>
    public List<ChamberId> Chambers { get; } = [];

    /// <summary>Whether the ruleset's second version is known to be published.</summary>
    public bool HasSecondVersion { get; set; }

    /// <summary>Activities of a chamber that were acknowledged, in order of their answers.</summary>
    public IReadOnlyList<EntryId> ActivitiesOf(ChamberId chamber) => _activities.GetValueOrDefault(chamber) ?? [];

    public void Heard(ChamberId chamber, EntryId activity)
    {
        if (!_activities.TryGetValue(chamber, out var known)) _activities[chamber] = known = [];
        if (!known.Contains(activity)) known.Add(activity);
    }

    public ChamberId NewChamber(string prefix)
    {
        Chambers.Add(new ChamberId($"{prefix}{++_ids}"));
        return Chambers[^1];
    }

    public EntryId NewId(string prefix) => new($"{prefix}{++_ids}");
}
