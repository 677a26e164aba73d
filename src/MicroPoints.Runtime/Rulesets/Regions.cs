using System.Collections.Concurrent;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>The regions' adoptions and declarations. A region without its own inherits the nearest above it.</summary>
public sealed class Regions : IRulesInForce
{
    private readonly ConcurrentDictionary<RegionCode, RegionState> _regions = [];

    /// <summary>Folds every region stream of a log.</summary>
    public async ValueTask Load(IEventLog log, CancellationToken cancel)
    {
        foreach (var (stream, _) in (await log.Cut(RegionCode.Nation, cancel)).Of(StreamType.Region))
            await Reload(log, new RegionCode(stream.Name), cancel);
    }

    /// <summary>Folds one region's stream anew, after something was appended to it.</summary>
    /// <remarks>Others read while this goes on, so what they read is replaced and never changed.</remarks>
    public async ValueTask Reload(IEventLog log, RegionCode region, CancellationToken cancel)
    {
        var state = (RegionState)(await log.Load(StreamId.Of(region), 0, [], cancel)).State;
        // Two readings may end in either order; the later state stays.
        _regions.AddOrUpdate(region, state, (_, known) => known.Head.Sequence > state.Head.Sequence ? known : state);
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
