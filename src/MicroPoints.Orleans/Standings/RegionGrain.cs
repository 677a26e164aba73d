using MicroPoints.Runtime;
using Orleans.Concurrency;

namespace MicroPoints.Orleans;

/// <summary>Asks the chambers' grains all at once, wherever they are.</summary>
/// <remarks>It keeps nothing, so questions need not wait for each other.</remarks>
[Reentrant]
public sealed class RegionGrain : Grain, IRegionGrain
{
    public Task<ChamberView[]> Gather(ChamberId[] chambers, Period period, AsOf at) =>
        Task.WhenAll(chambers.Select(c => GrainFactory.GetGrain<IChamberGrain>(c.Value).View(period, at)));
}
