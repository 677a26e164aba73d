using MicroPoints.Streams;

namespace MicroPoints.Rulesets;

/// <summary>A region adopts a version of a ruleset with its settings, from a day. Regions below without their own inherit it.</summary>
public sealed record RulesetAdopted(
    string Ruleset, string Version, Digest Hash, DateOnly From, IReadOnlyDictionary<string, SettingValue> Settings) : Entry
{
    public const string Type = "ruleset-adopted/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Ruleset).Text(Version).Digest(Hash).Day(From).Settings(Settings);
    internal static Entry Read(ref CanonicalReader reader) =>
        new RulesetAdopted(reader.Text(), reader.Text(), reader.Digest(), reader.Day(), SettingFields.Settings(ref reader));
}

/// <summary>An indicator does not apply in a period, for the whole region or for one chamber.</summary>
public sealed record NotApplicableDeclared(string Ruleset, Period Period, string Indicator, ChamberId? Chamber) : Entry
{
    public const string Type = "not-applicable-declared/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Ruleset).Text(Period.ToString()).Text(Indicator).Text(Chamber?.Value);

    internal static Entry Read(ref CanonicalReader reader)
    {
        var (ruleset, period, indicator, chamber) = (reader.Text(), EntryFields.Period(ref reader), reader.Text(), reader.TextOrNull());
        if (chamber is not null && !ChamberId.IsValid(chamber)) throw new CanonicalException($"'{chamber}' is not a chamber id");
        return new NotApplicableDeclared(ruleset, period, indicator, chamber is null ? null : new ChamberId(chamber));
    }
}

/// <summary>A region chose how much ceremony its rounds have from here on. Regions below without their own inherit it.</summary>
/// <param name="Profile">The profile's id, as a round seals it when it is opened.</param>
public sealed record ProfileChosen(string Profile) : Entry
{
    public const string Type = "profile-chosen/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Profile);
    internal static Entry Read(ref CanonicalReader reader) => new ProfileChosen(reader.Text());
}

/// <summary>A declaration as it stands in a region's stream.</summary>
public sealed record DeclaredNotApplicable(RegionCode Region, NotApplicableDeclared Declaration, SealedEntry Entry);

/// <summary>One region's adoptions and their ends, declarations and choices of a profile, each dated by when it was recorded.</summary>
public sealed class RegionState(StreamId stream) : StreamState(stream)
{
    private readonly List<(RulesetAdopted Adoption, SealedEntry Entry)> _adoptions = [];
    private readonly List<(AdoptionEnded End, SealedEntry Entry)> _ends = [];
    private readonly List<(NotApplicableDeclared Declaration, SealedEntry Entry)> _notApplicable = [];

    private readonly List<SealedEntry> _profiles = [], _annual = [];
    private readonly List<ImpactAttached> _impacts = [];

    public RegionCode Region { get; } = new(stream.Name);

    /// <summary>In the whole country's stream: the county that this installation serves; null until it was named.</summary>
    public CountyNamed? County { get; private set; }

    /// <summary>The adoption of a ruleset in force on a day, as known at an instant: of those that no later entry ended, the one that
    /// began last by then.</summary>
    public RulesetAdopted? AdoptionOf(string ruleset, AsOf at) =>
        InForce(at).Where(a => a.Ruleset == ruleset).OrderBy(a => a.From).LastOrDefault();

    /// <summary>The first day from which any version of a ruleset was adopted here; null where none was.</summary>
    public DateOnly? FirstAdoptionOf(string ruleset) =>
        _adoptions.Where(a => a.Adoption.Ruleset == ruleset).Min(a => (DateOnly?)a.Adoption.From);

    /// <summary>Every adoption here with its entry, in the order it was recorded.</summary>
    public IReadOnlyList<(RulesetAdopted Adoption, SealedEntry Entry)> Adoptions => _adoptions;

    /// <summary>The last choice here of the ruleset of annual rounds as known at an instant; null where none was chosen.</summary>
    public (AnnualRulesetChosen Choice, SealedEntry Entry)? AnnualRuleset(DateTimeOffset knownAt) =>
        _annual.LastOrDefault(e => e.At <= knownAt) is { Body: AnnualRulesetChosen chosen } entry ? (chosen, entry) : null;

    /// <summary>The end that an adoption comes to first, as everything recorded says; null where none is known.</summary>
    public SealedEntry? EndOf(SealedEntry adoption) =>
        _ends.Where(e => Ends(e, ((RulesetAdopted)adoption.Body, adoption))).OrderBy(e => e.End.From).FirstOrDefault().Entry;

    /// <summary>Whether anything adopted of a ruleset counts on a day or after it, so that it could be ended.</summary>
    internal bool HasToEnd(string ruleset, DateOnly from) => _adoptions.Exists(a => a.Adoption.Ruleset == ruleset
        && !_ends.Exists(e => Ends(e, a) && (e.End.From <= from || e.End.From <= a.Adoption.From)));

    /// <summary>The statement attached last to an adoption; null where none was.</summary>
    public ImpactAttached? ImpactOf(EntryId adoption) => _impacts.LastOrDefault(i => i.Adoption == adoption);

    /// <summary>Every ruleset adopted here as known at an instant, in order of id.</summary>
    public IReadOnlyList<string> Rulesets(AsOf at) => [.. InForce(at).Select(a => a.Ruleset).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every choice of a profile, in the order it was recorded: the last is in force.</summary>
    public IReadOnlyList<SealedEntry> Profiles => [.. _profiles];

    /// <summary>Everything declared here, in the order it was recorded.</summary>
    public IEnumerable<DeclaredNotApplicable> Declared =>
        _notApplicable.Select(n => new DeclaredNotApplicable(Region, n.Declaration, n.Entry));

    /// <summary>What does not apply to a chamber of this region in a period, with the decisions' reasons.</summary>
    public IEnumerable<(string Indicator, string Reason)> NotApplicable(string ruleset, Period period,
        ChamberId chamber, DateTimeOffset knownAt) =>
        _notApplicable.Where(n => n.Declaration.Ruleset == ruleset && n.Declaration.Period == period && n.Entry.At <= knownAt
            && (n.Declaration.Chamber is null || n.Declaration.Chamber == chamber))
            .Select(n => (n.Declaration.Indicator, n.Entry.Reason?.Text ?? ""));

    /// <summary>What was adopted here by a day and not ended, as known at an instant.</summary>
    private IEnumerable<RulesetAdopted> InForce(AsOf at) => _adoptions
        .Where(a => a.Adoption.From <= at.Day && a.Entry.At <= at.KnownAt
            && !_ends.Exists(e => e.End.From <= at.Day && e.Entry.At <= at.KnownAt && Ends(e, a)))
        .Select(a => a.Adoption);

    /// <summary>An end is about what was decided before it: whoever adopts again later means it.</summary>
    private static bool Ends((AdoptionEnded End, SealedEntry Entry) end, (RulesetAdopted Adoption, SealedEntry Entry) adopted) =>
        end.End.Ruleset == adopted.Adoption.Ruleset && end.Entry.Sequence > adopted.Entry.Sequence;

    protected override void Fold(SealedEntry entry)
    {
        switch (entry.Body)
        {
            case RulesetAdopted adopted:
                _adoptions.Add((adopted, entry));
                break;
            case AdoptionEnded ended:
                _ends.Add((ended, entry));
                break;
            case CountyNamed named:
                County = named;
                break;
            case NotApplicableDeclared declared:
                _notApplicable.Add((declared, entry));
                break;
            case ProfileChosen:
                _profiles.Add(entry);
                break;
            case ImpactAttached attached:
                _impacts.Add(attached);
                break;
            case AnnualRulesetChosen:
                _annual.Add(entry);
                break;
            default:
                Unknown(entry);
                break;
        }
    }
}
