using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>The regions' adoptions and declarations. A region without its own inherits the nearest above it.</summary>
/// <remarks>
/// Many read while one takes over: a region that changes is folded anew and put in place whole. What is taken over twice counts once.
/// </remarks>
public sealed class Regions : IRulesInForce
{
    private sealed record Folded(RegionState State, IReadOnlyList<SealedEntry> Entries);

    /// <summary>All regions as of one moment.</summary>
    private sealed record Moment(Dictionary<RegionCode, Folded> Regions, Heads Heads);

    private readonly Lock _gate = new();
    private volatile Moment _now = new([], Heads.None);
    private int _version;
    private long _lastTicks;

    /// <summary>Changes whenever a region does.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>Where the regions' streams end as far as they are in force here; the log may be a moment ahead.</summary>
    public Heads Heads => _now.Heads;

    /// <summary>The county that this installation serves; null until it was named.</summary>
    public CountyNamed? County => _now.Regions.GetValueOrDefault(RegionCode.Nation)?.State.County;

    /// <summary>Whether nothing was recorded in any region after an instant: a later one then sees the same.</summary>
    public bool KnowsAll(DateTimeOffset at) => Volatile.Read(ref _lastTicks) <= at.UtcTicks;

    /// <summary>When anything was last recorded in any region, by the latest clock.</summary>
    public DateTimeOffset LastInstant => new(Volatile.Read(ref _lastTicks), TimeSpan.Zero);

    /// <summary>Folds every region stream of a log.</summary>
    public async ValueTask Load(IEventLog log, CancellationToken cancel)
    {
        var regions = new Dictionary<RegionCode, Folded>();
        foreach (var (stream, _) in (await log.Cut(RegionCode.Nation, StreamType.Region, cancel)))
        {
            var entries = new List<SealedEntry>();
            await foreach (var entry in log.Read(stream, 0, cancel)) entries.Add(entry);
            regions.Add(new RegionCode(stream.Name), Fold(stream, entries));
        }
        lock (_gate) Put(regions);
    }

    /// <summary>Puts in force what a region's stream holds by now, whoever appended it.</summary>
    /// <param name="before">Done before an adoption is in force: its ruleset may count kinds that were published just before it.</param>
    public async ValueTask TakeOver(
        RegionCode region, IEventLog log, CancellationToken cancel, Func<CancellationToken, ValueTask>? before = null)
    {
        var (stream, entries) = (StreamId.Of(region), new List<SealedEntry>());
        await foreach (var entry in log.Read(stream, _now.Heads.Find(stream).Sequence, cancel)) entries.Add(entry);
        if (before is not null && entries.Exists(e => e.Body is RulesetAdopted)) await before(cancel);
        lock (_gate)
        {
            var (regions, known) = (_now.Regions, _now.Regions.GetValueOrDefault(region)?.Entries ?? []);
            // Whoever read the same a moment earlier was first.
            List<SealedEntry> fresh = [.. entries.SkipWhile(e => e.Sequence <= known.Count)];
            if (fresh.Count > 0) Put(new(regions) { [region] = Fold(stream, [.. known, .. fresh]) });
        }
    }

    private void Put(Dictionary<RegionCode, Folded> regions)
    {
        Volatile.Write(ref _lastTicks, regions.Values.Max(r => r.State.LastInstant?.UtcTicks) ?? 0);
        _now = new Moment(regions, Heads.Of(regions.Select(r => new StreamHead(StreamId.Of(r.Key), r.Value.State.Head))));
        Interlocked.Increment(ref _version);
    }

    private static Folded Fold(StreamId stream, IReadOnlyList<SealedEntry> entries)
    {
        var state = new RegionState(stream);
        foreach (var entry in entries) state.Apply(entry);
        return new Folded(state, entries);
    }

    /// <inheritdoc />
    public Digest? For(RegionCode region)
    {
        var regions = _now.Regions;
        foreach (var above in region.Upwards())
            if (regions.TryGetValue(above, out var known)) return known.State.Head.Hash;
        return null;
    }

    /// <summary>The adoption of a ruleset that counts for a region: its own, or the nearest above it.</summary>
    public RulesetAdopted? AdoptionOf(string ruleset, RegionCode region, AsOf at) => InForce(ruleset, region, at)?.Adoption;

    /// <summary>The adoption of a ruleset that counts for a region, with the region whose decision it is.</summary>
    public (RegionCode By, RulesetAdopted Adoption)? InForce(string ruleset, RegionCode region, AsOf at)
    {
        foreach (var known in Chain(region))
            if (known.AdoptionOf(ruleset, at) is { } adoption) return (known.Region, adoption);
        return null;
    }

    /// <summary>What would count for a region without anything of its own, with the region whose decision it is.</summary>
    public (RegionCode By, RulesetAdopted Adoption)? Inherited(string ruleset, RegionCode region, AsOf at) =>
        region.Upwards().Skip(1).Take(1).ToList() is [var above] ? InForce(ruleset, above, at) : null;

    /// <summary>The first day of a ruleset's first adoption in a region or above it; null where it never was adopted.</summary>
    public DateOnly? FirstAdoptionOf(string ruleset, RegionCode region) => Chain(region).Min(r => r.FirstAdoptionOf(ruleset));

    /// <summary>Every ruleset that counts for a region.</summary>
    public IReadOnlyList<RulesetAdopted> AdoptionsOf(RegionCode region, AsOf at) =>
        [.. Chain(region).SelectMany(r => r.Rulesets(at))
        .Distinct().Order(StringComparer.Ordinal).Select(id => AdoptionOf(id, region, at)).OfType<RulesetAdopted>()];

    /// <summary>
    /// The ruleset of a region's annual rounds: what it or the nearest region above chose, where that counts there; else the one
    /// that ships for it; else the first that counts. Null where none does.
    /// </summary>
    public string? AnnualRulesetOf(RegionCode region, AsOf at)
    {
        var ids = AdoptionsOf(region, at).Select(a => a.Ruleset).ToList();
        return AnnualChoiceOf(region, at)?.Choice.Ruleset ?? ids.FirstOrDefault(ShippedFiles.IsAdopted) ?? ids.FirstOrDefault();
    }

    /// <summary>The choice by which a region's annual rounds are held: its own or the nearest above it, of a ruleset that counts
    /// there. Null where it goes without a choice.</summary>
    public (RegionCode By, AnnualRulesetChosen Choice, SealedEntry Entry)? AnnualChoiceOf(RegionCode region, AsOf at)
    {
        foreach (var known in Chain(region))
            if (known.AnnualRuleset(at.KnownAt) is { } last && AdoptionOf(last.Choice.Ruleset, region, at) is not null)
                return (known.Region, last.Choice, last.Entry);
        return null;
    }

    /// <summary>Every adoption that was recorded in a region itself, with its entry, the statement attached to it and its end.</summary>
    public IReadOnlyList<OwnAdoption> OwnAdoptions(RegionCode region) => _now.Regions.GetValueOrDefault(region)?.State is { } state
        ? [.. state.Adoptions.Select(a => new OwnAdoption(a.Adoption, a.Entry, state.ImpactOf(a.Entry.Id), state.EndOf(a.Entry)))] : [];

    /// <summary>What does not apply to a chamber, declared in its region or above, with reasons.</summary>
    public IReadOnlyDictionary<string, string> NotApplicable(
        string ruleset, Period period, ChamberId chamber, RegionCode seat, DateTimeOffset knownAt)
    {
        var found = new Dictionary<string, string>();
        foreach (var region in Chain(seat))
            foreach (var (indicator, reason) in region.NotApplicable(ruleset, period, chamber, knownAt))
                found.TryAdd(indicator, reason);
        return found;
    }

    /// <summary>Every choice of a profile, of a region or the nearest above it that chose; the last is in force.</summary>
    public IReadOnlyList<SealedEntry> Profiles(RegionCode region) =>
        Chain(region).Select(r => r.Profiles).FirstOrDefault(p => p.Count > 0) ?? [];

    /// <summary>How rounds are held that are opened now in a region.</summary>
    public RoundProfile ProfileOf(RegionCode region) =>
        Profiles(region) is [.., { Body: ProfileChosen last }] ? RoundProfile.Of(last.Profile) : RoundProfile.Light;

    /// <summary>Every declaration that counts for chambers of a scope: those of the regions in it, and of those above it.</summary>
    public IEnumerable<DeclaredNotApplicable> Declarations(RegionCode scope) => _now.Regions.Values.Select(f => f.State)
        .Where(r => scope.Contains(r.Region) || r.Region.Contains(scope)).OrderBy(r => r.Region).SelectMany(r => r.Declared);

    private IEnumerable<RegionState> Chain(RegionCode region)
    {
        var regions = _now.Regions;
        return region.Upwards().Select(r => regions.GetValueOrDefault(r)?.State).OfType<RegionState>();
    }
}
