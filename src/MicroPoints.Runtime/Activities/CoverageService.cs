using MicroPoints.Activities;

namespace MicroPoints.Runtime;

/// <summary>How far recording reaches in one region.</summary>
/// <param name="Region">One level below the question's scope, or the scope itself for chambers seated right there.</param>
/// <param name="Chambers">On the register and alive on the reading day.</param>
/// <param name="Active">Those of them with an activity in the period.</param>
/// <param name="Activities">Activities of the period that stand.</param>
/// <param name="NeverRecorded">Events that none of them recorded in the period and states that none ever did, in the
/// catalogue's order.</param>
public sealed record RegionCoverage(
    RegionCode Region, int Chambers, int Active, long Activities, IReadOnlyList<KindId> NeverRecorded);

/// <summary>The coverage of a scope, its regions in order of code.</summary>
/// <param name="Whole">The scope itself, all regions together.</param>
/// <param name="Stamp">What stands on every output about these chambers; null for real data.</param>
public sealed record CoverageAnswer(
    Period Period, AsOf At, RegionCoverage Whole, IReadOnlyList<RegionCoverage> Regions, string? Stamp);

/// <summary>Counts from tallies where recording reaches and where it does not.</summary>
public sealed class CoverageService(Workspace workspace)
{
    /// <summary>Counts as of a day, as known at an instant; regions without a chamber are not listed.</summary>
    public async ValueTask<CoverageAnswer> Of(RegionCode scope, Period period, AsOf at, CancellationToken cancel)
    {
        var (reading, kinds) = (ChamberView.Reading(period, at), workspace.Kinds);
        var whole = new RegionCount(scope);
        var regions = new SortedDictionary<RegionCode, RegionCount>();
        string? stamp = null;
        var cut = await workspace.Log.Cut(scope, StreamType.Chamber, cancel);
        await foreach (var view in workspace.Chambers.Views([.. cut.Select(h => new ChamberId(h.Stream.Name))], period, at, cancel))
        {
            if (view.Register is not { } chamber || !chamber.IsAliveOn(reading.Day)) continue;
            stamp ??= chamber.Stamp;
            var region = chamber.Seat.Enclosing(Below(scope));
            var count = regions.TryGetValue(region, out var known) ? known : regions[region] = new RegionCount(region);
            var tally = new PeriodCount(view.Tally, kinds, period);
            count.Add(tally);
            whole.Add(tally);
        }
        return new CoverageAnswer(period, reading, whole.Of(kinds),
            [.. regions.Values.Select(r => r.Of(kinds))], stamp);
    }

    private static RegionLevel Below(RegionCode scope) => scope.IsNation ? RegionLevel.Province : scope.Value.Length switch
    {
        (int)RegionLevel.Province => RegionLevel.City,
        (int)RegionLevel.City => RegionLevel.County,
        _ => RegionLevel.Township,
    };

    /// <summary>What one chamber did in a period.</summary>
    /// <remarks>A state belongs to the period in which it began; that it was ever recorded keeps its kind from being blind.</remarks>
    private sealed class PeriodCount
    {
        public PeriodCount(Tally tally, KindCatalogue kinds, Period period)
        {
            foreach (var kind in tally.Kinds)
            {
                var facts = tally.Sums(kind).Where(s => period.Contains(s.Key.MonthEnd)).Sum(s => s.Value.Facts)
                    + tally.Cells(kind).Count(c => period.Contains(c.Fact.On.Last));
                Activities += facts;
                if (facts > 0 || kinds.Find(kind)?.Nature == Nature.State) Recorded.Add(kind);
            }
        }

        public long Activities { get; }
        public HashSet<KindId> Recorded { get; } = [];
    }

    private sealed class RegionCount(RegionCode region)
    {
        private readonly HashSet<KindId> _recorded = [];
        private int _chambers, _active;
        private long _activities;

        public void Add(PeriodCount chamber)
        {
            _chambers++;
            _active += chamber.Activities > 0 ? 1 : 0;
            _activities += chamber.Activities;
            _recorded.UnionWith(chamber.Recorded);
        }

        public RegionCoverage Of(KindCatalogue kinds) => new(region, _chambers, _active, _activities,
            [.. kinds.Kinds.Select(k => k.Id).Where(k => !_recorded.Contains(k))]);
    }
}
