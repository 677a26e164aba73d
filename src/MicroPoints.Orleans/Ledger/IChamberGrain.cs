using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Orleans;

/// <summary>One chamber, keyed by its id. It runs the same session and the same decisions as every other host.</summary>
[Alias("micropoints.chamber")]
public interface IChamberGrain : IGrainWithStringKey
{
    [Alias("run")]
    Task<BatchAnswer> RunAll(Actor by, LedgerCommand[] commands);

    [Alias("preview")]
    Task<BatchAnswer> Preview(Actor by, LedgerCommand[] commands);

    [Alias("credited")]
    Task<CreditLine[]> Credited(SealedEntry entry);

    [Alias("would-credit")]
    Task<CreditLine[]> WouldCredit(Fact fact);

    [Alias("view")]
    Task<ChamberView> View(Period period, AsOf at);
}
