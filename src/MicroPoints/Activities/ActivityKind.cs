namespace MicroPoints.Activities;

/// <summary>Whether a fact happened or holds. Values are written into entries: append only.</summary>
public enum Nature
{
    /// <summary>Happened on a day; counts in its own period only.</summary>
    Event = 1,

    /// <summary>Holds from a day until superseded, ended or expired; carried across years.</summary>
    State = 2,
}

/// <summary>What a kind measures. Values are written into entries: append only.</summary>
public enum MeasureType
{
    Count = 1,
    Quantity = 2,
    Rate = 3,
    Share = 4,
    Option = 5,
    Flag = 6,
    Points = 7,
}

/// <summary>One option of an option kind.</summary>
public sealed record KindOption(string Id, Title Title);

/// <summary>A kind of activity: what may be recorded, how it is measured, and who confirms it.</summary>
/// <param name="WhenMissing">For a state never recorded: the option (or true, false) it then is; null means unknown.</param>
/// <param name="ExpiresAfter">For a state recorded without an expiry: how long it holds.</param>
public sealed record ActivityKind(
    KindId Id, Title Title, Nature Nature, MeasureType Measure, string? Unit, IReadOnlyList<KindOption> Options,
    bool Keyed, string? WhenMissing, Duration? ExpiresAfter, Title? ConfirmedBy, IReadOnlyList<string> Evidence)
{
    /// <summary>Ending an option state is an activity with this option.</summary>
    public const string Ended = "ended";

    public bool HasOption(string option) =>
        Options.Any(o => o.Id == option) || Nature == Nature.State && option == Ended;

    /// <summary>Count, quantity, points and keyed options may be split between chambers.</summary>
    public bool MayBePart => Measure is MeasureType.Count or MeasureType.Quantity or MeasureType.Points
        || Measure == MeasureType.Option && Keyed;

    /// <summary>What people read for an option.</summary>
    public Title OptionTitle(string option) =>
        Options.FirstOrDefault(o => o.Id == option)?.Title ?? option switch
        {
            Ended => new Title("已结束", "ended"),
            "true" => new Title("是", "yes"),
            "false" => new Title("否", "no"),
            _ => new Title(option, option),
        };
}

/// <summary>All kinds of one activities file.</summary>
/// <param name="kinds">In file order; ids are unique.</param>
/// <param name="version">The file's own version.</param>
/// <param name="hash">The digest of the file's bytes.</param>
public sealed class KindCatalogue(string version, Digest hash, IReadOnlyList<ActivityKind> kinds)
{
    private readonly Dictionary<KindId, ActivityKind> _byId = kinds.ToDictionary(k => k.Id);

    public string Version { get; } = version;
    public Digest Hash { get; } = hash;
    public IReadOnlyList<ActivityKind> Kinds { get; } = kinds;

    public ActivityKind? Find(KindId id) => _byId.GetValueOrDefault(id);

    /// <summary>The kind of a fact on record. Where another process published it a moment ago, what the fact itself says of it.</summary>
    public ActivityKind Of(Fact fact) => Find(fact.Kind) ?? new ActivityKind(fact.Kind, new Title(fact.Kind.Value), fact.Nature,
        fact.Measured.Type, null, [], fact.Key is not null, null, null, null, []);

    public ActivityKind this[KindId id] => Find(id) ?? throw new InvariantException($"kind {id} is not in the catalogue");
}
