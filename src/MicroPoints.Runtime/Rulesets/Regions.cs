using System.Collections.Frozen;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>The regions' adoptions and declarations. A region without its own inherits the nearest above it.</summary>
public sealed class Regions : IRulesInForce
{
    private readonly Lock _gate = new();

    /// <summary>Neither it nor a state in it ever changes, so that requests read without a lock.</summary>
    private volatile FrozenDictionary<RegionCode, RegionState> _regions = FrozenDictionary<RegionCode, RegionState>.Empty;

    /// <summary>Folds every region stream of a log.</summary>
    public async ValueTask Load(IEventLog log, CancellationToken cancel)
    {
        foreach (var (stream, _) in (await log.Cut(RegionCode.Nation, cancel)).Of(StreamType.Region))
            await Reload(log, new RegionCode(stream.Name), cancel);
    }

    /// <summary>Reads a region's stream anew: entries were appended to it.</summary>
    public async ValueTask Reload(IEventLog log, RegionCode region, CancellationToken cancel)
    {
        var state = (RegionState)(await log.Load(StreamId.Of(region), 0, [], cancel)).State;
        lock (_gate)
        {
            // Two readings may end in either order; the later state stays.
            if (_regions.TryGetValue(region, out var known) && state.Head.Sequence <= known.Head.Sequence) return;
            _regions = new Dictionary<RegionCode, RegionState>(_regions) { [region] = state }.ToFrozenDictionary();
        }
    }

    /// <inheritdoc />
    public Digest? For(RegionCode region) => Chain(region).Select(r => (Digest?)r.Head.Hash).FirstOrDefault();

    /// <summary>The adoption of a ruleset that counts for a region: its own, or the nearest above it.</summary>
    public RulesetAdopted? AdoptionOf(string ruleset, RegionCode region, AsOf at) => InForce(ruleset, region, at)?.Adoption;

    /// <summary>The adoption of a ruleset that counts for a region, with the region whose decision it is.</summary>
    public (RegionCode By, RulesetAdopted Adoption)? InForce(string ruleset, RegionCode region, AsOf at)
    {
        foreach (var known in Chain(region))
            if (known.AdoptionOf(ruleset, at) is { } adoption) return (known.Region, adoption);
        return null;
    }

    /// <summary>Every ruleset that counts for a region.</summary>
    public IReadOnlyList<RulesetAdopted> AdoptionsOf(RegionCode region, AsOf at) =>
        [.. Chain(region).SelectMany(r => r.Rulesets(at))
        .Distinct().Order(StringComparer.Ordinal).Select(id => AdoptionOf(id, region, at)).OfType<RulesetAdopted>()];

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

    /// <summary>Every declaration that counts for chambers of a scope: those of the regions in it, and of those above it.</summary>
    public IEnumerable<DeclaredNotApplicable> Declarations(RegionCode scope) => _regions.Values
        .Where(r => scope.Contains(r.Region) || r.Region.Contains(scope)).OrderBy(r => r.Region).SelectMany(r => r.Declared);

    private IEnumerable<RegionState> Chain(RegionCode region) =>
        region.Upwards().Select(r => _regions.GetValueOrDefault(r)).OfType<RegionState>();
}
