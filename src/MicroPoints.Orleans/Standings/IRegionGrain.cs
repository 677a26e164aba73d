using MicroPoints.Runtime;

namespace MicroPoints.Orleans;

/// <summary>One county, keyed by its code: gathers its chambers' tallies, so that a province costs a call a county.</summary>
[Alias("micropoints.region")]
public interface IRegionGrain : IGrainWithStringKey
{
    /// <summary>What chambers of the county are for a question, in the order asked for.</summary>
    [Alias("gather")]
    Task<ChamberView[]> Gather(ChamberId[] chambers, Period period, AsOf at);
}
