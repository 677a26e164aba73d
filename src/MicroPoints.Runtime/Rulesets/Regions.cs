using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>The regions' adoptions and declarations. A region without its own inherits the nearest above it.</summary>
public sealed class Regions : IRulesInForce
{
    private readonly Dictionary<RegionCode, RegionState> _regions = [];

    /// <summary>Folds every region stream of a log.</summary>
    public async ValueTask Load(IEventLog log, CancellationToken cancel)
    {
        foreach (var (stream, _) in (await log.Cut(RegionCode.Nation, cancel)).Of(StreamType.Region))
            _regions[new RegionCode(stream.Name)] = (RegionState)(await log.Load(stream, 0, [], cancel)).State;
    }

    /// <summary>Takes entries that were just appended to a region's stream.</summary>
    public void Apply(RegionCode region, IReadOnlyList<SealedEntry> entries)
    {
        var state = _regions.TryGetValue(region, out var known)
            ? known : _regions[region] = new RegionState(StreamId.Of(region));
        foreach (var entry in entries) state.Apply(entry);
    }

    /// <inheritdoc />
    public Digest? For(RegionCode region) => Chain(region).Select(r => (Digest?)r.Head.Hash).FirstOrDefault();

    /// <summary>The adoption of a ruleset that counts for a region: its own, or the nearest above it.</summary>
    public RulesetAdopted? AdoptionOf(string ruleset, RegionCode region, AsOf at) =>
        Chain(region).Select(r => r.AdoptionOf(ruleset, at)).OfType<RulesetAdopted>().FirstOrDefault();

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

    private IEnumerable<RegionState> Chain(RegionCode region) =>
        region.Upwards().Select(r => _regions.GetValueOrDefault(r)).OfType<RegionState>();
}
