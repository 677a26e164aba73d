using System.Runtime.CompilerServices;
using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>One page of a chamber's ledger, in sequence.</summary>
    /// <param name="after">Entries after this sequence; null: from the first.</param>
    /// <param name="limit">1–500.</param>
    /// <param name="known">The ETag of what the caller has: the head that the ledger had.</param>
    public Task<Fetched<LedgerPage>> GetLedgerPage(
        string chamber, long? after = null, int? limit = null, string? known = null, CancellationToken cancel = default) =>
        _sending.Fetch(Outgoing.Get(Address.Of("chambers", chamber, "ledger").With("after", after).With("limit", limit), known),
            Json.Wire.LedgerPage, cancel);

    /// <summary>A chamber's ledger from a sequence on, page by page as it is read.</summary>
    /// <param name="after">Entries after this sequence; null: from the first.</param>
    public async IAsyncEnumerable<LedgerEntry> ReadLedger(
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
