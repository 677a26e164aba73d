using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Reads a chamber's ledger, page by page, in sequence.</summary>
internal static class ListLedgerEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/chambers/{chamber}/ledger", Handle).Needs(Need.Readers).Takes(Ask.After, Ask.Limit)
        .Is("listLedger", Tags.Ledger, "Read a chamber's ledger",
            "Every entry with its hash; reasons, which may name people, for clerks, approvers and auditors.")
        .Gives(200, "A page.", WireJson.Default.LedgerPage, new LedgerPage("c-01", Samples.Head, [Samples.Entry], Samples.Stamp, 17))
        .Gives304().Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        var (after, limit) = (call.WholeOf(Ask.After, 0), call.LimitOf());
        var today = call.Workspace.Today;
        var view = await call.Workspace.Chambers.View(chamber, Period.Year(today.Year), AsOf.On(today), call.Cancel);
        var etag = ETags.Of(view.Head);
        if (call.IsKnown(etag)) return ETags.NotModified(etag);

        var entries = new List<LedgerEntry>(Math.Min(limit, 100));
        long? nextAfter = null;
        if (after < view.Head.Sequence)
            await foreach (var entry in call.Workspace.Log.Read(StreamId.Of(chamber), after, call.Cancel))
            {
                if (entry.Sequence > view.Head.Sequence) break;
                if (entries.Count == limit) { nextAfter = entries[^1].Sequence; break; }
                entries.Add(EntryOut.Of(entry, call.Actor.SeesWords));
            }
        return new JsonAnswer<LedgerPage>(200,
            new LedgerPage(chamber.Value, WireText.Of(view.Head), entries, view.Register?.Stamp, nextAfter), WireJson.Default.LedgerPage)
        {
            ETag = etag,
        };
    }
}
