using System.Runtime.CompilerServices;
using MicroPoints.Contracts;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>Chambers' ledgers, entry by entry.</summary>
[PathPrefix(Route.Api)]
public interface ILedgerApi
{
    /// <inheritdoc cref="MicroPointsClient.GetLedgerPage"/>
    [Get("/chambers/{chamber}/ledger")]
    Task<Fetched<LedgerPage>> GetLedgerPage(string chamber, [Query] long? after = null, [Query] int? limit = null,
        [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ReadLedger"/>
    async IAsyncEnumerable<LedgerEntry> ReadLedger(
        string chamber, long? after = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        do
        {
            var page = (await GetLedgerPage(chamber, after, Paging.All, null, cancel).ConfigureAwait(false)).Value!;
            foreach (var entry in page.Entries) yield return entry;
            after = page.NextAfter;
        }
        while (after is not null);
    }
}
